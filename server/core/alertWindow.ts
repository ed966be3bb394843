import type { OfficeNow, OfficeWindow } from "./alertReadings.ts";

interface Sample {
  readonly at: number;
  readonly day: number;
  readonly queue: number;
  readonly serving: number;
  readonly available: number;
}

/** How far a window looks back, and how often it is noted what stands, ms. */
const WINDOW_MS = 1_800_000;
const EVERY_MS = 60_000;

/** What an office's running sums were in the last half hour, noted once a minute. */
export class RunningWindow {
  #samples: Sample[] = [];

  /** Notes the sums at `now` (epoch ms) on an office-local day; a new day, or a clock that went back, begins anew. */
  note(of: OfficeNow, day: number, now: number): void {
    const last = this.#samples.at(-1);
    if (last !== undefined && (last.day !== day || now < last.at || now - last.at > 5 * EVERY_MS)) this.#samples = [];
    else if (last !== undefined && now - last.at < EVERY_MS) return;
    const { ticketsIssued, called, left, serving, available } = of;
    this.#samples.push({ at: now, day, queue: ticketsIssued - called - left, serving, available });
    while (this.#samples.length > 0 && (this.#samples[0] as Sample).at < now - WINDOW_MS - EVERY_MS)
      this.#samples.shift();
  }

  /** What the half hour until now brought; null while less is known of it. */
  read(of: OfficeNow, day: number, now: number): OfficeWindow | null {
    const first = this.#samples[0];
    if (first === undefined || first.day !== day || now - first.at < WINDOW_MS - EVERY_MS) return null;
    return {
      growth: of.ticketsIssued - of.called - of.left - first.queue,
      serving: of.serving - first.serving,
      available: of.available - first.available,
    };
  }
}
