import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verdictOf } from "../../shared/floor.ts";
import { operatorMonth, type WorkedDay } from "./operatorMonth.ts";

const SHIFT = 6 * 3600;
const count = fc.integer({ min: 0, max: 40 });
const time = fc.integer({ min: 0, max: SHIFT });
const worked: fc.Arbitrary<WorkedDay> = fc.record({
  served: fc.option(count),
  accepted: fc.option(count),
  signedIn: fc.option(time),
  shift: fc.constant(SHIFT),
  target: fc.option(fc.integer({ min: 1, max: 40 })),
  demand: fc.option(fc.record({ nobodyWaiting: time, peopleWaiting: time })),
});
const day = (of: Partial<WorkedDay>): WorkedDay => ({
  served: 10,
  accepted: 10,
  signedIn: SHIFT,
  shift: SHIFT,
  target: 20,
  demand: { nobodyWaiting: 0, peopleWaiting: 0 },
  ...of,
});

describe("an operator's month [R9, R10]", () => {
  it("counts each day with a target once, as the day alone is told", () => {
    fc.assert(
      fc.property(fc.array(worked, { maxLength: 31 }), (days) => {
        const { verdicts, targetDays, demandDays, nobodyWaiting } = operatorMonth("1", days);
        const aimed = days.filter(({ target }) => target !== null);
        expect(targetDays).toBe(aimed.length);
        for (const verdict of ["reached", "on-the-way", "nobody-waited", "people-waited"] as const)
          expect(verdicts[verdict]).toBe(aimed.filter((of) => verdictOf(of) === verdict).length);
        expect(Object.values(verdicts).reduce((sum, n) => sum + n, 0)).toBe(targetDays);
        let known = 0;
        let free = 0;
        for (const { demand } of days)
          if (demand !== null) {
            known += 1;
            free += demand.nobodyWaiting;
          }
        expect([demandDays, nobodyWaiting]).toEqual([known, known === 0 ? null : free]);
      }),
      { numRuns: 200 },
    );
  });

  it("of one day is that day", () => {
    fc.assert(
      fc.property(worked, (of) => {
        fc.pre(of.target !== null);
        expect(operatorMonth("1", [of]).verdict).toBe(verdictOf(of));
      }),
      { numRuns: 200 },
    );
  });

  it("measures each day by the target that held on it", () => {
    const found = operatorMonth("1", [day({ target: 10 }), day({ target: 30, accepted: 30 })]);
    expect([found.targetPerDay, found.acceptedPerDay, found.verdicts.reached, found.verdict]).toEqual([
      20,
      20,
      2,
      "reached",
    ]);
  });

  it("tells who had nobody to serve from who let people wait, and says neither where it is not known", () => {
    const free = SHIFT / 2;
    const quiet = day({ demand: { nobodyWaiting: free, peopleWaiting: 0 } });
    const crowded = day({ demand: { nobodyWaiting: 0, peopleWaiting: free } });
    expect(operatorMonth("1", [quiet, quiet]).verdict).toBe("nobody-waited");
    expect(operatorMonth("1", [crowded, crowded]).verdict).toBe("people-waited");
    const old = operatorMonth("1", [day({ demand: null }), quiet]);
    expect([old.verdict, old.verdicts.unknown, old.demandDays, old.nobodyWaiting]).toEqual([null, 1, 1, free]);
    const oldest = operatorMonth("1", [day({ demand: null })]);
    expect([oldest.nobodyWaiting, oldest.peopleWaiting]).toEqual([null, null]);
  });
});
