import { type Day, localDay } from "../../shared/time.ts";
import type { Application } from "./application.ts";
import { Book } from "./book.ts";
import { nameAt, newOperatorDay, type OperatorDay, serveOpen } from "./operatorDay.ts";
import type { OperatorSpine } from "./operatorSpine.ts";
import { emptySequence, type SequenceSet } from "./sequence.ts";
import type { Ticket } from "./ticket.ts";

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
  /** Whether the reference data knows what an event names. */
  knows(what: "service" | "authority" | "operator", id: string): boolean;
}

/** An entity in memory; `null` was looked for in the store and is not there. */
export type Kept<T> = Map<string, T>;

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
  readonly changedTickets = new Set<Ticket>();
  readonly changedApplications = new Set<Application>();
  readonly changedOperatorDays = new Set<OperatorDay>();
  readonly changedSpines = new Set<OperatorSpine>();
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

  /** An operator's local day, made when first asked for, and marked as changed. */
  operatorDay(operator: string, day: Day): OperatorDay {
    const key = operatorDayKey(operator, day);
    let found = this.operatorDays.get(key);
    if (found === undefined) {
      found = newOperatorDay(operator, day);
      this.operatorDays.set(key, found);
    }
    this.changedOperatorDays.add(found);
    return found;
  }

  /** An event at `time` names the operator. */
  name(operator: string, time: number): void {
    nameAt(this.operatorDay(operator, localDay(time, this.zone)), time, this.book);
  }

  /** A ticket called at `time` stands open on the operator's day (sign 1), or no longer (−1). */
  serveOpen(operator: string, time: number, sign: number): void {
    serveOpen(this.operatorDay(operator, localDay(time, this.zone)), time, this.book, sign);
  }
}
