import { dayStart } from "../../shared/time.ts";
import { happened, NEVER } from "./moment.ts";
import { intervalsOf, type OperatorDay } from "./operatorDay.ts";
import { countingCall, operatorOf, pausesOf, serviceTime, type Ticket } from "./ticket.ts";
import type { PastTicket, Presence } from "./waitErrorReplay.ts";

const moment = (time: number): number | null => (time === NEVER ? null : time);

/** A stored ticket as the replay needs it; null when its issue was not told. */
export function pastTicketOf(ticket: Ticket): PastTicket | null {
  if (!happened(ticket.issued)) return null;
  const call = countingCall(ticket);
  const served = ticket.outcome === "served" && call !== null;
  return {
    queue: ticket.queue,
    issued: ticket.issued.time,
    called: call?.time ?? null,
    left: moment(ticket.left.time),
    closed: moment(ticket.closed.time),
    operator: operatorOf(ticket),
    service: served ? serviceTime(call.time, ticket.closed.time, pausesOf(ticket).pauses) : null,
  };
}

/** When an operator was at a desk and not in a pause on a day; consultants and supervisors are at none. */
export function presencesOf(of: OperatorDay, zone: string): Presence[] {
  if (of.acts.some(({ role }) => role !== "" && role !== "operator")) return [];
  const midnight = dayStart(of.day + 1, zone);
  const { signed, paused } = intervalsOf(of);
  const rests = [...paused].sort((a, b) => a.from - b.from);
  const found: Presence[] = [];
  for (const { from, to } of signed) {
    const end = to === NEVER ? Math.max(from, of.last) : Math.min(to, midnight);
    let at = from;
    for (const rest of rests) {
      if (rest.to <= at || rest.from >= end) continue;
      if (rest.from > at) found.push({ operator: of.operator, from: at, to: rest.from });
      at = rest.to;
    }
    if (at < end) found.push({ operator: of.operator, from: at, to: end });
  }
  return found;
}
