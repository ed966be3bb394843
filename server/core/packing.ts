import { type Again, type Application, matterOf, type Return } from "./application.ts";
import { type Mark, NEVER, NO_MARK, NONE } from "./moment.ts";
import { intervalsOf, type Lead, type OperatorDay, type StaffMark } from "./operatorDay.ts";
import type { OperatorSpine } from "./operatorSpine.ts";
import type { Call, Ticket, Toggle } from "./ticket.ts";

/*
 * Entities as they are stored, whole and short. What is written by the thousand every second, tickets and applications,
 * is put together by hand: fields between commas, which no identifier contains; what has not happened is left empty.
 * The reverse of each is beside it, and a property test holds them to each other.
 */

const orNull = (moment: number): number | null => (moment === NEVER ? null : moment);
const orNever = (moment: number | null): number => moment ?? NEVER;

const arrival = (day: number): number | "" => (day === NEVER ? "" : day);
const unarrival = (text: string | undefined): number => (text === undefined || text === "" ? NEVER : Number(text));

function mark({ time, sequence }: Mark): string {
  return time === NEVER ? "," : `${time},${sequence}`;
}

function unmark(fields: readonly string[], at: number): Mark {
  const time = fields[at];
  return time === "" || time === undefined ? NO_MARK : { time: Number(time), sequence: Number(fields[at + 1]) };
}

function list(text: string | undefined): string[][] {
  return text === undefined || text === "" ? [] : text.split("|").map((entry) => entry.split(","));
}

/** A ticket as text: its facts, then its calls, then its pauses. */
export function packTicket(of: Ticket): string {
  let calls = "";
  for (const { time, sequence, operator, desk } of of.calls)
    calls += `${calls === "" ? "" : "|"}${time},${sequence},${operator},${desk}`;
  let toggles = "";
  for (const { time, sequence, reason } of of.toggles)
    toggles += `${toggles === "" ? "" : "|"}${time},${sequence},${reason}`;
  const facts = `${mark(of.issued)},${of.queue},${of.booked},${mark(of.closed)},${of.closedBy},${of.outcome},${mark(of.left)},${arrival(of.arrived)}`;
  return `${facts};${calls};${toggles}`;
}

/** The ticket of a text made by `packTicket`. */
export function unpackTicket(id: string, text: string): Ticket {
  const [facts, calls, toggles] = text.split(";") as [string, string, string];
  const fields = facts.split(",");
  // in the order of `newTicket`: entities of one shape are read the fastest
  return {
    id,
    issued: unmark(fields, 0),
    queue: fields[2] as Ticket["queue"],
    booked: fields[3] as string,
    calls: list(calls).map(
      ([time, sequence, operator = "", desk = ""]): Call => ({
        time: Number(time),
        sequence: Number(sequence),
        operator,
        desk,
      }),
    ),
    toggles: list(toggles).map(
      ([time, sequence, reason = ""]): Toggle => ({ time: Number(time), sequence: Number(sequence), reason }),
    ),
    closed: unmark(fields, 4),
    closedBy: fields[6] as string,
    outcome: fields[7] as Ticket["outcome"],
    left: unmark(fields, 8),
    arrived: unarrival(fields[10]),
    changed: false,
    counted: true,
    onBoard: true,
  };
}

type Words = readonly [
  declinedFor: string,
  returns: readonly (readonly [number, number, string, Return["fault"]])[],
  again?: readonly Again[],
];

/** An application as text: its facts, and after a line break what is said in free words, if anything. */
export function packApplication(of: Application): string {
  const { acceptance } = of;
  const accepted =
    acceptance === null
      ? ",,,,,,"
      : `${acceptance.operator},${acceptance.service},${acceptance.authority},${acceptance.variant},${acceptance.ticket},${acceptance.corrects},${acceptance.given ?? ""}`;
  const due = of.due === NEVER ? "" : of.due;
  const steps = `${mark(of.sent)},${mark(of.received)},${mark(of.ready)},${mark(of.declined)},${mark(of.withdrawn)},${mark(of.issued)}`;
  const facts = `${mark(of.accepted)},${accepted},${due},${of.duePassed ? 1 : ""},${steps},${of.issuedBy},${arrival(of.arrived)}`;
  if (of.declinedFor === "" && of.returns.length === 0 && of.again.length === 0) return facts;
  const returns = of.returns.map(({ time, sequence, reason, fault }) => [time, sequence, reason, fault] as const);
  return `${facts}\n${JSON.stringify([of.declinedFor, returns, of.again] satisfies Words)}`;
}

/** The application of a text made by `packApplication`. */
export function unpackApplication(id: string, text: string): Application {
  const line = text.indexOf("\n");
  const fields = (line < 0 ? text : text.slice(0, line)).split(",");
  const words: Words = line < 0 ? ["", []] : JSON.parse(text.slice(line + 1));
  const [declinedFor, returns, again = NONE] = words;
  const accepted = unmark(fields, 0);
  const field = (at: number) => fields[at] as string;
  return {
    id,
    accepted,
    acceptance:
      accepted.time === NEVER
        ? null
        : {
            operator: field(2),
            service: field(3),
            authority: field(4),
            matter: matterOf(field(3), field(4)),
            variant: field(5),
            ticket: field(6),
            corrects: field(7),
            given: field(8) === "" ? null : Number(field(8)),
          },
    due: field(9) === "" ? NEVER : Number(field(9)),
    duePassed: field(10) === "1",
    dueChanged: false,
    sent: unmark(fields, 11),
    received: unmark(fields, 13),
    returns: returns.map(([time, sequence, reason, fault]): Return => ({ time, sequence, reason, fault })),
    again,
    ready: unmark(fields, 15),
    declined: unmark(fields, 17),
    declinedFor,
    withdrawn: unmark(fields, 19),
    issued: unmark(fields, 21),
    issuedBy: field(23),
    arrived: unarrival(fields[24]),
    changed: false,
    counted: true,
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
    orNull(of.arrived),
  ]);
}

/** The operator's day of a text made by `packOperatorDay`. */
export function unpackOperatorDay(operator: string, day: number, text: string): OperatorDay {
  const [last, servingOpen, servingStart, next, acts, arrived] = JSON.parse(text) as [
    number | null,
    number,
    number,
    [number | null, number | null],
    [number, number, StaffMark["act"], string, string, string][],
    (number | null)?,
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
    arrived: orNever(arrived ?? null),
    changed: false,
    counted: true,
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
