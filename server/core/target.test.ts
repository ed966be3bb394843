import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Pace, type TargetRecord, verdictOf } from "../../shared/floor.ts";
import { formatDay, parseDay } from "../../shared/time.ts";
import { givenTargets, targetsOn } from "./target.ts";

const DAY = parseDay("2026-11-23") as number;
const HOUR = 3600;

function set(amount: number | null, from: string, setAt: number | null): TargetRecord {
  return { kind: "documents-a-day", role: "operator", amount, from, setAt, setBy: "manager", source: null };
}

describe("the target of a day", () => {
  it("is the latest that holds by then, of one date the one set last [M3]", () => {
    const history = [
      set(30, "2007-01-01", null),
      set(35, "2026-11-01", 1),
      set(28, "2026-11-20", 2),
      set(27, "2026-11-20", 3),
      set(40, "2026-12-01", 4),
    ];
    const on = (date: string) => targetsOn(history, "operator", parseDay(date) as number)["documents-a-day"];
    expect(["2006-12-31", "2026-10-31", "2026-11-19", "2026-11-23", "2026-12-01"].map(on)).toEqual([
      null,
      30,
      35,
      27,
      40,
    ]);
  });

  it("does not depend on the order in which the records lie [M3]", () => {
    const record = fc.record({
      amount: fc.option(fc.integer({ min: 1, max: 50 })),
      from: fc.integer({ min: DAY - 5, max: DAY + 5 }).map(formatDay),
    });
    fc.assert(
      fc.property(fc.array(record), (records) => {
        const history = records.map(({ amount, from }, at) => set(amount, from, at));
        expect(targetsOn(history, "operator", DAY)).toEqual(targetsOn([...history].reverse(), "operator", DAY));
      }),
      { numRuns: 100 },
    );
  });

  it("can be taken away from a date on, and is nobody's of another role", () => {
    const history = [set(30, "2007-01-01", null), set(null, "2026-11-23", 1)];
    expect(targetsOn(history, "operator", DAY)["documents-a-day"]).toBeNull();
    expect(targetsOn(history, "consultant", DAY - 1)["documents-a-day"]).toBeNull();
  });

  it("begins with what the reference data say, as long as they say it", () => {
    const names = { kk: "", ru: "", en: "" };
    const given = givenTargets([
      { id: "documents-a-day", names, amount: 30, unit: "document", validFrom: DAY - 10, validTo: DAY, source: "seed" },
      { id: "waiting-norm", names, amount: 15, unit: "minute", validFrom: 0, validTo: null, source: "seed" },
    ]);
    const on = (day: number) => targetsOn(given, "operator", day)["documents-a-day"];
    expect([on(DAY - 11), on(DAY - 10), on(DAY), on(DAY + 1)]).toEqual([null, 30, 30, null]);
  });
});

describe("a verdict [M4]", () => {
  const pace: Pace = { accepted: 24, target: 30, signedIn: 6 * HOUR, shift: 6 * HOUR, demand: null };
  const free = (nobodyWaiting: number, peopleWaiting: number) => ({ nobodyWaiting, peopleWaiting });

  it("says that a target is reached whatever the demand was", () => {
    expect(verdictOf({ ...pace, accepted: 30 })).toBe("reached");
  });

  it("measures by the time at the desk, less what chance alone makes of half a shift", () => {
    expect(verdictOf({ ...pace, accepted: 12, signedIn: 3 * HOUR })).toBe("on-the-way");
    expect(verdictOf({ ...pace, accepted: 11, signedIn: 3 * HOUR, demand: free(0, 0) })).toBe("people-waited");
  });

  it("leaves nothing to chance when the shift is over", () => {
    expect(verdictOf({ ...pace, accepted: 29, demand: free(0, 0) })).toBe("people-waited");
  });

  it("tells 24 of 30 while nobody waited from 24 of 30 with people waiting", () => {
    expect(verdictOf({ ...pace, demand: free(3 * HOUR + 600, 0) })).toBe("nobody-waited");
    expect(verdictOf({ ...pace, demand: free(600, 3 * HOUR) })).toBe("people-waited");
  });

  it("is not known where there is no target, no time at the desk, or no demand to explain it", () => {
    expect(verdictOf({ ...pace, target: null })).toBeNull();
    expect(verdictOf({ ...pace, accepted: null })).toBeNull();
    expect(verdictOf({ ...pace, signedIn: null })).toBeNull();
    expect(verdictOf(pace)).toBeNull();
  });

  it("never turns worse with more documents, nor with more time in which nobody waited", () => {
    const rank = { "people-waited": 0, "nobody-waited": 1, "on-the-way": 2, reached: 3 } as const;
    const of = (accepted: number, nobody: number) => {
      const verdict = verdictOf({ ...pace, accepted, demand: free(nobody, 0) });
      return verdict === null ? -1 : rank[verdict];
    };
    fc.assert(
      fc.property(fc.nat(40), fc.nat(5), fc.nat(6 * HOUR), fc.nat(HOUR), (accepted, more, nobody, longer) => {
        expect(of(accepted + more, nobody)).toBeGreaterThanOrEqual(of(accepted, nobody));
        expect(of(accepted, nobody + longer)).toBeGreaterThanOrEqual(of(accepted, nobody));
      }),
      { numRuns: 200 },
    );
  });
});
