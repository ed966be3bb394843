import { type Day, localDay } from "../../shared/time.ts";
import { demandOf, type FreeTime } from "./demand.ts";
import { happened } from "./moment.ts";
import { LONGEST_INTERVAL, type OperatorDay } from "./operatorDay.ts";
import { countingCall, type Ticket } from "./ticket.ts";

/** Office-local dates, both included. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

/** The dates on which a ticket can say anything of the demand: that of its issue, and those from its call to its closing. */
function daysOfTicket(ticket: Ticket, zone: string, { from, to }: DaySpan): Day[] {
  const found = new Set<Day>();
  const { issued, closed } = ticket;
  if (happened(issued)) found.add(localDay(issued.time, zone));
  const call = countingCall(ticket);
  if (call !== null) {
    const first = localDay(call.time, zone);
    found.add(first);
    if (happened(closed) && closed.time - call.time <= LONGEST_INTERVAL) {
      const last = Math.min(to, localDay(closed.time, zone));
      for (let day = Math.max(from, first + 1); day <= last; day += 1) found.add(day);
    }
  }
  return [...found].filter((day) => day >= from && day <= to);
}

/** The tickets of many days by the days that they can say anything of. */
export function ticketsByDay(tickets: Iterable<Ticket>, zone: string, span: DaySpan): Map<Day, Ticket[]> {
  const found = new Map<Day, Ticket[]>();
  for (const ticket of tickets)
    for (const day of daysOfTicket(ticket, zone, span)) {
      const list = found.get(day);
      if (list === undefined) found.set(day, [ticket]);
      else list.push(ticket);
    }
  return found;
}

/** The free time of each operator on each day [M1, M2]; `daysFor` gives the operators' days that reach a date. */
export function demandOfDays(
  byDay: ReadonlyMap<Day, readonly Ticket[]>,
  daysFor: (day: Day) => Iterable<OperatorDay>,
  { from, to, zone, now }: DaySpan & { readonly zone: string; readonly now: number },
): Map<Day, Map<string, FreeTime>> {
  const found = new Map<Day, Map<string, FreeTime>>();
  for (let day = from; day <= to; day += 1)
    found.set(day, demandOf(byDay.get(day) ?? [], daysFor(day), { day, zone, now }));
  return found;
}
