import type { Day } from "../../shared/time.ts";
import type { OfficeState } from "../core/office.ts";
import { applicationExpired, operatorDayExpired, ticketExpired } from "../core/retention.ts";

/** Records of one office that are kept no longer, by their ids, and hashes that are removed whole. */
export interface Dropping {
  readonly office: string;
  readonly tickets: readonly string[];
  readonly applications: readonly string[];
  readonly operatorDays: readonly string[];
  readonly keys: readonly string[];
}

/** Goes through what a partition keeps, a little at a time. */
export interface Keeping {
  /** The day (UTC) of the last sweep that came to its end, −1 for none. */
  swept(): Promise<Day>;
  /** Notes of what is kept, slice by slice: of each what has expired on `day`. */
  expired(day: Day): AsyncIterator<Dropping>;
}

/** What the owner of a partition removes next, at most one slice at a time. */
export class RetentionSweep {
  readonly #keeping: Keeping;
  readonly #paceMs: number;
  #day: Day = -1;
  #at: AsyncIterator<Dropping> | null = null;
  #last = Number.NEGATIVE_INFINITY;

  /** @param paceMs between two slices */
  constructor(keeping: Keeping, paceMs = 250) {
    this.#keeping = keeping;
    this.#paceMs = paceMs;
  }

  /**
   * The next slice, when it is time for one. `today` is the day (UTC) of the centre's clock; what expires today is left
   * until tomorrow, so that an event that is on its way still finds its record.
   */
  async next(today: Day): Promise<{ readonly dropping: Dropping | null; readonly finished: Day | null } | null> {
    if (performance.now() - this.#last < this.#paceMs) return null;
    this.#last = performance.now();
    if (this.#at === null) {
      if (this.#day < 0) this.#day = await this.#keeping.swept();
      if (this.#day >= today) return null;
      this.#day = today;
      this.#at = this.#keeping.expired(today - 1);
    }
    const { value, done } = await this.#at.next();
    if (!done) return { dropping: value as Dropping, finished: null };
    this.#at = null;
    return { dropping: null, finished: this.#day };
  }
}

/**
 * What of a slice may go: an entity that memory holds and that is not stored yet stays, and memory forgets the others.
 * Call it when nothing of the office waits for its contribution.
 */
export function letGo(office: OfficeState | undefined, of: Dropping, on: Day): Dropping {
  if (office === undefined) return of;
  const free = <T extends { readonly changed: boolean }>(
    map: Map<string, T>,
    ids: readonly string[],
    expired: (entity: T, on: Day) => boolean,
  ) =>
    ids.filter((id) => {
      const entity = map.get(id);
      if (entity === undefined) return true;
      if (entity.changed || !expired(entity, on)) return false;
      map.delete(id);
      return true;
    });
  const kept = {
    ...of,
    tickets: free(office.tickets, of.tickets, ticketExpired),
    applications: free(office.applications, of.applications, applicationExpired),
    operatorDays: free(office.operatorDays, of.operatorDays, (day, at) =>
      operatorDayExpired(day, at, office.rules.operatorMonths),
    ),
  };
  if (kept.tickets.length + kept.applications.length > 0) {
    office.hasDropped = true;
    // what is absent from now on may be marked as removed
    office.complete.delete("tickets");
    office.complete.delete("applications");
  }
  office.forgetLatestDays();
  return kept;
}
