import type { CloudEvent } from "../../shared/events.ts";
import { type Day, dayStart, localDay } from "../../shared/time.ts";

/** A distinct event as the recount keeps it. */
export interface Told {
  readonly event: CloudEvent;
  /** Epoch ms. */
  readonly time: number;
  readonly sequence: number;
  /** The day (UTC) of its arrival. */
  readonly arrival: Day;
}

/** Whose events are recounted, and when. */
export interface RecountWorld {
  readonly zone: string;
  /** ms */
  readonly waitNorm: number;
  /** Epoch ms. */
  readonly now: number;
  deadline(service: string, variant: string, accepted: number): number | null;
}

const text = ({ event }: Told) => `${event.type} ${JSON.stringify(event.data)}`;

/** The order of events: by time, then by sequence, then by what they say. */
export function inOrder(a: Told, b: Told): number {
  return a.time - b.time || a.sequence - b.sequence || (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0);
}

/** Takes down amounts by office-local day and figure, as far as the day is asked for. */
export class RecountSheet {
  readonly sums: Record<string, number> = {};
  readonly #from: Day;
  readonly #to: Day;
  readonly #zone: string;

  constructor(from: Day, to: Day, zone: string) {
    this.#from = from;
    this.#to = to;
    this.#zone = zone;
  }

  /** Adds to a figure of the local day of a moment. */
  add(moment: number, figure: string, amount = 1): void {
    const day = localDay(moment, this.#zone);
    if (day < this.#from || day > this.#to) return;
    this.sums[figure] = (this.sums[figure] ?? 0) + amount;
  }

  /** Adds a duration: how many, and how long in all. */
  duration(moment: number, figure: string, ms: number): void {
    this.add(moment, `${figure}N`);
    this.add(moment, figure, ms);
  }

  /** Adds the parts of an interval to the local days they lie on. */
  span(figure: string, from: number, to: number): void {
    for (let at = from; at < to; ) {
      const end = Math.min(to, dayStart(localDay(at, this.#zone) + 1, this.#zone));
      this.add(at, figure, end - at);
      at = end;
    }
  }
}
