import { type Day, localDay } from "../../shared/time.ts";
import { NEVER } from "./moment.ts";
import type { OperatorDay } from "./operatorDay.ts";
import { countingCall, operatorOf, type Ticket, ticketNow } from "./ticket.ts";

/** A ticket that waits or is being served today, as the live view shows it. Moments are epoch ms. */
export interface TicketNow {
  readonly state: "waiting" | "serving";
  readonly queue: string;
  /** Waiting since it was issued, being served since it was called; null when its issue has not been told. */
  readonly since: number | null;
  readonly operator: string;
  readonly desk: string;
  /** Why it is paused and since when; empty while it is not. */
  readonly pausedFor: string;
  readonly pausedSince: number;
}

/** An operator's day as the live view shows it. */
export interface OperatorNow {
  readonly signedInSince: number;
  readonly pausedSince: number;
  readonly pausedFor: string;
  readonly desk: string;
  readonly role: string;
}

/** What the board shows of a ticket; null when it is over, or not of this local day. */
export function boardTicket(ticket: Ticket, today: Day, zone: string): TicketNow | null {
  const state = ticketNow(ticket);
  if (state === null) return null;
  const call = countingCall(ticket);
  const begun = call?.time ?? ticket.issued.time;
  if (begun === NEVER || localDay(begun, zone) !== today) return null;
  const last = ticket.toggles.at(-1);
  const paused = last !== undefined && last.reason !== "" ? last : null;
  return {
    state,
    queue: ticket.queue,
    since: begun,
    operator: operatorOf(ticket),
    desk: call?.desk ?? "",
    pausedFor: paused?.reason ?? "",
    pausedSince: paused?.time ?? 0,
  };
}

/** Whether the ticket may have stood on the board of this local day: it was issued or called on it. */
export function mayBeOnBoard(ticket: Ticket, today: Day, zone: string): boolean {
  const of = (time: number) => time !== NEVER && localDay(time, zone) === today;
  return of(ticket.issued.time) || ticket.calls.some(({ time }) => of(time));
}

/** What the board shows of an operator's running day; 0 stands for "not". */
export function boardOperator(day: OperatorDay): OperatorNow {
  let signedInSince = 0;
  let pausedSince = 0;
  let pausedFor = "";
  let desk = "";
  let role = "";
  for (const mark of day.acts) {
    if (mark.act === "sign-in") {
      if (signedInSince === 0) signedInSince = mark.time;
      desk = mark.desk || desk;
      role = mark.role || role;
    } else if (mark.act === "pause") {
      if (pausedSince === 0) {
        pausedSince = mark.time;
        pausedFor = mark.reason;
      }
    } else {
      pausedSince = 0;
      pausedFor = "";
      if (mark.act === "sign-out") signedInSince = 0;
    }
  }
  return { signedInSince, pausedSince, pausedFor, desk, role };
}
