import type { Day } from "../../shared/time.ts";
import type { OfficePast } from "./officePast.ts";

/** How long what was learnt is used: events of past days still arrive. Nothing known is asked for again soon. */
const KEEP_MS = 900_000;
const KEEP_NOTHING_MS = 30_000;
/** Offices of which the past is kept at a time. */
const MOST = 400;

interface Kept {
  readonly day: Day;
  readonly at: number;
  readonly past: Promise<OfficePast>;
  known: boolean;
}

/** The pasts of the offices that are asked for, learnt once and kept for a while: they can be learnt again at any time. */
export class Pasts {
  readonly #learn: (office: string, day: Day) => Promise<OfficePast>;
  readonly #monotonic: () => number;
  readonly #kept = new Map<string, Kept>();

  /** @param monotonic a clock in ms that never goes back */
  constructor(learn: (office: string, day: Day) => Promise<OfficePast>, monotonic: () => number) {
    this.#learn = learn;
    this.#monotonic = monotonic;
  }

  /** What an office's past teaches about a day. @throws what learning throws; it is tried again when next asked */
  of(office: string, day: Day): Promise<OfficePast> {
    const kept = this.#kept.get(office);
    const age = kept === undefined ? 0 : this.#monotonic() - kept.at;
    if (kept !== undefined && kept.day === day && age < (kept.known ? KEEP_MS : KEEP_NOTHING_MS)) return kept.past;
    const next: Kept = { day, at: this.#monotonic(), past: this.#learn(office, day), known: true };
    this.#kept.delete(office);
    this.#kept.set(office, next);
    next.past.then(
      (past) => {
        next.known = past.tickets !== null && past.waits.errors.size > 0;
      },
      () => {
        if (this.#kept.get(office) === next) this.#kept.delete(office);
      },
    );
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST) break;
      this.#kept.delete(oldest);
    }
    return next.past;
  }
}
