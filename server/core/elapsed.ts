import { DAY_MS, type Day } from "../../shared/time.ts";
import { AT, type Row } from "./row.ts";

/** The three kinds of time that an operator spends and whose intervals may have no end yet. */
export type Track = "signedIn" | "paused" | "serving";

/**
 * The time (ms) of a row on its day: an interval without its end runs to now on the running day, and on a past day to
 * the operator's last event of that day.
 * @param today the office-local date of `now`
 */
export function elapsed(row: Row, track: Track, day: Day, today: Day, now: number): number {
  const { counts } = row;
  const open = counts[AT[`${track}Open`]] as number;
  const closed = counts[AT[track]] as number;
  if (open === 0) return closed;
  const start = counts[AT[`${track}Start`]] as number;
  const end = day >= today ? open * (now - day * DAY_MS) : (counts[AT[`${track}Last`]] as number);
  return closed + end - start;
}
