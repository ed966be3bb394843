import { type Day, localDay } from "../../shared/time.ts";
import { recountApplication } from "./recountApplications.ts";
import { RecountSheet, type RecountWorld, type Told } from "./recountEntity.ts";
import { recountActs } from "./recountStaff.ts";
import { recountTicket } from "./recountTickets.ts";

/** Tickets or applications that are counted in one step. */
const STEP = 200;

function note<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/**
 * The figures of one office counted plainly: all its distinct events are put into lists by what they name, and each list is
 * counted by the definitions. It shares no state, no rows and no order of work with the fold; only the calendar, the
 * deadlines and the terms for which records are kept are the same.
 */
export class Recount {
  readonly #tickets = new Map<string, Told[]>();
  readonly #applications = new Map<string, Told[]>();
  readonly #acts = new Map<string, Told[]>();
  readonly #rest: Told[] = [];
  readonly #moments: number[] = [];
  /** The last event that names an operator, by local day. */
  readonly #named = new Map<string, number>();
  readonly #world: RecountWorld;

  constructor(world: RecountWorld) {
    this.#world = world;
  }

  /** Takes in a distinct event, in any order. */
  add(told: Told): void {
    const { event, time } = told;
    const { ticket, application, operator } = event.data as Partial<Record<string, string>>;
    this.#moments.push(time);
    if (operator !== undefined) {
      const key = this.#dayOf(operator, time);
      if (time > (this.#named.get(key) ?? Number.NEGATIVE_INFINITY)) this.#named.set(key, time);
    }
    const { type } = event;
    if (type.startsWith("oss.ticket.")) note(this.#tickets, ticket as string, told);
    else if (type.startsWith("oss.operator.")) note(this.#acts, operator as string, told);
    else if (type === "oss.application.rejected" || type.startsWith("oss.feedback.")) this.#rest.push(told);
    else if (type.startsWith("oss.application.")) note(this.#applications, application as string, told);
  }

  /** The sums of office-local days, both included: counts as they are, times in ms. */
  figures(from: Day, to: Day): Readonly<Record<string, number>> {
    const counting = this.counting(from, to);
    for (;;) {
      const { value, done } = counting.next();
      if (done) return value;
    }
  }

  /** The same in small steps, so that whoever counts can rest between them. */
  *counting(from: Day, to: Day): Generator<undefined, Readonly<Record<string, number>>> {
    const world = this.#world;
    const sheet = new RecountSheet(from, to, world.zone);
    const last = (operator: string, moment: number) => this.#named.get(this.#dayOf(operator, moment)) ?? moment;
    for (const moment of this.#moments) sheet.add(moment, "events");
    yield;
    let steps = 0;
    for (const told of this.#tickets.values()) {
      recountTicket(told, world, sheet, last);
      steps += 1;
      if (steps % STEP === 0) yield;
    }
    for (const told of this.#applications.values()) {
      recountApplication(told, world, sheet);
      steps += 1;
      if (steps % STEP === 0) yield;
    }
    for (const [operator, acts] of this.#acts) {
      recountActs(acts, world, sheet, (moment) => last(operator, moment));
      yield;
    }
    for (const { event, time } of this.#rest) {
      if (event.type === "oss.application.rejected") sheet.add(time, "rejected");
      if (event.type === "oss.feedback.complained") sheet.add(time, "complaints");
      if (event.type === "oss.feedback.thanked") sheet.add(time, "thanks");
      if (event.type !== "oss.feedback.rated") continue;
      sheet.add(time, "ratingsN");
      sheet.add(time, "ratingsSum", event.data.score);
    }
    return sheet.sums;
  }

  #dayOf(operator: string, moment: number): string {
    return `${operator}|${localDay(moment, this.#world.zone)}`;
  }
}
