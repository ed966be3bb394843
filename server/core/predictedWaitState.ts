import type { QueueState } from "./predictedWait.ts";

/** Tickets that wait, by queue. */
export type Waiting = ReadonlyMap<string, number>;

/** Service times of a day by quarters: sums in ms and how many, 96 each. */
export interface ServiceCourse {
  readonly sums: readonly number[];
  readonly counts: readonly number[];
}

/** Service times are taken from the running quarter and this many before it. */
const LATELY = 4;
/** Fewer than so many say nothing. */
const LEAST = 5;

function meanOver({ sums, counts }: ServiceCourse, from: number, to: number): number | null {
  let sum = 0;
  let n = 0;
  for (let quarter = Math.max(0, from); quarter <= to; quarter += 1) {
    sum += sums[quarter] ?? 0;
    n += counts[quarter] ?? 0;
  }
  return n < LEAST ? null : sum / n;
}

/** How long the desks take for a ticket, ms: of the last hour, else of the day so far, else as `usual`. */
export function recentService(course: ServiceCourse, quarter: number, usual: number | null): number | null {
  return meanOver(course, quarter - LATELY, quarter) ?? meanOver(course, 0, quarter) ?? usual;
}

/** Tickets that will be called before one of this queue: a priority ticket passes all others. */
export function aheadIn(queue: string, waiting: Waiting): number {
  if (queue === "priority") return waiting.get(queue) ?? 0;
  let ahead = 0;
  for (const count of waiting.values()) ahead += count;
  return ahead;
}

/** The state that a ticket of a queue meets; `atDesk` and `serving` are operators. */
export function queueState(
  queue: string,
  waiting: Waiting,
  desks: { readonly atWork: number; readonly serving: number },
  service: number | null,
): QueueState {
  const free = Math.max(0, desks.atWork - desks.serving);
  return { queue, ahead: aheadIn(queue, waiting), desks: desks.atWork, free, service };
}
