import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AlertEvent,
  type AlertState,
  afterGap,
  type Limits,
  QUIET,
  type Reading,
  stands,
  step,
} from "./alertRule.ts";

const LIMITS: Limits = { raise: 10, clear: 5, holdMs: 3_000 };

interface Told {
  readonly at: number;
  readonly event: AlertEvent;
}

/** Looks once a second at one reading after the other. */
function run(
  readings: readonly Reading[],
  limits = LIMITS,
): { readonly told: readonly Told[]; readonly state: AlertState } {
  const told: Told[] = [];
  let state = QUIET;
  readings.forEach((reading, second) => {
    const next = step(state, reading, limits, second * 1_000);
    state = next.state;
    if (next.event !== null) told.push({ at: second, event: next.event });
  });
  return { told, state };
}

const reading: fc.Arbitrary<Reading> = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0, max: 20, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom<Reading>("unknown", "none", 10, 5) },
);
const limits: fc.Arbitrary<Limits> = fc
  .tuple(fc.integer({ min: 2, max: 15 }), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 8 }))
  .map(([raise, less, hold]) => ({ raise, clear: Math.max(0, raise - less), holdMs: hold * 1_000 }));

describe("[G8] an alert", () => {
  it("is raised when the value has held at or over the threshold for as long as is set, and tells since when", () => {
    const { told } = run([9, 10, 12, 11, 14, 20]);
    expect(told).toEqual([{ at: 4, event: { kind: "raised", since: 1_000, value: 14 } }]);
  });

  it("is raised at once when nothing needs to hold", () => {
    expect(run([10], { ...LIMITS, holdMs: 0 }).told).toHaveLength(1);
  });

  it("is cleared when the value has held at or under the lower threshold, with the worst value since", () => {
    const { told } = run([10, 10, 10, 10, 18, 7, 5, 4, 3, 5, 5]);
    expect(told.map(({ at }) => at)).toEqual([3, 9]);
    expect(told[1]?.event).toEqual({ kind: "cleared", end: "below", peak: 18 });
  });

  it("is raised once and cleared once in turn, whatever the readings do", () => {
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 200 }), limits, (readings, of) => {
        const kinds = run(readings, of).told.map(({ event }) => event.kind);
        expect(kinds).toEqual(kinds.map((_, at) => (at % 2 === 0 ? "raised" : "cleared")));
      }),
    );
  });

  it("does not flutter: a value that trembles between the two thresholds tells nothing more", () => {
    const between = fc.double({ min: 5.001, max: 30, noNaN: true });
    fc.assert(
      fc.property(fc.array(between, { maxLength: 200 }), (trembling) => {
        const { told, state } = run([10, 10, 10, 10, ...trembling]);
        expect(told).toHaveLength(1);
        expect(stands(state)).toBe(true);
      }),
    );
  });

  it("was over the threshold the whole time before it is raised, and under the lower one before it is cleared", () => {
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 200 }), limits, (readings, of) => {
        for (const { at, event } of run(readings, of).told) {
          const held = readings.slice(Math.max(0, at - of.holdMs / 1_000), at + 1);
          if (event.kind === "raised")
            expect(held.every((value) => typeof value === "number" && value >= of.raise)).toBe(true);
          else if (event.end === "below")
            expect(held.every((value) => typeof value === "number" && value <= of.clear)).toBe(true);
          else expect(readings[at]).toBe("none");
        }
      }),
    );
  });
});

describe("[G9] what is not known", () => {
  it("neither raises nor clears, and is not counted as time that held", () => {
    expect(run([10, 10, 10, "unknown", 10, 10, 10]).told).toEqual([]);
    expect(run([10, 10, 10, 10, "unknown", "unknown", "unknown", "unknown"]).told).toHaveLength(1);
    expect(run([10, 10, 10, 10, 4, 4, 4, "unknown", 4, 4, 4]).told).toHaveLength(1);
  });

  it("is what happened while nobody looked: what had begun to hold begins anew, what stands goes on standing", () => {
    expect(afterGap({ phase: "rising", since: 1 })).toEqual(QUIET);
    const standing = { since: 1, raised: 2, peak: 12 };
    expect(afterGap({ phase: "falling", below: 3, ...standing })).toEqual({ phase: "raised", ...standing });
    expect(afterGap({ phase: "raised", ...standing })).toEqual({ phase: "raised", ...standing });
  });
});

describe("[G10] when there is nothing to measure any more", () => {
  it("an alert that stands is over at once, and nothing that had begun to rise is left", () => {
    expect(run([10, 10, 10, 10, "none"]).told[1]?.event).toEqual({ kind: "cleared", end: "over", peak: 10 });
    expect(run([10, 10, "none", 10, 10]).told).toEqual([]);
  });
});
