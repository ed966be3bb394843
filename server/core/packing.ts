import type { Application, Return } from "./application.ts";
import { NEVER, packMark, unpackMark } from "./moment.ts";
import { intervalsOf, type Lead, type OperatorDay, type StaffMark } from "./operatorDay.ts";
import type { OperatorSpine } from "./operatorSpine.ts";
import { storedStanding } from "./standing.ts";
import type { Call, Ticket, Toggle } from "./ticket.ts";

/*
 * Entities as they are stored: JSON arrays without names, whole. A number that means "never" is stored as null.
 * The reverse of each is beside it, and a property test holds them to each other.
 */

type PackedMark = readonly [number, number] | null;
const orNull = (moment: number): number | null => (moment === NEVER ? null : moment);
const orNever = (moment: number | null): number => moment ?? NEVER;

/** A ticket as text. */
export function packTicket(of: Ticket): string {
  return JSON.stringify([
    packMark(of.issued),
    of.queue,
    of.booked,
    packMark(of.closed),
    of.closedBy,
    of.outcome,
    packMark(of.left),
    of.calls.map(({ time, sequence, operator, desk }) => [time, sequence, operator, desk]),
    of.toggles.map(({ time, sequence, reason }) => [time, sequence, reason]),
  ]);
}

/** The ticket of a text made by `packTicket`. */
export function unpackTicket(id: string, text: string): Ticket {
  const [issued, queue, booked, closed, closedBy, outcome, left, calls, toggles] = JSON.parse(text) as [
    PackedMark,
    Ticket["queue"],
    string,
    PackedMark,
    string,
    Ticket["outcome"],
    PackedMark,
    [number, number, string, string][],
    [number, number, string][],
  ];
  return {
    id,
    issued: unpackMark(issued),
    queue,
    booked,
    closed: unpackMark(closed),
    closedBy,
    outcome,
    left: unpackMark(left),
    calls: calls.map(([time, sequence, operator, desk]): Call => ({ time, sequence, operator, desk })),
    toggles: toggles.map(([time, sequence, reason]): Toggle => ({ time, sequence, reason })),
    standing: storedStanding(),
  };
}

/** An application as text. */
export function packApplication(of: Application): string {
  const { acceptance } = of;
  return JSON.stringify([
    packMark(of.accepted),
    acceptance && [
      acceptance.operator,
      acceptance.service,
      acceptance.authority,
      acceptance.variant,
      acceptance.ticket,
      acceptance.corrects,
      acceptance.given,
    ],
    orNull(of.due),
    of.duePassed ? 1 : 0,
    packMark(of.sent),
    packMark(of.received),
    of.returns.map(({ time, sequence, reason, fault }) => [time, sequence, reason, fault]),
    packMark(of.ready),
    packMark(of.declined),
    of.declinedFor,
    packMark(of.withdrawn),
    packMark(of.issued),
    of.issuedBy,
  ]);
}

/** The application of a text made by `packApplication`. */
export function unpackApplication(id: string, text: string): Application {
  const packed = JSON.parse(text) as [
    PackedMark,
    [string, string, string, string, string, string, number | null] | null,
    number | null,
    0 | 1,
    PackedMark,
    PackedMark,
    [number, number, string, Return["fault"]][],
    PackedMark,
    PackedMark,
    string,
    PackedMark,
    PackedMark,
    string,
  ];
  const [accepted, acceptance, due, duePassed, sent, received, returns, ready, declined] = packed;
  const [, , , , , , , , , declinedFor, withdrawn, issued, issuedBy] = packed;
  return {
    id,
    accepted: unpackMark(accepted),
    acceptance: acceptance && {
      operator: acceptance[0],
      service: acceptance[1],
      authority: acceptance[2],
      variant: acceptance[3],
      ticket: acceptance[4],
      corrects: acceptance[5],
      given: acceptance[6],
    },
    due: orNever(due),
    duePassed: duePassed === 1,
    sent: unpackMark(sent),
    received: unpackMark(received),
    returns: returns.map(([time, sequence, reason, fault]): Return => ({ time, sequence, reason, fault })),
    ready: unpackMark(ready),
    declined: unpackMark(declined),
    declinedFor,
    withdrawn: unpackMark(withdrawn),
    issued: unpackMark(issued),
    issuedBy,
    standing: storedStanding(),
  };
}

/** `out` is −1 where a day neither signs in nor out. */
const packLead = ({ out, resume }: Lead) => [out === null ? -1 : orNull(out), orNull(resume)] as const;
const unpackLead = ([out, resume]: readonly [number | null, number | null]): Lead => ({
  out: out === -1 ? null : orNever(out),
  resume: orNever(resume),
});

/** An operator's day as text. */
export function packOperatorDay(of: OperatorDay): string {
  return JSON.stringify([
    Number.isFinite(of.last) ? of.last : null,
    of.servingOpen,
    of.servingStart,
    packLead(of.next),
    of.acts.map(({ time, sequence, act, reason, desk, role }) => [time, sequence, act, reason, desk, role]),
  ]);
}

/** The operator's day of a text made by `packOperatorDay`. */
export function unpackOperatorDay(operator: string, day: number, text: string): OperatorDay {
  const [last, servingOpen, servingStart, next, acts] = JSON.parse(text) as [
    number | null,
    number,
    number,
    [number | null, number | null],
    [number, number, StaffMark["act"], string, string, string][],
  ];
  const of: OperatorDay = {
    operator,
    day,
    last: last ?? Number.NEGATIVE_INFINITY,
    servingOpen,
    servingStart,
    next: unpackLead(next),
    acts: acts.map(([time, sequence, act, reason, desk, role]) => ({ time, sequence, act, reason, desk, role })),
    signedOpen: 0,
    pausedOpen: 0,
    standing: storedStanding(),
  };
  const { signed, paused } = intervalsOf(of);
  of.signedOpen = signed.filter(({ to }) => to === NEVER).length;
  of.pausedOpen = paused.filter(({ to }) => to === NEVER).length;
  return of;
}

/** The days of an operator's acts as text. */
export function packSpine(of: OperatorSpine): string {
  return JSON.stringify(
    of.days.map(({ day, lead }) => (packLead(lead).some((end) => end !== null) ? [day, ...packLead(lead)] : day)),
  );
}

/** The days of a text made by `packSpine`. */
export function unpackSpine(operator: string, text: string): OperatorSpine {
  const days = JSON.parse(text) as (number | [number, number | null, number | null])[];
  return {
    operator,
    days: days.map((entry) =>
      typeof entry === "number"
        ? { day: entry, lead: { out: NEVER, resume: NEVER } }
        : { day: entry[0], lead: unpackLead([entry[1], entry[2]]) },
    ),
  };
}
