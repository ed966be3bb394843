import type { CloudEvent, EventData } from "../../shared/events.ts";
import { localDay, localQuarter } from "../../shared/time.ts";
import { delayKey, returnKey } from "./cause.ts";
import { holderAt } from "./holderAt.ts";
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
import { AT } from "./row.ts";
import { IN_QUARTER } from "./series.ts";
import type { Standing } from "./standing.ts";

type Fault = EventData<"oss.application.returned">["fault"];

/** One time that the authority sent the application back unprocessed. */
export interface Return extends Mark {
  readonly reason: string;
  readonly fault: Fault;
}

/** A further time (epoch ms) that an application was sent to its authority or received there. */
export type Again = readonly [at: number, step: "sent" | "received"];

/** What the acceptance of an application says. */
export interface Acceptance {
  readonly operator: string;
  readonly service: string;
  readonly authority: string;
  /** Service and authority together: what its rows are kept by. */
  readonly matter: string;
  readonly variant: string;
  readonly ticket: string;
  readonly corrects: string;
  /** The given due moment (epoch ms), null when the deadline engine is to compute it. */
  readonly given: number | null;
}

/** One request for one service, as far as it is told. Absorbs its events in any order. */
export interface Application extends Standing {
  readonly id: string;
  accepted: Mark;
  acceptance: Acceptance | null;
  /** The deadline (epoch ms), fixed at acceptance; `NEVER` when there is none. */
  due: number;
  /** Whether the clock has passed the deadline. */
  duePassed: boolean;
  /** Whether the deadline is new or has passed since it was last stored among those to come. */
  dueChanged: boolean;
  sent: Mark;
  received: Mark;
  returns: readonly Return[];
  /** When it was sent and received once more after the first time, which alone counts in figures: tells who has it now. */
  again: readonly Again[];
  ready: Mark;
  declined: Mark;
  declinedFor: string;
  withdrawn: Mark;
  issued: Mark;
  issuedBy: string;
  /** The day (UTC) on which the last event about it arrived; `NEVER` when that was not kept. */
  arrived: number;
}

/** Events that tell of a numbered application. */
export type ApplicationEvent = Exclude<
  Extract<CloudEvent, { type: `oss.application.${string}` }>,
  { type: "oss.application.rejected" }
>;

/** An application of which nothing is told. */
export function newApplication(id: string): Application {
  return {
    id,
    accepted: NO_MARK,
    acceptance: null,
    due: NEVER,
    duePassed: false,
    dueChanged: false,
    sent: NO_MARK,
    received: NO_MARK,
    returns: NONE,
    again: NONE,
    ready: NO_MARK,
    declined: NO_MARK,
    declinedFor: "",
    withdrawn: NO_MARK,
    issued: NO_MARK,
    issuedBy: "",
    arrived: 0,
    changed: false,
    counted: false,
  };
}

function acceptanceOf(data: EventData<"oss.application.accepted">, due: number | null): Acceptance {
  const { operator, service, authority, variant = "", ticket = "", corrects = "" } = data;
  return { operator, service, authority, matter: matterOf(service, authority), variant, ticket, corrects, given: due };
}

/**
 * Takes in one event: of several of one kind the earliest counts, every return is kept. True when the acceptance
 * changed, so that the deadline must be fixed anew. `due` is the parsed due moment of an acceptance.
 */
export function absorbApplicationEvent(
  application: Application,
  event: ApplicationEvent,
  time: number,
  sequence: number,
  due: number | null,
): boolean {
  switch (event.type) {
    case "oss.application.accepted": {
      const order = compareMarks({ time, sequence }, application.accepted);
      if (order > 0) return false;
      const acceptance = acceptanceOf(event.data, due);
      if (order === 0 && JSON.stringify(acceptance) >= JSON.stringify(application.acceptance)) return false;
      application.accepted = { time, sequence };
      application.acceptance = acceptance;
      return true;
    }
    case "oss.application.sent":
      keepEvery(application, "sent", time, sequence);
      return false;
    case "oss.application.received":
      keepEvery(application, "received", time, sequence);
      return false;
    case "oss.application.returned": {
      const { reason, fault } = event.data;
      application.returns = inserted(application.returns, { time, sequence, reason, fault }, compareReturns);
      return false;
    }
    case "oss.application.ready":
      application.ready = earliest(application.ready, time, sequence);
      return false;
    case "oss.application.declined": {
      const reason = event.data.reason ?? "";
      const order = compareMarks({ time, sequence }, application.declined);
      if (order > 0 || (order === 0 && reason >= application.declinedFor)) return false;
      application.declined = { time, sequence };
      application.declinedFor = reason;
      return false;
    }
    case "oss.application.withdrawn":
      application.withdrawn = earliest(application.withdrawn, time, sequence);
      return false;
    case "oss.application.issued": {
      const operator = event.data.operator ?? "";
      const order = compareMarks({ time, sequence }, application.issued);
      if (order > 0 || (order === 0 && operator >= application.issuedBy)) return false;
      application.issued = { time, sequence };
      application.issuedBy = operator;
      return false;
    }
  }
}

/** The earliest is the one that counts; the later ones are kept beside it. */
function keepEvery(application: Application, step: Again[1], time: number, sequence: number): void {
  const mark = application[step];
  if (happened(mark))
    application.again = inserted<Again>(application.again, [Math.max(mark.time, time), step], compareAgain);
  application[step] = earliest(mark, time, sequence);
}

const compareAgain = (a: Again, b: Again) => a[0] - b[0] || compareContents(a[1], b[1]);

const compareReturns = (a: Return, b: Return) =>
  compareMarks(a, b) || compareContents(`${a.fault}|${a.reason}`, `${b.fault}|${b.reason}`);

/** When the clock was stopped: the earliest of ready, declined and withdrawn; `NEVER` while it runs. */
export function clockStop(application: Application): number {
  return Math.min(application.ready.time, application.declined.time, application.withdrawn.time);
}

/** When the authority was done: the earlier of ready and declined; `NEVER` while it is not. */
export function finished(application: Application): number {
  return Math.min(application.ready.time, application.declined.time);
}

/** The service and authority under which an application counts, as its rows are kept by. */
export function matterOf(service: string, authority: string): string {
  return `${service}|${authority}`;
}

/** Adds to the rows (sign 1), or takes back (−1), all that the application counts. */
export function contributeApplication(application: Application, office: OfficeState, sign: number): void {
  const { book, zone } = office;
  const { accepted, acceptance, due, duePassed, ready, declined, withdrawn, issued } = application;
  const operator = acceptance?.operator ?? "";
  const matter = acceptance?.matter ?? "";
  const on = (time: number) => book.cells.at(localDay(time, zone), operator, matter);
  const done = finished(application);

  if (acceptance !== null) {
    const cells = on(accepted.time);
    cells.add(AT.accepted, sign);
    cells.curve(localQuarter(accepted.time, zone), IN_QUARTER.accepted, sign);
    if (done !== NEVER) {
      if (done >= accepted.time) cells.duration("lead", done - accepted.time, sign);
      else cells.add(AT.negative, sign);
    } else if (!happened(withdrawn)) cells.add(AT.open, sign);
    if (duePassed && due <= withdrawn.time) {
      const dueCells = on(due - 1);
      dueCells.add(AT.due, sign);
      if (clockStop(application) > due) {
        dueCells.add(AT.delayed, sign);
        const holder = holderAt(application, due);
        book.countCause(localDay(due - 1, zone), delayKey(holder, acceptance.matter), AT.delayed, sign);
      }
    }
  }
  for (const each of application.returns) {
    const cells = on(each.time);
    cells.add(AT.returned, sign);
    book.countCause(localDay(each.time, zone), returnKey(each.fault, matter, each.reason), AT.returned, sign);
    if (each.fault === "operator") cells.add(AT.returnedByOperator, sign);
  }
  if (happened(ready)) on(ready.time).add(AT.ready, sign);
  if (happened(declined)) on(declined.time).add(AT.declined, sign);
  if (happened(withdrawn)) on(withdrawn.time).add(AT.withdrawn, sign);
  if (happened(issued)) on(issued.time).add(AT.issued, sign);
  contributeLegs(application, on, sign);
}

const LEGS = {
  acceptedToSent: [AT.acceptedToSentN, AT.acceptedToSent],
  backOffice: [AT.backOfficeN, AT.backOffice],
  readyToIssued: [AT.readyToIssuedN, AT.readyToIssued],
} as const;

/** The legs of the way, each counted on the day on which it ends. */
function contributeLegs(
  application: Application,
  on: (time: number) => { add(counter: number, amount: number): void },
  sign: number,
): void {
  const { accepted, sent, received, ready, issued } = application;
  const leg = (which: keyof typeof LEGS, from: number, to: number) => {
    if (from === NEVER || to === NEVER) return;
    const cells = on(to);
    if (to < from) return cells.add(AT.negative, sign);
    cells.add(LEGS[which][0], sign);
    cells.add(LEGS[which][1], sign * (to - from));
  };
  leg("acceptedToSent", accepted.time, sent.time);
  leg("backOffice", happened(sent) ? sent.time : received.time, finished(application));
  leg("readyToIssued", ready.time, issued.time);
}
