import { localDay } from "../../shared/time.ts";
import { KEPT_KINDS, type KeptKind, type OfficeState } from "../core/office.ts";

/** How much an office keeps in memory; what is older is brought from the store when needed. */
export interface MemoryLimits extends Readonly<Record<KeptKind, number>> {
  /** Days of rows besides today's. */
  readonly days: number;
}

/** About a day of a large office: 300 offices stay within a few hundred MB. */
export const MEMORY: MemoryLimits = {
  tickets: 400,
  applications: 600,
  operatorDays: 150,
  spines: 150,
  sources: 60,
  days: 4,
};

function keepNewest(office: OfficeState, kind: KeptKind, limit: number): void {
  const map: Map<string, unknown> = office[kind];
  let surplus = map.size - limit;
  if (surplus <= 0) return;
  office.complete.delete(kind);
  for (const key of map.keys()) {
    if (surplus <= 0) break;
    map.delete(key);
    surplus -= 1;
  }
}

/**
 * Memory is a bounded cache: after a commit everything in it is stored, so what came in first may go. The day's rows
 * that are shown live stay.
 * @param now the centre's clock, epoch ms
 */
export function forgetOld(offices: Iterable<OfficeState>, now: number, limits = MEMORY): void {
  for (const office of offices) {
    for (const kind of KEPT_KINDS) keepNewest(office, kind, limits[kind]);
    office.droppedTickets.clear();
    office.droppedApplications.clear();
    office.forgetLatestDays();
    const { days } = office.book;
    if (days.size <= limits.days) continue;
    const today = localDay(now, office.zone);
    for (const day of [...days.keys()]) {
      if (days.size <= limits.days) break;
      if (day !== today) office.book.forget(day);
    }
  }
}
