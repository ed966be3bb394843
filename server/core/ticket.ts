import type { CloudEvent, EventData } from "../../shared/events.ts";
import { localDay, localQuarter } from "../../shared/time.ts";
import {
  compareContents,
  compareMarks,
  earliest,
  happened,
  inserted,
  type Mark,
  NEVER,
  NO_MARK,
  NONE,
} from "./moment.ts";
import type { OfficeState } from "./office.ts";
import { cutAtMidnight, LONGEST_INTERVAL } from "./operatorDay.ts";
import { AT } from "./row.ts";
import { IN_QUARTER } from "./series.ts";
import type { Standing } from "./standing.ts";

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
export interface Ticket extends Standing {
  readonly id: string;
  issued: Mark;
  queue: Queue | "";
  booked: string;
  calls: readonly Call[];
  toggles: readonly Toggle[];
  closed: Mark;
  closedBy: string;
  outcome: Outcome | "";
  left: Mark;
  /** The day (UTC) on which the last event about it arrived; `NEVER` when that was not kept. */
  arrived: number;
  /** Whether the stored board may show it. */
  onBoard: boolean;
}

/** Of a pause and its end with equal marks the pause comes first. */
const LAST = "\uffff";

/** Events that tell of a ticket. */
export type TicketEvent = Extract<CloudEvent, { type: `oss.ticket.${string}` }>;

/** A ticket of which nothing is told. */
export function newTicket(id: string): Ticket {
  return {
    id,
    issued: NO_MARK,
    queue: "",
    booked: "",
    calls: NONE,
    toggles: NONE,
    closed: NO_MARK,
    closedBy: "",
    outcome: "",
    left: NO_MARK,
    arrived: 0,
    changed: false,
    counted: false,
    onBoard: false,
  };
}

const issueOf = (queue: string, booked: string) => `${queue}|${booked}`;
const closingOf = (operator: string, outcome: string) => `${operator}|${outcome}`;
const compareCalls = (a: Call, b: Call) =>
  compareMarks(a, b) || compareContents(`${a.operator}|${a.desk}`, `${b.operator}|${b.desk}`);
const compareToggles = (a: Toggle, b: Toggle) =>
  compareMarks(a, b) || compareContents(a.reason || LAST, b.reason || LAST);

/** Takes in one event: of several of one kind the earliest counts; calls and pauses are all kept, in their order. */
export function absorbTicketEvent(ticket: Ticket, event: TicketEvent, time: number, sequence: number): void {
  switch (event.type) {
    case "oss.ticket.issued": {
      const { queue, booked = "" } = event.data;
      const order = compareMarks({ time, sequence }, ticket.issued);
      if (order > 0) return;
      if (order === 0 && issueOf(queue, booked) >= issueOf(ticket.queue, ticket.booked)) return;
      ticket.issued = { time, sequence };
      ticket.queue = queue;
      ticket.booked = booked;
      return;
    }
    case "oss.ticket.called": {
      const { operator, desk = "" } = event.data;
      ticket.calls = inserted(ticket.calls, { time, sequence, operator, desk }, compareCalls);
      return;
    }
    case "oss.ticket.paused":
    case "oss.ticket.resumed": {
      const reason = event.type === "oss.ticket.paused" ? event.data.reason : "";
      ticket.toggles = inserted(ticket.toggles, { time, sequence, reason }, compareToggles);
      return;
    }
    case "oss.ticket.closed": {
      const { operator, outcome } = event.data;
      const order = compareMarks({ time, sequence }, ticket.closed);
      if (order > 0) return;
      if (order === 0 && closingOf(operator, outcome) >= closingOf(ticket.closedBy, ticket.outcome)) return;
      ticket.closed = { time, sequence };
      ticket.closedBy = operator;
      ticket.outcome = outcome;
      return;
    }
    case "oss.ticket.left":
      ticket.left = earliest(ticket.left, time, sequence);
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

interface Pauses {
  readonly pauses: readonly Pause[];
  readonly impossible: number;
}
const NO_PAUSES: Pauses = { pauses: [], impossible: 0 };

/** The ended pauses, and how many begin after the closing (a fact that can not be). */
export function pausesOf(ticket: Ticket): Pauses {
  if (ticket.toggles.length === 0) return NO_PAUSES;
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
