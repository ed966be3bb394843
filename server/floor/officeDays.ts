import { type Day, localDay } from "../../shared/time.ts";
import { demandOf, type FreeTime, waitingSpans } from "../core/demand.ts";
import type { Span } from "../core/demandSpans.ts";
import type { Clock } from "../ports.ts";
import type { FloorSource, OfficeDay } from "./floorPorts.ts";
import { LONGEST_MS, Remembered } from "./remembered.ts";

/** So long tickets are kept after the last event about them arrived; of older days nothing can be said. */
export const TICKET_DAYS = 35;

/** An office's day as it was read, and the demand that it comes to. */
export interface ReadDay extends OfficeDay {
  /** When it was read, epoch ms of the centre's clock. */
  readonly asOf: number;
  readonly demand: ReadonlyMap<string, FreeTime>;
  readonly waiting: readonly Span[];
}

/** How long a day as it was read is good enough, ms. */
const RUNNING_MS = 20_000;
const PAST_MS = 60_000;
/** Reading a day goes through all tickets that are kept: all watched days together are read no more often than this, ms. */
const PACE_MS = 300;

/**
 * The days of offices that are looked at: each is read whole from the stored tickets. The more offices are watched the less
 * often each of them is read; an answer says as of when.
 */
export class OfficeDays {
  readonly #clock: Pick<Clock, "now">;
  readonly #days: Remembered<OfficeDay & { readonly asOf: number }>;
  readonly #found = new WeakMap<OfficeDay, ReadDay>();

  constructor(source: Pick<FloorSource, "officeDay">, clock: Pick<Clock, "now">) {
    this.#clock = clock;
    this.#days = new Remembered(clock, async (office, day) => {
      const asOf = clock.now();
      return { ...(await source.officeDay(office, day)), asOf };
    });
  }

  /** The day of an office; null when its tickets are no longer kept. @throws RedisAwayError */
  async read(office: string, day: Day, zone: string): Promise<ReadDay | null> {
    const today = localDay(this.#clock.now(), zone);
    if (day > today || day <= today - TICKET_DAYS) return null;
    const paced = Math.min(this.#days.size * PACE_MS, LONGEST_MS);
    const of = await this.#days.of(office, day, Math.max(day === today ? RUNNING_MS : PAST_MS, paced));
    const known = this.#found.get(of);
    if (known !== undefined) return known;
    const question = { day, zone, now: of.asOf };
    const demand = demandOf(of.tickets, of.days, question);
    const read = { ...of, demand, waiting: waitingSpans(of.tickets, question) };
    this.#found.set(of, read);
    return read;
  }
}
