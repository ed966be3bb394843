import type { CaseFigure } from "../../shared/explore.ts";
import type { Day } from "../../shared/time.ts";
import { localDay } from "../../shared/time.ts";
import { type Application, clockStop, finished } from "./application.ts";
import { happened, NEVER } from "./moment.ts";
import { countingCall, pausesOf, serviceTime, type Ticket } from "./ticket.ts";

/** Where and when cases are counted: the office's zone and norm (ms), the dates (both included), and now (epoch ms). */
export interface Counting {
  readonly zone: string;
  readonly waitNorm: number;
  readonly from: Day;
  readonly to: Day;
  readonly now: number;
}

/** That a case counts: at which moment, and the duration (seconds) that the figure measures of it. */
export interface Counted {
  readonly at: number;
  readonly seconds: number | null;
}

function within(counting: Counting, moment: number): boolean {
  if (moment === NEVER) return false;
  const day = localDay(moment, counting.zone);
  return day >= counting.from && day <= counting.to;
}

const at = (moment: number, seconds: number | null = null): Counted => ({ at: moment, seconds });

/** Whether and when a figure counts an application ([F1]–[F4]); null: it does not, or it counts tickets. */
export function countedApplication(of: Application, figure: CaseFigure, counting: Counting): Counted | null {
  const on = (moment: number, seconds: number | null = null) => (within(counting, moment) ? at(moment, seconds) : null);
  const isDue = of.due !== NEVER && of.due <= counting.now && of.withdrawn.time >= of.due;
  const accepted = of.accepted.time;
  switch (figure) {
    case "accepted":
      return on(accepted);
    case "ready":
    case "declined":
    case "issued":
    case "withdrawn":
      return on(of[figure].time);
    case "returned":
    case "returnedByOperator": {
      const found = of.returns.find(
        ({ time, fault }) => within(counting, time) && (figure === "returned" || fault === "operator"),
      );
      return found === undefined ? null : at(found.time);
    }
    case "due":
    case "delayed": {
      const counts = isDue && within(counting, of.due - 1) && (figure === "due" || clockStop(of) > of.due);
      return counts ? at(of.due) : null;
    }
    case "open":
      return happened(of.accepted) && finished(of) === NEVER && of.withdrawn.time === NEVER ? on(accepted) : null;
    case "leadTime": {
      const end = finished(of);
      return happened(of.accepted) && end !== NEVER && end >= accepted ? on(accepted, (end - accepted) / 1_000) : null;
    }
    default:
      return null;
  }
}

/** Whether and when a figure counts a ticket ([F1]–[F4]); null: it does not, or it counts applications. */
export function countedTicket(of: Ticket, figure: CaseFigure, counting: Counting): Counted | null {
  const on = (moment: number, seconds: number | null = null) => (within(counting, moment) ? at(moment, seconds) : null);
  const call = countingCall(of);
  const waited = call === null || !happened(of.issued) ? -1 : call.time - of.issued.time;
  switch (figure) {
    case "ticketsIssued":
      return on(of.issued.time);
    case "called":
      return call === null ? null : on(call.time);
    case "served":
    case "noShow":
      return of.outcome === (figure === "served" ? "served" : "no-show") ? on(of.closed.time) : null;
    case "left":
      return on(of.left.time);
    case "waitingTime":
      return waited < 0 ? null : on(of.issued.time, waited / 1_000);
    case "withinNorm":
      return waited < 0 || waited > counting.waitNorm ? null : on(of.issued.time, waited / 1_000);
    case "serviceTime": {
      if (call === null || of.outcome !== "served") return null;
      const seconds = serviceTime(call.time, of.closed.time, pausesOf(of).pauses) / 1_000;
      return seconds < 0 ? null : on(of.closed.time, seconds);
    }
    default:
      return null;
  }
}

/** Whether a figure counts tickets, and not applications. */
export function countsTickets(figure: CaseFigure): boolean {
  return ["ticketsIssued", "called", "served", "noShow", "left", "waitingTime", "withinNorm", "serviceTime"].includes(
    figure,
  );
}
