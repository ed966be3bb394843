import type { CloudEvent, EventData } from "../../shared/events.ts";
import { localDay, localQuarter } from "../../shared/time.ts";
import { compareMarks, happened, insertOrdered, keepEarliest, type Mark, NEVER, noMark } from "./moment.ts";
import type { OfficeState } from "./office.ts";
import { cutAtMidnight, LONGEST_INTERVAL } from "./operatorDay.ts";
import { AT } from "./row.ts";
import { IN_QUARTER } from "./series.ts";
import { newStanding, type Standing } from "./standing.ts";

type Queue = EventData<"oss.ticket.issued">["queue"];
type Outcome = EventData<"oss.ticket.closed">["outcome"];

export interface Call extends Mark {
  readonly operator: string;
  readonly desk: string;
}
/** A pause begins (with its reason) or ends (reason empty). */
export interface Toggle extends Mark {
  readonly reason: string;
}

/** One place in the electronic queue, as far as it is told. Absorbs its events in any order. */
export interface Ticket {
  readonly id: string;
  readonly issued: Mark;
  queue: Queue | "";
  booked: string;
  readonly calls: Call[];
  readonly toggles: Toggle[];
  readonly closed: Mark;
  closedBy: string;
  outcome: Outcome | "";
  readonly left: Mark;
  standing: Standing;
}

/** Of a pause and its end with equal marks the pause comes first. */
const LAST = "\uffff";

/** Events that tell of a ticket. */
export type TicketEvent = Extract<CloudEvent, { type: `oss.ticket.${string}` }>;

/** A ticket of which nothing is told. */
export function newTicket(id: string): Ticket {
  return {
    id,
    issued: noMark(),
    queue: "",
    booked: "",
    calls: [],
    toggles: [],
    closed: noMark(),
    closedBy: "",
    outcome: "",
    left: noMark(),
    standing: newStanding(),
  };
}

/** Takes in one event: of several of one kind the earliest counts; calls and pauses are all kept, in their order. */
export function absorbTicketEvent(ticket: Ticket, event: TicketEvent, time: number, sequence: number): void {
  const mark = { time, sequence };
  switch (event.type) {
    case "oss.ticket.issued": {
      const booked = event.data.booked ?? "";
      if (compareMarks(mark, ticket.issued, `${event.data.queue}|${booked}`, `${ticket.queue}|${ticket.booked}`) >= 0)
        return;
      Object.assign(ticket.issued, mark);
      ticket.queue = event.data.queue;
      ticket.booked = booked;
      return;
    }
    case "oss.ticket.called": {
      const call = { time, sequence, operator: event.data.operator, desk: event.data.desk ?? "" };
      insertOrdered(ticket.calls, call, (a, b) =>
        compareMarks(a, b, `${a.operator}|${a.desk}`, `${b.operator}|${b.desk}`),
      );
      return;
    }
    case "oss.ticket.paused":
    case "oss.ticket.resumed": {
      const reason = event.type === "oss.ticket.paused" ? event.data.reason : "";
      insertOrdered(ticket.toggles, { time, sequence, reason }, (a, b) =>
        compareMarks(a, b, a.reason || LAST, b.reason || LAST),
      );
      return;
    }
    case "oss.ticket.closed": {
      const { operator, outcome } = event.data;
      if (compareMarks(mark, ticket.closed, `${operator}|${outcome}`, `${ticket.closedBy}|${ticket.outcome}`) >= 0)
        return;
      Object.assign(ticket.closed, mark);
      ticket.closedBy = operator;
      ticket.outcome = outcome;
      return;
    }
    case "oss.ticket.left":
      keepEarliest(ticket.left, time, sequence);
  }
}

/** The call that counts: the last one not after the closing. */
export function countingCall(ticket: Ticket): Call | null {
  for (let at = ticket.calls.length - 1; at >= 0; at -= 1) {
    const call = ticket.calls[at] as Call;
    if (call.time <= ticket.closed.time) return call;
  }
  return null;
}

/** The operator of a ticket: who closed it, else who called it, else nobody. */
export function operatorOf(ticket: Ticket): string {
  if (happened(ticket.closed)) return ticket.closedBy;
  return countingCall(ticket)?.operator ?? "";
}

/** A pause of a ticket that has ended, by being resumed or by the closing. */
export interface Pause {
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

/** The ended pauses, and how many begin after the closing (a fact that can not be). */
export function pausesOf(ticket: Ticket): { readonly pauses: readonly Pause[]; readonly impossible: number } {
  if (ticket.toggles.length === 0) return { pauses: [], impossible: 0 };
  const pauses: Pause[] = [];
  let impossible = 0;
  let open: Toggle | null = null;
  const close = (from: Toggle, to: number) => {
    if (from.time > ticket.closed.time) impossible += 1;
    else pauses.push({ from: from.time, to: Math.min(to, ticket.closed.time), reason: from.reason });
  };
  for (const toggle of ticket.toggles) {
    if (toggle.reason !== "") open ??= toggle;
    else if (open !== null) {
      close(open, toggle.time);
      open = null;
    }
  }
  if (open !== null && happened(ticket.closed)) close(open, ticket.closed.time);
  return { pauses, impossible };
}

/** Time between call and closing in ms, less the pauses that fall into it. */
export function serviceTime(call: number, closed: number, pauses: readonly Pause[]): number {
  let rest = closed - call;
  for (const pause of pauses) rest -= Math.max(0, Math.min(pause.to, closed) - Math.max(pause.from, call));
  return rest;
}

/** Adds to the rows (sign 1), or takes back (−1), all that the ticket counts. */
export function contributeTicket(ticket: Ticket, office: OfficeState, sign: number): void {
  const { book, zone } = office;
  const { issued, closed, left } = ticket;
  const call = countingCall(ticket);
  const operator = operatorOf(ticket);
  const cells = book.cells;
  if (happened(issued)) {
    const quarter = localQuarter(issued.time, zone);
    cells.at(localDay(issued.time, zone), operator, "");
    cells.add(AT.ticketsIssued, sign);
    cells.curve(quarter, IN_QUARTER.ticketsIssued, sign);
    const waited = call === null ? -1 : call.time - issued.time;
    if (waited >= 0) {
      cells.duration("waiting", waited, sign);
      cells.curve(quarter, IN_QUARTER.waitingN, sign);
      cells.curve(quarter, IN_QUARTER.waitingSum, sign * waited);
      if (waited <= office.waitNorm) cells.add(AT.withinNorm, sign);
    } else if (call !== null) cells.add(AT.negative, sign);
  }
  if (call !== null) {
    cells.at(localDay(call.time, zone), operator, "");
    cells.add(AT.called, sign);
    cells.curve(localQuarter(call.time, zone), IN_QUARTER.called, sign);
  }
  if (happened(left)) {
    cells.at(localDay(left.time, zone), operator, "");
    cells.add(AT.left, sign);
    cells.curve(localQuarter(left.time, zone), IN_QUARTER.left, sign);
  }
  const { pauses, impossible } = pausesOf(ticket);
  if (happened(closed)) contributeClosing(ticket, office, call, pauses, sign);
  else if (call !== null) office.serveOpen(operator, call.time, sign);
  for (const pause of pauses)
    if (pause.reason === "payment")
      cells.at(localDay(pause.from, zone), operator, "").add(AT.paymentPause, sign * (pause.to - pause.from));
  if (impossible > 0) cells.at(localDay(closed.time, zone), operator, "").add(AT.negative, sign * impossible);
}

function contributeClosing(
  ticket: Ticket,
  office: OfficeState,
  call: Call | null,
  pauses: readonly Pause[],
  sign: number,
): void {
  const { book, zone } = office;
  const { closed, closedBy, outcome } = ticket;
  const cells = book.cells.at(localDay(closed.time, zone), closedBy, "");
  const quarter = localQuarter(closed.time, zone);
  if (outcome === "no-show") cells.add(AT.noShow, sign);
  if (outcome === "served") {
    cells.add(AT.served, sign);
    cells.curve(quarter, IN_QUARTER.served, sign);
    if (call !== null) {
      const duration = serviceTime(call.time, closed.time, pauses);
      cells.duration("service", duration, sign);
      cells.curve(quarter, IN_QUARTER.serviceN, sign);
      cells.curve(quarter, IN_QUARTER.serviceSum, sign * duration);
    }
  }
  if (call === null && ticket.calls.length > 0) cells.add(AT.negative, sign);
  if (call === null) return;
  if (closed.time - call.time > LONGEST_INTERVAL)
    book.cells.at(localDay(call.time, zone), closedBy, "").add(AT.negative, sign);
  else
    cutAtMidnight(call.time, closed.time, zone, (day, duration) =>
      book.cells.at(day, closedBy, "").add(AT.serving, sign * duration),
    );
}

/** Where the ticket stands: what the hall and the desks show now; null when it is over or not begun. */
export function ticketNow(ticket: Ticket): "waiting" | "serving" | null {
  if (happened(ticket.closed)) return null;
  if (ticket.calls.length > 0) return "serving";
  return happened(ticket.issued) && ticket.left.time === NEVER ? "waiting" : null;
}
