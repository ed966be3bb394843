import type { EventData, EventType } from "../../../shared/events.ts";
import { hashText } from "./random.ts";

/** The systems of an office that tell events; each numbers its own. */
export type Producer = "queue" | "cases" | "staff" | "line";

/** A source of events, and the number from which its events' ids are made. */
export interface Source {
  readonly text: string;
  readonly hash: number;
}

/** The office and the day that caused a fact; its sources are named after that day, because each day is numbered anew. */
export interface Origin {
  readonly office: string;
  readonly zone: string;
  readonly sources: Readonly<Record<Producer, Source>>;
}

/** A source of an office under a producer's name. */
export function sourceOf(office: string, producer: string): Source {
  const text = `/offices/${office}/${producer}`;
  return { text, hash: hashText(text) };
}

/** The origin of the facts of an office and a date (`2026-11-23`). */
export function originOf(office: string, zone: string, date: string): Origin {
  const named = (producer: Producer) => sourceOf(office, `${producer}.${date}`);
  return {
    office,
    zone,
    sources: { queue: named("queue"), cases: named("cases"), staff: named("staff"), line: named("line") },
  };
}

/** One event before it is written down: cheap to keep, sorted by time, numbered within its producer and day. */
export interface Fact {
  readonly at: number;
  readonly producer: Producer;
  readonly type: EventType;
  readonly data: EventData<EventType>;
  readonly origin: Origin;
  /** 1, 2, 3 … within the source; 0 until the whole day is known. */
  sequence: number;
}

/** Takes the facts of one office and day as the simulation finds them. */
export interface FactBook {
  /** Notes a fact at a moment (epoch ms, cut to whole ms). */
  note<T extends EventType>(at: number, producer: Producer, type: T, data: EventData<T>): void;
  /** All facts by time, each with its sequence. */
  close(): Fact[];
}

/** A book for the facts that one office's day causes. */
export function factBook(origin: Origin): FactBook {
  const facts: Fact[] = [];
  return {
    note(at, producer, type, data) {
      facts.push({ at: Math.floor(at), producer, type, data: data as EventData<EventType>, origin, sequence: 0 });
    },
    close() {
      facts.sort((one, other) => one.at - other.at);
      const next: Record<Producer, number> = { queue: 1, cases: 1, staff: 1, line: 1 };
      for (const fact of facts) {
        fact.sequence = next[fact.producer];
        next[fact.producer] += 1;
      }
      return facts;
    },
  };
}
