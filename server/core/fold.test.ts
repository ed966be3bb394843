import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CloudEvent, parseInstant, parseSource } from "../../shared/events.ts";
import { DAY_MS } from "../../shared/time.ts";
import { arbitraryEvents, FIRST_MOMENT } from "../testing/arbitraryEvents.ts";
import { compareRows, rowsOf } from "../testing/compareRows.ts";
import { naiveRows } from "../testing/naive.ts";
import { foldFact, passDeadline } from "./fold.ts";
import { OfficeState } from "./office.ts";

const zone = "Asia/Almaty";
const waitNorm = 900_000;
const deadline = (service: string, _variant: string, accepted: number) =>
  service === "passport" ? accepted + DAY_MS : service === "land-act" ? accepted + 1_200_000 : null;
const authorityOf = (service: string) => (service === "passport" ? "justice" : service === "land-act" ? "land" : "");
const rules = { id: "KZ-71-01", zone, waitNorm, deadline, authorityOf, knows: () => true };
const RUNS = Number(process.env.LAW_RUNS ?? 300);

function fold(office: OfficeState, event: CloudEvent, now: number) {
  const producer = parseSource(event.source)?.producer as string;
  return foldFact(office, { event, producer, sequence: Number(event.sequence), time: parseInstant(event.time) }, now);
}

const shuffled = arbitraryEvents("KZ-71-01", 60).chain((events) =>
  fc.record({
    events: fc.constant(events),
    order: fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2, maxLength: events.length * 2 }),
    /** How many events are folded before the clock stands at its second and at its last moment. */
    looks: fc.tuple(fc.nat(events.length * 2), fc.nat(events.length * 2)),
    /** After which events a commit counts everything. */
    commits: fc.array(fc.nat(events.length * 2), { maxLength: 8 }).map((list) => new Set(list)),
    /** No event is of the future, and the clock often stands on the day of the last one. */
    now: fc
      .oneof(fc.integer({ min: 0, max: DAY_MS / 4 }), fc.integer({ min: 0, max: 2 * DAY_MS }))
      .map((after) => Math.max(...events.map(({ time }) => parseInstant(time))) + after),
  }),
);

describe("[L1] the law of the totals", () => {
  it("every figure is a function of the set of distinct events and of the clock: any order, repetition, and passing of deadlines", () => {
    fc.assert(
      fc.property(shuffled, ({ events, order, looks, commits, now }) => {
        const office = new OfficeState(rules);
        order.forEach((event, index) => {
          const clock =
            index < Math.min(...looks) ? FIRST_MOMENT : index < Math.max(...looks) ? (FIRST_MOMENT + now) / 2 : now;
          fold(office, event, Math.min(clock, now));
          if (commits.has(index)) {
            office.contribute();
            office.settle();
          }
        });
        for (const application of office.applications.values()) passDeadline(application, office, now);
        office.contribute();
        const naive = naiveRows(events, { zone, waitNorm, now, deadline, authorityOf });
        expect(compareRows(rowsOf(office.book), naive, zone, now)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it("[L2] an event that arrives again changes nothing", () => {
    fc.assert(
      fc.property(arbitraryEvents("KZ-71-01", 20), (events) => {
        const office = new OfficeState(rules);
        for (const event of events) expect(fold(office, event, FIRST_MOMENT)).toBe(true);
        for (const event of events) expect(fold(office, event, FIRST_MOMENT)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});
