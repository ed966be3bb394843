import { describe, expect, test } from "vitest";
import { FIGURE_FIELDS, type FigureField } from "../../shared/wire.ts";
import { comparisonsOf, extentOf } from "./comparison.ts";
import { desksOf, floorOf } from "./desks.ts";
import { figure, occupancyAt, RATES, secondsAt, sumOf } from "./figures.ts";
import { measureOf, toneOf } from "./measures.ts";
import { dayCourse, type Usual, usualSoFar } from "./usual.ts";

const rowOf = (values: Partial<Record<FigureField, number | null>>) =>
  FIGURE_FIELDS.map((field) => values[field] ?? null);

describe("figures of a row", () => {
  test("what the row does not know is null, and zero is zero", () => {
    const row = rowOf({ accepted: 0 });
    expect(figure(row, "accepted")).toBe(0);
    expect(figure(row, "rejected")).toBeNull();
    expect(figure(undefined, "accepted")).toBeNull();
    expect(sumOf(1, null)).toBeNull();
  });

  test("rates carry both terms; a share of nothing has no value", () => {
    expect(RATES.rejectionRate(rowOf({ accepted: 90, rejected: 10 }))).toEqual({
      value: 0.1,
      numerator: 10,
      denominator: 100,
    });
    expect(RATES.delayedRate(rowOf({ delayed: 0, due: 0 }))).toEqual({ value: null, numerator: 0, denominator: 0 });
    expect(RATES.withinNormRate(rowOf({ withinNorm: 8, called: 9, left: 1 }))?.value).toBe(0.8);
    expect(RATES.leftRate(rowOf({ left: 1 }))).toBeNull();
  });

  test("times that run on follow the centre's clock", () => {
    const day = 20_000;
    const row = rowOf({
      signedIn: -2 * 3_600_000,
      signedInOpen: 2,
      serving: 1_800_000,
      servingOpen: 0,
      paused: 0,
      pausedOpen: 0,
    });
    const now = day * 86_400_000 + 2 * 3_600_000;
    expect(secondsAt(row, "signedIn", now, day)).toBe(7200);
    expect(occupancyAt(row, now, day)?.value).toBe(0.25);
  });
});

describe("comparison", () => {
  const entries = [
    { id: "rejectionRate/KZ-71", row: [900, 50, 0.05, 0.08, 0.06, 0.1, "lower"] },
    { id: "rejectionRate/KZ-43-01", row: [4, 2, 0.5, 0.08, null, null, "few"] },
    { id: "errorRate/KZ-71", row: [900, 9, 0.01, 0.01, 0, 0.02, "expected"] },
  ];

  test("rows are taken by measure, units by name", () => {
    const found = comparisonsOf(entries, "rejectionRate");
    expect([...found.keys()]).toEqual(["KZ-71", "KZ-43-01"]);
    expect(found.get("KZ-71")).toMatchObject({ n: 900, rate: 0.05, verdict: "lower" });
  });

  test("the scale holds every rate and limit", () => {
    const [low, high] = extentOf(comparisonsOf(entries, "rejectionRate").values());
    expect(low).toBeLessThan(0.05);
    expect(high).toBeGreaterThan(0.5);
    expect(extentOf([])).toEqual([0, 1]);
  });

  test("the worse side depends on the measure, and few cases are no verdict", () => {
    expect(toneOf(measureOf("rejectionRate"), "higher")).toBe("worse");
    expect(toneOf(measureOf("withinNormRate"), "higher")).toBe("better");
    expect(toneOf(measureOf("rejectionRate"), "few")).toBe("few");
    expect(toneOf(measureOf("rejectionRate"), "expected")).toBe("usual");
  });
});

describe("the day's course", () => {
  const quarters = [
    { id: "36", row: [5, 1, 8, 6, 5, 0, 6, 360_000, 5, 1_500_000] },
    { id: "38", row: [7, 0, 9, 9, 8, 1, 0, 0, 8, 2_400_000] },
  ];
  const usual: Usual = {
    day: "2026-11-23",
    weekdays: 8,
    quarters: {
      accepted: [
        [36, 3, 4, 6],
        [37, 5, 6, 8],
        [38, 5, 8, 9],
      ],
    },
  };

  test("counts a quarter without events as zero, and knows nothing of what is to come", () => {
    const points = dayCourse(quarters, "accepted", usual, 38);
    expect(points[0]).toEqual({ quarter: 36, value: 5, low: 3, high: 6 });
    expect(points[1]).toMatchObject({ quarter: 37, value: 0 });
    expect(points[3]).toEqual({ quarter: 39, value: null, low: null, high: null });
    expect(points.at(-1)?.quarter).toBe(79);
  });

  test("a mean of nothing is not known", () => {
    const points = dayCourse(quarters, "waitingMean", usual, 38);
    expect(points[0]?.value).toBe(60);
    expect(points[1]?.value).toBeNull();
    expect(points[2]?.value).toBeNull();
  });

  test("the queue is what was issued, less what was called and what left", () => {
    expect(
      dayCourse(quarters, "queue", null, 38)
        .slice(0, 3)
        .map(({ value }) => value),
    ).toEqual([2, 2, 1]);
  });

  test("before anything is reported nothing is known", () => {
    expect(dayCourse([], "accepted", null, 50).every(({ value }) => value === null)).toBe(true);
  });

  test("the usual count so far takes the running quarter in part", () => {
    expect(usualSoFar(usual, "accepted", 38, 0.5)).toBe(14);
    expect(usualSoFar({ ...usual, weekdays: 0 }, "accepted", 38, 0.5)).toBeNull();
    expect(usualSoFar(null, "accepted", 38, 0.5)).toBeNull();
  });
});

test("desks stand in the order of their numbers, two shifts at one desk side by side, unnumbered ones last", () => {
  const desk = (id: string, number: string | null, since: number) => ({
    id,
    row: [number, "serving", 1, "2026-11-23/A-1", "", since, "operator"],
  });
  const found = desksOf([desk("d", null, 1), desk("a", "10", 1), desk("b", "2", 9), desk("c", "2", 3)], []);
  expect(found.map(({ key }) => key)).toEqual(["c", "b", "a", "d"]);
  expect(found[0]?.reason).toBeNull();
  expect(floorOf(found, 3).map(({ number, state }) => `${number} ${state}`)).toEqual([
    "1 away",
    "2 serving",
    "2 serving",
    "3 away",
    "10 serving",
    "null serving",
  ]);
});
