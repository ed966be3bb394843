import type { Day } from "../../shared/time.ts";
import type { Clock } from "../ports.ts";

interface Kept<T> {
  readonly at: number;
  readonly value: Promise<T>;
}

/** Nothing is remembered longer, ms. */
export const LONGEST_MS = 120_000;

/** What was read of an office's day, for some seconds: many who look at the same thing cost one reading. */
export class Remembered<T> {
  readonly #read: (office: string, day: Day) => Promise<T>;
  readonly #clock: Pick<Clock, "now">;
  readonly #kept = new Map<string, Kept<T>>();

  constructor(clock: Pick<Clock, "now">, read: (office: string, day: Day) => Promise<T>) {
    this.#clock = clock;
    this.#read = read;
  }

  /** How many days of offices are remembered: those that were asked for lately. */
  get size(): number {
    return this.#kept.size;
  }

  /** As read now, or no longer than `ms` ago. A reading that failed is not remembered. */
  of(office: string, day: Day, ms: number): Promise<T> {
    const now = this.#clock.now();
    const key = `${office}|${day}`;
    const known = this.#kept.get(key);
    if (known !== undefined && now - known.at < ms) return known.value;
    for (const [other, { at }] of this.#kept) if (now - at >= LONGEST_MS) this.#kept.delete(other);
    const value = this.#read(office, day);
    this.#kept.set(key, { at: now, value });
    value.catch(() => this.#kept.delete(key));
    return value;
  }
}
