import { localDay } from "../../shared/time.ts";
import type { OfficeState } from "../core/office.ts";

/** How many entities of a kind an office keeps in memory; what is older is brought from the store when needed. */
const TICKETS = 1_500;
const APPLICATIONS = 3_000;
const OPERATOR_DAYS = 400;
const SPINES = 400;
const SOURCES = 200;
/** How many days of rows an office keeps in memory besides today's. */
const DAYS = 12;

function keepNewest<K, V>(map: Map<K, V>, limit: number): void {
  let surplus = map.size - limit;
  if (surplus <= 0) return;
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
export function forgetOld(offices: Iterable<OfficeState>, now: number): void {
  for (const office of offices) {
    keepNewest(office.tickets, TICKETS);
    keepNewest(office.applications, APPLICATIONS);
    keepNewest(office.operatorDays, OPERATOR_DAYS);
    keepNewest(office.spines, SPINES);
    keepNewest(office.sources, SOURCES);
    const { days } = office.book;
    if (days.size <= DAYS) continue;
    const today = localDay(now, office.zone);
    for (const day of [...days.keys()]) {
      if (days.size <= DAYS) break;
      if (day !== today) days.delete(day);
    }
  }
}
