import { type Day, localDay } from "../../shared/time.ts";
import { type Application, contributeApplication, newApplication } from "./application.ts";
import { Book } from "./book.ts";
import { contributeLateDays } from "./lateDays.ts";
import { contributeActs, nameAt, newOperatorDay, type OperatorDay, serveOpen } from "./operatorDay.ts";
import type { OperatorSpine } from "./operatorSpine.ts";
import { laterArrival, operatorDayExpired } from "./retention.ts";
import { emptySequence, type SequenceSet } from "./sequence.ts";
import { contributeTicket, newTicket, type Ticket } from "./ticket.ts";

/** What the core must know of an office and of the world's rules: constant while events are folded. */
export interface OfficeRules {
  readonly id: string;
  readonly zone: string;
  /** The longest wait (ms) that is within the office's norm. */
  readonly waitNorm: number;
  /** The deadline (epoch ms) of a service in a variant accepted at a moment; null when no norm is known. */
  deadline(service: string, variant: string, accepted: number): number | null;
  /** The authority that decides a service, as the reference data says; empty when unknown. */
  authorityOf(service: string): string;
  /** Months for which operators' days are kept; 13 unless told. */
  readonly operatorMonths?: number;
  /** Whether the reference data knows what an event names. */
  knows(what: "service" | "authority" | "operator", id: string): boolean;
}

/** An entity in memory; `null` was looked for in the store and is not there. */
export type Kept<T> = Map<string, T>;

/** The kinds of records that memory holds of an office. */
export const KEPT_KINDS = ["sources", "tickets", "applications", "operatorDays", "spines"] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];

/** The key of an operator's day. */
export function operatorDayKey(operator: string, day: Day): string {
  return `${operator}|${day}`;
}

/**
 * All that is in memory of one office: its entities and rows, which of them changed since the last commit, and what
 * each of its sources has told. Holds no connection and no clock.
 */
export class OfficeState {
  readonly rules: OfficeRules;
  readonly zone: string;
  readonly waitNorm: number;
  readonly book = new Book();
  readonly sources = new Map<string, SequenceSet>();
  readonly tickets: Kept<Ticket> = new Map();
  readonly applications: Kept<Application> = new Map();
  readonly operatorDays: Kept<OperatorDay> = new Map();
  readonly spines: Kept<OperatorSpine> = new Map();
  readonly changedSources = new Set<string>();
  readonly changedSpines = new Set<OperatorSpine>();
  /** Tickets and applications asked for whose records are kept no longer: what comes about them counts for the office alone. */
  readonly droppedTickets = new Set<string>();
  readonly droppedApplications = new Set<string>();
  /** Whether any record was ever removed. */
  hasDropped = false;
  /** Kinds of which memory has every record there is: what it lacks is stored nowhere. */
  readonly complete = new Set<KeptKind>();
  /** The day (UTC) on which the event that is being folded arrived. */
  arrival: Day = 0;
  changedTickets: Ticket[] = [];
  changedApplications: Application[] = [];
  changedOperatorDays: OperatorDay[] = [];
  /** The day last asked for of each operator: almost always the one asked for next. */
  readonly #latestDays = new Map<string, OperatorDay>();
  /** Newest event time (epoch ms), and newest arrival, 0 for none. */
  lastEvent = 0;
  lastArrival = 0;
  /** Missing sequence numbers of all sources, in memory or not. */
  missing = 0;
  /** The local day whose board is stored. */
  boardDay: Day = -1;

  constructor(rules: OfficeRules) {
    this.rules = rules;
    this.zone = rules.zone;
    this.waitNorm = rules.waitNorm;
  }

  /** The seen numbers of a producer. */
  source(producer: string): SequenceSet {
    let seen = this.sources.get(producer);
    if (seen === undefined) {
      seen = emptySequence();
      this.sources.set(producer, seen);
    }
    return seen;
  }

  /** A ticket that is about to change: made when it is new, its contribution taken back when it is counted. */
  changingTicket(id: string): Ticket {
    let ticket = this.tickets.get(id);
    if (ticket === undefined) {
      ticket = newTicket(id);
      this.tickets.set(id, ticket);
    }
    if (ticket.counted) {
      contributeTicket(ticket, this, -1);
      ticket.counted = false;
    }
    if (!ticket.changed) {
      ticket.changed = true;
      this.changedTickets.push(ticket);
    }
    return ticket;
  }

  /** An application that is about to change, in the same way. */
  changingApplication(id: string): Application {
    let application = this.applications.get(id);
    if (application === undefined) {
      application = newApplication(id);
      this.applications.set(id, application);
    }
    if (application.counted) {
      contributeApplication(application, this, -1);
      contributeLateDays(application, this, -1);
      application.counted = false;
    }
    if (!application.changed) {
      application.changed = true;
      this.changedApplications.push(application);
    }
    return application;
  }

  /** An operator's day whose acts, or what ends them, are about to change, in the same way. */
  changingActs(operator: string, day: Day): OperatorDay {
    const of = this.#operatorDay(operator, day);
    if (of.counted) {
      contributeActs(of, this.book, this.zone, -1);
      of.counted = false;
    }
    return of;
  }

  /** Whether an operator's day is in memory. */
  knowsDay(operator: string, day: Day): boolean {
    return this.#latestDays.get(operator)?.day === day || this.operatorDays.has(operatorDayKey(operator, day));
  }

  /** Counts again everything whose contribution is taken back. */
  contribute(): void {
    // counting again is no event: it keeps no record longer, and finds none expired
    this.arrival = 0;
    for (const ticket of this.changedTickets)
      if (!ticket.counted) {
        contributeTicket(ticket, this, 1);
        ticket.counted = true;
      }
    for (const application of this.changedApplications)
      if (!application.counted) {
        contributeApplication(application, this, 1);
        contributeLateDays(application, this, 1);
        application.counted = true;
      }
    for (const of of this.changedOperatorDays)
      if (!of.counted) {
        contributeActs(of, this.book, this.zone, 1);
        of.counted = true;
      }
  }

  /** Everything that changed is stored now. */
  settle(): void {
    for (const ticket of this.changedTickets) ticket.changed = false;
    for (const application of this.changedApplications) {
      application.changed = false;
      application.dueChanged = false;
    }
    for (const of of this.changedOperatorDays) of.changed = false;
    this.changedTickets = [];
    this.changedApplications = [];
    this.changedOperatorDays = [];
    this.changedSources.clear();
    this.changedSpines.clear();
    this.book.settle();
  }

  /** Forgets which operators' days came last, when days go out of memory. */
  forgetLatestDays(): void {
    this.#latestDays.clear();
  }

  /** An event at `time`, on `day`, names the operator. */
  name(operator: string, time: number, day: Day): void {
    nameAt(this.#operatorDay(operator, day), time, this.book);
  }

  /** A ticket called at `time` stands open on the operator's day (sign 1), or no longer (−1). */
  serveOpen(operator: string, time: number, sign: number): void {
    serveOpen(this.#operatorDay(operator, localDay(time, this.zone)), time, this.book, sign);
  }

  /** An operator's local day, made when first asked for, and marked as changed. */
  #operatorDay(operator: string, day: Day): OperatorDay {
    let found = this.#latestDays.get(operator);
    if (found?.day !== day) {
      const key = operatorDayKey(operator, day);
      found = this.operatorDays.get(key);
      if (found === undefined) {
        found = newOperatorDay(operator, day);
        this.operatorDays.set(key, found);
      }
      this.#latestDays.set(operator, found);
    }
    if (operatorDayExpired(found, this.arrival, this.rules.operatorMonths)) {
      found = newOperatorDay(operator, day);
      this.operatorDays.set(operatorDayKey(operator, day), found);
      this.#latestDays.set(operator, found);
    }
    if (this.arrival > 0) found.arrived = laterArrival(found.arrived, this.arrival);
    if (!found.changed) {
      found.changed = true;
      this.changedOperatorDays.push(found);
    }
    return found;
  }
}
