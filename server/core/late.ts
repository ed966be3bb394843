import { type Day, localQuarter } from "../../shared/time.ts";
import type { ApplicationEvent } from "./application.ts";
import { returnKey } from "./cause.ts";
import type { OfficeState } from "./office.ts";
import { AT } from "./row.ts";
import { IN_QUARTER } from "./series.ts";
import type { TicketEvent } from "./ticket.ts";

/** What an event about a record that is kept no longer adds to its office's counts; nothing else is known of it. */
const COUNTED: Partial<Record<(TicketEvent | ApplicationEvent)["type"], keyof typeof AT>> = {
  "oss.ticket.issued": "ticketsIssued",
  "oss.ticket.called": "called",
  "oss.ticket.left": "left",
  "oss.application.accepted": "accepted",
  "oss.application.returned": "returned",
  "oss.application.ready": "ready",
  "oss.application.declined": "declined",
  "oss.application.withdrawn": "withdrawn",
  "oss.application.issued": "issued",
};

/** The counter of a late event, null when it counts nothing but itself. */
export function lateCounter(event: TicketEvent | ApplicationEvent): keyof typeof AT | null {
  if (event.type !== "oss.ticket.closed") return COUNTED[event.type] ?? null;
  const { outcome } = event.data;
  return outcome === "served" ? "served" : outcome === "no-show" ? "noShow" : null;
}

/** Counts an event about a record that is kept no longer: for its office alone, without operator, service or duration. */
export function countAlone(office: OfficeState, event: TicketEvent | ApplicationEvent, time: number, day: Day): void {
  const counter = lateCounter(event);
  if (counter === null) return;
  const cells = office.book.cells.at(day, "", "");
  cells.add(AT[counter], 1);
  if (counter in IN_QUARTER)
    cells.curve(localQuarter(time, office.zone), IN_QUARTER[counter as keyof typeof IN_QUARTER], 1);
  if (event.type !== "oss.application.returned") return;
  office.book.countCause(day, returnKey(event.data.fault, "", event.data.reason), AT.returned, 1);
  if (event.data.fault === "operator") cells.add(AT.returnedByOperator, 1);
}
