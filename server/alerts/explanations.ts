import type { Principal } from "../../shared/access.ts";
import type { Alert, AlertKind, Author, Explanation, ExplanationText } from "../../shared/alerts.ts";
import type { Clock } from "../ports.ts";
import type { Delivery } from "./delivery.ts";
import type { ExplanationStore } from "./ports.ts";

/** A place that explanations are asked for: an office, a region, or the country. */
export interface ExplainedPlace {
  readonly region?: string | null;
  readonly office?: string | null;
}

/** Reads what was said about a place in a period, for reports and exports. */
export interface ExplanationReader {
  /**
   * Explanations that held at any time from `from` to before `to` (epoch ms) within the place, the earliest first; for an
   * office those of its whole region too. Withdrawn ones are left out. @throws RedisAwayError
   */
  explanationsOf(place: ExplainedPlace, from: number, to: number): Promise<readonly Explanation[]>;
}

/** What an explanation is about. */
export interface About {
  readonly region: string;
  readonly office: string | null;
  readonly kind: AlertKind | null;
  readonly alert: string | null;
}

export interface ExplanationParts {
  readonly store: ExplanationStore;
  readonly clock: Pick<Clock, "now">;
  /** The region that an office counts in. */
  regionOf(office: string): string | null;
  newId(): string;
  /** What the webhooks are told of it. */
  tell(explanation: Explanation): readonly Delivery[];
}

/** The author that a person or a token is. */
export function authorOf({ role }: Principal): Author {
  return { role };
}

const ATTEMPTS = 3;

function within(place: ExplainedPlace, of: Explanation, regionOf: (office: string) => string | null): boolean {
  const { region = null, office = null } = place;
  if (office !== null) return of.office === office || (of.office === null && of.region === regionOf(office));
  return region === null || of.region === region;
}

/** Explanations as managers give, change and take them back; what was said before is kept. */
export class Explanations implements ExplanationReader {
  readonly #parts: ExplanationParts;

  constructor(parts: ExplanationParts) {
    this.#parts = parts;
  }

  /** Says why, to an alert or beforehand. @throws RedisAwayError */
  async say(about: About, said: ExplanationText, by: Author): Promise<Explanation> {
    const { store, clock, newId, tell } = this.#parts;
    const explanation = { ...about, ...said, id: newId(), by, at: clock.now(), withdrawn: null, earlier: [] };
    await store.put(explanation, null, tell(explanation));
    return explanation;
  }

  /** Says it otherwise; null when there is no such explanation. @throws RedisAwayError */
  change(id: string, said: ExplanationText, by: Author): Promise<Explanation | null> {
    return this.#alter(id, (before, at) => {
      const { cause, words, action, from, until, by: author, at: said_ } = before;
      const earlier = [...before.earlier, { cause, words, action, from, until, by: author, at: said_ }];
      return { ...before, ...said, by, at, earlier, withdrawn: null };
    });
  }

  /** Takes it back: it holds no longer, and stays in the history. Null when there is no such. @throws RedisAwayError */
  withdraw(id: string): Promise<Explanation | null> {
    return this.#alter(id, (before, at) => ({ ...before, withdrawn: before.withdrawn ?? at }));
  }

  /** One by its id. @throws RedisAwayError */
  one(id: string): Promise<Explanation | null> {
    return this.#parts.store.one(id);
  }

  async explanationsOf(place: ExplainedPlace, from: number, to: number): Promise<readonly Explanation[]> {
    const { store, regionOf } = this.#parts;
    const reaching = await store.until(from);
    return reaching
      .filter((each) => each.from < to && each.withdrawn === null && within(place, each, regionOf))
      .sort((a, b) => a.from - b.from || a.at - b.at);
  }

  async #alter(id: string, change: (before: Explanation, at: number) => Explanation): Promise<Explanation | null> {
    const { store, clock, tell } = this.#parts;
    for (let attempt = 1; ; attempt += 1) {
      const before = await store.one(id);
      if (before === null) return null;
      const after = change(before, clock.now());
      if (await store.put(after, before, tell(after))) return after;
      if (attempt === ATTEMPTS) throw new Error(`Explanation ${id} is being changed by many at once`);
    }
  }
}

/** What an explanation to an alert is about. */
export function aboutAlert({ id, region, office, kind }: Alert): About {
  return { region, office, kind, alert: id };
}
