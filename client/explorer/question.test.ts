import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DIMENSIONS } from "../../shared/statistics.ts";
import { parseDay } from "../../shared/time.ts";
import { EXPLORER_FIGURES } from "./figures.ts";
import { COMPARISONS, type Question, readQuestion, SHAPES, serverQuery, writeQuestion } from "./question.ts";

const TODAY = parseDay("2026-11-23") as number;
const id = fc.stringMatching(/^[A-Za-z0-9._/-]{1,20}$/);
const question: fc.Arbitrary<Question> = fc
  .record({
    days: fc.tuple(fc.integer({ min: 13_000, max: 20_800 }), fc.integer({ min: 0, max: 400 })),
    by: fc.uniqueArray(fc.constantFrom(...DIMENSIONS), { maxLength: 2 }),
    filter: fc.record({ region: id, office: id, operator: id, service: id, authority: id }, { requiredKeys: [] }),
    figures: fc.uniqueArray(fc.constantFrom(...EXPLORER_FIGURES.map((figure) => figure.id as string)), {
      minLength: 1,
    }),
    compare: fc.constantFrom(...COMPARISONS),
    shape: fc.constantFrom(...SHAPES),
    sort: fc.constantFrom("", "accepted", "office"),
    falling: fc.boolean(),
  })
  .map(({ days: [from, more], falling, ...rest }) => ({
    ...rest,
    from,
    to: from + more,
    falling: rest.sort !== "" && falling,
  }));

describe("the address of the explorer", () => {
  it("holds the whole question: read again, it is the same", () => {
    fc.assert(
      fc.property(question, (asked) => {
        expect(readQuestion(writeQuestion(asked), TODAY)).toEqual(asked);
      }),
    );
  });

  it("asks for the regions in the running month when it says nothing", () => {
    const { by, from, to } = readQuestion("", TODAY);
    expect(by).toEqual(["region"]);
    expect([from, to]).toEqual([parseDay("2026-11-01"), TODAY]);
  });

  it("takes what can not be meant for what most people ask", () => {
    const asked = readQuestion("from=2026-11-30&to=2026-11-01&by=office,wrong,day,month&compare=x&figures=none", TODAY);
    expect(asked.by).toEqual(["office", "day"]);
    expect(asked.from).toBeLessThan(asked.to);
    expect(asked.compare).toBe("none");
    expect(asked.figures.length).toBeGreaterThan(3);
  });

  it("is what the server is asked, without what is only about the showing", () => {
    const asked = readQuestion("from=2026-11-01&to=2026-11-30&by=office&region=KZ-71&sort=-accepted&shape=bars", TODAY);
    expect(serverQuery(asked)).toBe("from=2026-11-01&to=2026-11-30&by=office&region=KZ-71");
    expect(serverQuery(asked, { whole: true })).toBe("from=2026-11-01&to=2026-11-30&region=KZ-71");
  });
});
