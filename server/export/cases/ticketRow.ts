import { happened, NEVER } from "../../core/moment.ts";
import { countingCall, operatorOf, pausesOf, serviceTime, type Ticket } from "../../core/ticket.ts";
import { localMoment } from "../localMoment.ts";
import type { CaseColumn } from "./caseFile.ts";

type Column = CaseColumn<Ticket>;

/** When a ticket begins: its issue, else the earliest that is told of it (epoch ms). */
export function ticketBegin({ issued, calls, closed, left, toggles }: Ticket): number {
  if (happened(issued)) return issued.time;
  return Math.min(closed.time, left.time, ...calls.map(({ time }) => time), ...toggles.map(({ time }) => time));
}

const seconds = (ms: number): number | null => (Number.isFinite(ms) && ms >= 0 ? ms / 1_000 : null);

function outcomeOf({ closed, outcome, left, calls }: Ticket): string {
  if (happened(closed)) return outcome;
  if (happened(left) && calls.length === 0) return "left";
  return calls.length > 0 ? "being served" : "waiting";
}

function paused(ticket: Ticket, reason: string | null): number {
  return pausesOf(ticket)
    .pauses.filter((pause) => reason === null || pause.reason === reason)
    .reduce((sum, { from, to }) => sum + to - from, 0);
}

const operator: Column = { field: "operator", kind: "text", read: (of) => operatorOf(of) || null };

/** The columns of single tickets; who served only for those who may see operators. */
export function ticketColumns(operators: boolean): Column[] {
  return [
    { field: "office", kind: "text", read: (_of, { id }) => id, named: true },
    { field: "ticket", kind: "text", read: ({ id }) => id },
    { field: "queue", kind: "text", read: ({ queue, issued }) => (happened(issued) ? queue : null) },
    { field: "booked", kind: "text", read: ({ booked }) => booked || null },
    ...(operators ? [operator] : []),
    { field: "desk", kind: "text", read: (of) => countingCall(of)?.desk || null },
    { field: "outcome", kind: "text", read: outcomeOf },
    { field: "issued", kind: "moment", read: ({ issued }, { zone }) => localMoment(issued.time, zone) },
    { field: "called", kind: "moment", read: (of, { zone }) => localMoment(countingCall(of)?.time ?? NEVER, zone) },
    { field: "closed", kind: "moment", read: ({ closed }, { zone }) => localMoment(closed.time, zone) },
    { field: "left", kind: "moment", read: ({ left }, { zone }) => localMoment(left.time, zone) },
    { field: "calls", kind: "count", read: ({ calls }) => calls.length },
    {
      field: "waiting.seconds",
      kind: "seconds",
      read: (of) => seconds((countingCall(of)?.time ?? NEVER) - of.issued.time),
    },
    {
      field: "service.seconds",
      kind: "seconds",
      read: (of) => {
        const call = countingCall(of);
        if (call === null || of.outcome !== "served" || !happened(of.closed)) return null;
        return seconds(serviceTime(call.time, of.closed.time, pausesOf(of).pauses));
      },
    },
    { field: "paused.seconds", kind: "seconds", read: (of) => paused(of, null) / 1_000 },
    { field: "payment.seconds", kind: "seconds", read: (of) => paused(of, "payment") / 1_000 },
  ];
}
