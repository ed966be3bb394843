import { APPLICATION_COUNTS, TICKET_COUNTS, VOICE_COUNTS } from "../../shared/counts.ts";
import type { Day } from "../../shared/time.ts";
import { elapsed, type Track } from "./elapsed.ts";
import { COUNTERS, type Row } from "./row.ts";

/** Figures that are counted anew, in the order in which they are shown; those of `TIMED` are ms, the others counts. */
export const RECONCILED = [
  "events",
  ...APPLICATION_COUNTS,
  "open",
  ...TICKET_COUNTS,
  "withinNorm",
  "waitingN",
  "waiting",
  "serviceN",
  "service",
  "leadN",
  "lead",
  "acceptedToSentN",
  "acceptedToSent",
  "readyToIssuedN",
  "readyToIssued",
  "backOfficeN",
  "backOffice",
  "paymentPause",
  "signedIn",
  "paused",
  "serving",
  "ratingsN",
  "ratingsSum",
  ...VOICE_COUNTS,
] as const;
export type Reconciled = (typeof RECONCILED)[number];

/** Those that are times. */
export const TIMED: ReadonlySet<Reconciled> = new Set<Reconciled>([
  "waiting",
  "service",
  "lead",
  "acceptedToSent",
  "readyToIssued",
  "backOffice",
  "paymentPause",
  "signedIn",
  "paused",
  "serving",
]);

const TRACKS: ReadonlySet<string> = new Set<Track>(["signedIn", "paused", "serving"]);
const PLACES = new Map<string, number>(COUNTERS.map((name, at) => [name, at]));

/** Adds to sums what a stored row of an office's day says of each figure that is counted anew. */
export function addStored(sums: Record<string, number>, row: Row, day: Day, today: Day, now: number): void {
  const tallies = { waiting: row.waiting, service: row.service, lead: row.lead } as const;
  for (const figure of RECONCILED) {
    let amount: number;
    const tally = figure.endsWith("N") ? figure.slice(0, -1) : figure;
    if (TRACKS.has(figure)) amount = elapsed(row, figure as Track, day, today, now);
    else if (tally in tallies) {
      const of = tallies[tally as keyof typeof tallies];
      amount = (figure === tally ? of?.sum : of?.n) ?? 0;
    } else amount = row.counts[PLACES.get(figure) as number] as number;
    if (amount !== 0) sums[figure] = (sums[figure] ?? 0) + amount;
  }
}
