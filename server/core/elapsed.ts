import { DAY_MS, type Day } from "../../shared/time.ts";
import { AT, type Row } from "./row.ts";

/** The three kinds of time that an operator spends and whose intervals may have no end yet. */
export type Track = "signedIn" | "paused" | "serving";

/** Places of the counters of a track: the closed intervals, and what the open ones need. */
interface Places {
  readonly closed: number;
  readonly open: number;
  readonly start: number;
  readonly last: number;
}

const placesOf = (track: Track): Places => ({
  closed: AT[track],
  open: AT[`${track}Open`],
  start: AT[`${track}Start`],
  last: AT[`${track}Last`],
});
const SIGNED_IN = placesOf("signedIn");
const PAUSED = placesOf("paused");
const SERVING = placesOf("serving");

function places(track: Track): Places {
  return track === "signedIn" ? SIGNED_IN : track === "paused" ? PAUSED : SERVING;
}

/** Sets the times of a track back to none. */
export function clearTrack({ counts }: Row, track: Track): void {
  const { closed, open, start, last } = places(track);
  counts[closed] = 0;
  counts[open] = 0;
  counts[start] = 0;
  counts[last] = 0;
}

/**
 * The time (ms) of a row on its day: an interval without its end runs to now on the running day, and on a past day to
 * the operator's last event of that day.
 * @param today the office-local date of `now`
 */
export function elapsed(row: Row, track: Track, day: Day, today: Day, now: number): number {
  const { counts } = row;
  const at = places(track);
  const open = counts[at.open] as number;
  const closed = counts[at.closed] as number;
  if (open === 0) return closed;
  const end = day >= today ? open * (now - day * DAY_MS) : (counts[at.last] as number);
  return closed + end - (counts[at.start] as number);
}
