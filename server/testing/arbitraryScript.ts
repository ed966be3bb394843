import fc from "fast-check";
import { type CloudEvent, parseInstant } from "../../shared/events.ts";
import { DAY_MS } from "../../shared/time.ts";
import type { OfficeRules } from "../core/office.ts";
import type { RefusalReason } from "../ingest/decode.ts";
import { arbitraryEvents, FIRST_MOMENT } from "./arbitraryEvents.ts";
import type { Death, Script } from "./scriptedPartition.ts";

/** Zones of the offices that scripts tell of: one whose clocks change within their days, and others. */
export const ZONES: Readonly<Record<string, string>> = {
  "KZ-71-01": "Asia/Almaty",
  "KZ-43-04": "Asia/Qyzylorda",
  "KZ-23-02": "Asia/Atyrau",
};
const WAIT_NORM = 900_000;

const deadline = (service: string, _variant: string, accepted: number) =>
  service === "passport" ? accepted + DAY_MS : service === "land-act" ? accepted + 1_200_000 : null;
const authorityOf = (service: string) => (service === "passport" ? "justice" : service === "land-act" ? "land" : "");

/** The rules of a script's office; null for others. */
export function scriptRules(office: string): OfficeRules | null {
  if (!Object.hasOwn(ZONES, office)) return null;
  const zone = ZONES[office] as string;
  return { id: office, zone, waitNorm: WAIT_NORM, deadline, authorityOf, knows: () => true };
}

/** The same rules as the naive recount takes them. */
export function scriptWorld(office: string, now: number) {
  return { zone: ZONES[office] as string, waitNorm: WAIT_NORM, now, deadline, authorityOf };
}

/** An entry that is no event, and how it must be refused. */
export interface Garbage {
  readonly text: string;
  readonly office: string;
  readonly reason: RefusalReason;
}

const heartbeat = {
  specversion: "1.0",
  id: "x",
  source: "/offices/KZ-71-01/queue",
  sequence: 1,
  type: "oss.office.heartbeat",
  time: "2024-02-28T10:00:00Z",
  data: {},
};
const bad = (reason: RefusalReason, change: object, office = "KZ-71-01"): Garbage => ({
  text: JSON.stringify({ ...heartbeat, ...change }),
  office,
  reason,
});
const garbage: fc.Arbitrary<Garbage> = fc.oneof(
  fc
    .constantFrom("", "{", "nonsense", '{"specversion":', "\u0000\u0001")
    .map((text): Garbage => ({ text, office: "", reason: "not-json" })),
  fc.constantFrom("null", "[]", "7", '"text"').map((text): Garbage => ({ text, office: "", reason: "schema" })),
  fc.constantFrom(
    bad("schema", { sequence: 0 }),
    bad("schema", { data: { name: "Айгүл" } }),
    bad("schema", { time: "yesterday" }),
    bad("schema", { source: "KZ-71-01" }, ""),
    bad("unknown-type", { type: "oss.ticket.eaten" }),
    bad("unknown-office", { source: "/offices/KZ-00-00/queue" }, "KZ-00-00"),
    bad("future", { time: "2090-01-01T00:00:00Z" }),
  ),
);

const death = fc.constantFrom<Death>(null, null, null, "before-commit", "after-commit", "read");
const few = fc.integer({ min: 0, max: 3 });

/** A script with what must come out of it. */
export interface Told {
  /** The distinct events by office. */
  readonly events: ReadonlyMap<string, readonly CloudEvent[]>;
  readonly garbage: readonly Garbage[];
  /** The clock at the end, epoch ms. */
  readonly now: number;
  readonly script: Script;
}

function cut<T>(list: readonly T[], parts: number): T[][] {
  return Array.from({ length: parts }, (_, part) =>
    list.slice(Math.floor((list.length * part) / parts), Math.floor((list.length * (part + 1)) / parts)),
  );
}

/**
 * Events of three offices in any order, some of them repeated, garbage between them, in several batches while the clock
 * goes on, read by consumers that die at any commit or read and keep next to nothing in memory.
 */
export function arbitraryScript(eventsOfOffice: number): fc.Arbitrary<Told> {
  const offices = fc.tuple(...Object.keys(ZONES).map((office) => arbitraryEvents(office, eventsOfOffice)));
  return offices
    .chain((lists) => {
      const all = lists.flat();
      return fc.record({
        lists: fc.constant(lists),
        entries: fc
          .record({ again: fc.subarray(all), garbage: fc.array(garbage, { maxLength: 6 }) })
          .chain(({ again, garbage }) => {
            const texts = [...all, ...again].map((event) => JSON.stringify(event));
            const mixed = [...texts, ...garbage.map(({ text }) => text)];
            const whole = { minLength: mixed.length, maxLength: mixed.length };
            return fc.record({ garbage: fc.constant(garbage), order: fc.shuffledSubarray(mixed, whole) });
          }),
        batches: fc.integer({ min: 1, max: 5 }),
        /** No event is of the future, and the clock often stands on the day of the last one. */
        after: fc.oneof(fc.integer({ min: 0, max: DAY_MS / 4 }), fc.integer({ min: 0, max: 2 * DAY_MS })),
        deaths: fc.array(death, { maxLength: 8 }),
        pace: fc.record({
          count: fc.integer({ min: 1, max: 30 }),
          blockMs: fc.constant(1),
          catchUpMs: fc.constantFrom(0, 2, 60_000),
          sweepMs: fc.constantFrom(0, 0, 3),
        }),
        memory: fc.record({
          tickets: few,
          applications: few,
          operatorDays: few,
          spines: few,
          sources: few,
          days: few,
        }),
      });
    })
    .map(({ lists, entries, batches, after, deaths, pace, memory }): Told => {
      const last = Math.max(...lists.flat().map(({ time }) => parseInstant(time)));
      const now = last + after;
      const at = (part: number) => Math.round(FIRST_MOMENT + ((now - FIRST_MOMENT) * (part + 1)) / batches);
      const steps = cut(entries.order, batches).map((texts, part) => ({ entries: texts, now: at(part) }));
      return {
        events: new Map(Object.keys(ZONES).map((office, index) => [office, lists[index] as CloudEvent[]])),
        garbage: entries.garbage,
        now,
        script: { steps, deaths, pace, memory, rules: scriptRules, offset: 0 },
      };
    });
}
