import { DAY_MS, type Day, formatDay, parseDay } from "../../shared/time.ts";
import type { Application } from "./application.ts";
import { happened, NEVER } from "./moment.ts";
import type { OperatorDay } from "./operatorDay.ts";
import type { Ticket } from "./ticket.ts";

/** Days (UTC, of arrival on the centre's clock) that a record is kept after the last event about it arrived. */
export const TICKET_DAYS = 35;
export const APPLICATION_DAYS = 90;
/** Months that operators' daily rows are kept; after that only their office's sums stay. */
export const OPERATOR_MONTHS = 13;

/** No operator's day expires sooner: a ticket of it may change as long as that is kept. */
const LEAST_DAYS = TICKET_DAYS;

/** The day (UTC) of an arrival, epoch ms. */
export function dayOfArrival(moment: number): Day {
  return Math.floor(moment / DAY_MS);
}

/** The later of two arrivals; one that is not known (`NEVER`, of records written before it was kept) gives way. */
export function laterArrival(known: Day, now: Day): Day {
  return known === NEVER ? now : Math.max(known, now);
}

/** Whether nobody has finished it: such an application is kept however long it takes. */
export function isOpen({ ready, declined, withdrawn, issued }: Application): boolean {
  return !happened(ready) && !happened(declined) && !happened(withdrawn) && !happened(issued);
}

/**
 * Whether a ticket's record is kept no longer on a day of arrival. A function of arrivals alone, whether or not it has
 * been removed from the store by then: an event that comes after that counts for its office alone.
 */
export function ticketExpired(ticket: Ticket, on: Day): boolean {
  return on - ticket.arrived > TICKET_DAYS;
}

/** The same of an application: never while it is open or its deadline is still to come. */
export function applicationExpired(application: Application, on: Day): boolean {
  if (on - application.arrived <= APPLICATION_DAYS || isOpen(application)) return false;
  return application.due === NEVER || application.due < on * DAY_MS;
}

/** The same of an operator's day: so many months after the day, and after the last event about it arrived. */
export function operatorDayExpired(of: OperatorDay, on: Day, months = OPERATOR_MONTHS): boolean {
  if (on - of.arrived <= LEAST_DAYS || on - of.day <= LEAST_DAYS) return false;
  const horizon = operatorHorizon(on, months);
  return of.day < horizon && of.arrived < horizon;
}

/** The first day of which operators' rows are kept, on a day. */
export function operatorHorizon(today: Day, months = OPERATOR_MONTHS): Day {
  const [year, month, day] = formatDay(today).split("-").map(Number) as [number, number, number];
  const ago = year * 12 + month - 1 - months;
  const first = `${Math.floor(ago / 12)}-${String((ago % 12) + 1).padStart(2, "0")}`;
  for (let at = day; ; at -= 1) {
    const found = parseDay(`${first}-${String(at).padStart(2, "0")}`);
    if (found !== null) return found;
  }
}
