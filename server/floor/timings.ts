import { type Dispute, type Inaccurate, stands } from "../../shared/floor.ts";
import { type Day, localDay } from "../../shared/time.ts";
import type { OperatorDay, StaffMark } from "../core/operatorDay.ts";
import { countingCall, operatorOf, type Ticket } from "../core/ticket.ts";
import type { OfficeDay } from "./floorPorts.ts";

/** The tickets called or closed on the day, of one operator or of all. */
export function ticketsServed(tickets: readonly Ticket[], day: Day, zone: string, operator: string | null): Ticket[] {
  return tickets.filter((ticket) => {
    if (operator !== null && operatorOf(ticket) !== operator) return false;
    const call = countingCall(ticket);
    if (call === null) return false;
    const touches = (moment: number) => Number.isFinite(moment) && localDay(moment, zone) === day;
    return touches(call.time) || touches(ticket.closed.time);
  });
}

/** The acts of the day, of one operator or of all. */
export function actsOf(days: readonly OperatorDay[], day: Day, operator: string | null): readonly StaffMark[] {
  return days
    .filter((each) => each.day === day && (operator === null || each.operator === operator))
    .flatMap(({ acts }) => acts);
}

/** How the subject of a dispute is written. */
export const subjectOf = { ticket: (id: string) => `ticket:${id}`, act: (at: number) => `act:${at}` };

/**
 * How many timings a day has, and how many of them are said to be wrong [M6]: every ticket that was called and every act at
 * the desk is one.
 */
export function inaccurateOf(
  of: OfficeDay,
  disputes: readonly Dispute[],
  { day, zone, operator }: { readonly day: Day; readonly zone: string; readonly operator: string | null },
): Inaccurate {
  const said = new Set(
    disputes
      .filter((dispute) => stands(dispute) && (operator === null || dispute.operator === operator))
      .map((dispute) => `${dispute.operator}|${dispute.subject}`),
  );
  const timings = ticketsServed(of.tickets, day, zone, operator).length + actsOf(of.days, day, operator).length;
  return { disputed: said.size, timings };
}
