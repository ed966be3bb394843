import { type Day, localDay } from "../../shared/time.ts";
import { demandOf, type FreeTime, waitingSpans } from "../core/demand.ts";
import type { Span } from "../core/demandSpans.ts";
import type { Clock } from "../ports.ts";
import type { FloorSource, OfficeDay } from "./floorPorts.ts";

/** So long tickets are kept after the last event about them arrived; of older days nothing can be said. */
export const TICKET_DAYS = 35;

/** An office's day as it was read, and the demand that it comes to. */
export interface ReadDay extends OfficeDay {
  /** When it was read, epoch ms of the centre's clock. */
  readonly asOf: number;
  readonly demand: ReadonlyMap<string, FreeTime>;
  readonly waiting: readonly Span[];
}

interface Kept {
  readonly at: number;
  readonly day: Promise<ReadDay>;
}

/** How long a day as it was read is good enough, ms. */
const RUNNING_MS = 20_000;
const PAST_MS = 60_000;

/**
 * The days of offices that are looked at. Each is read whole from the stored tickets when it is asked for, so it is kept for
 * some seconds, and many who watch one floor cost one reading.
 */
export class OfficeDays {
  readonly #source: Pick<FloorSource, "officeDay">;
  readonly #clock: Pick<Clock, "now">;
  readonly #kept = new Map<string, Kept>();

  constructor(source: Pick<FloorSource, "officeDay">, clock: Pick<Clock, "now">) {
    this.#source = source;
    this.#clock = clock;
  }

  /** The day of an office; null when its tickets are no longer kept. @throws RedisAwayError */
  async read(office: string, day: Day, zone: string): Promise<ReadDay | null> {
    const now = this.#clock.now();
    const today = localDay(now, zone);
    if (day > today || day <= today - TICKET_DAYS) return null;
    const key = `${office}|${day}`;
    const known = this.#kept.get(key);
    if (known !== undefined && now - known.at < (day === today ? RUNNING_MS : PAST_MS)) return known.day;
    for (const [other, { at }] of this.#kept) if (now - at >= PAST_MS) this.#kept.delete(other);
    const reading = this.#compute(office, day, zone, now);
    this.#kept.set(key, { at: now, day: reading });
    reading.catch(() => this.#kept.delete(key));
    return reading;
  }

  async #compute(office: string, day: Day, zone: string, now: number): Promise<ReadDay> {
    const { tickets, days } = await this.#source.officeDay(office, day);
    const question = { day, zone, now };
    const demand = demandOf(tickets, days, question);
    return { tickets, days, asOf: now, demand, waiting: waitingSpans(tickets, question) };
  }
}
