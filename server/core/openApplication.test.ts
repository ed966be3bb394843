import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CloudEvent, parseInstant, parseSource } from "../../shared/events.ts";
import { DAY_MS } from "../../shared/time.ts";
import { arbitraryEvents, FIRST_MOMENT } from "../testing/arbitraryEvents.ts";
import { naiveOpen, openText } from "../testing/naiveOpen.ts";
import { foldFact } from "./fold.ts";
import { OfficeState } from "./office.ts";
import { packOpen, unpackOpen } from "./openApplication.ts";

const deadline = (service: string, _variant: string, accepted: number) =>
  service === "passport" ? accepted + DAY_MS : null;
const rules = { id: "KZ-71-01", zone: "Asia/Almaty", waitNorm: 1, deadline, authorityOf: () => "", knows: () => true };

function indexOf(events: readonly CloudEvent[]): Map<string, string> {
  const office = new OfficeState(rules);
  for (const event of events) {
    const producer = parseSource(event.source)?.producer as string;
    foldFact(
      office,
      { event, producer, sequence: Number(event.sequence), time: parseInstant(event.time) },
      FIRST_MOMENT,
    );
  }
  const found = new Map<string, string>();
  for (const application of office.applications.values()) {
    const packed = packOpen(application);
    if (packed !== null) found.set(application.id, packed);
  }
  return found;
}

const shuffled = arbitraryEvents("KZ-71-01", 50).chain((events) =>
  fc.record({
    events: fc.constant(events),
    order: fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2, maxLength: events.length * 2 }),
  }),
);

describe("[L1] what is in hand", () => {
  it("is a function of the set of distinct events: any order and repetition gives the same index, and the one of a recount", () => {
    fc.assert(
      fc.property(shuffled, ({ events, order }) => {
        const index = indexOf(order);
        expect(index).toEqual(indexOf(events));
        const naive = naiveOpen(events, { deadline });
        expect([...index.keys()].sort()).toEqual([...naive.keys()].sort());
        for (const [id, packed] of index)
          expect(openText(unpackOpen(packed))).toBe(openText(naive.get(id) ?? expect.fail(id)));
      }),
      { numRuns: 200 },
    );
  });
});
