import { expect, test } from "vitest";
import { indexReference } from "../../shared/referenceIndex.ts";
import { type Day, parseDay } from "../../shared/time.ts";
import { loadReference } from "../reference.ts";
import { evaluate } from "./evaluate.ts";

test("[P3] over a week of a simulated country the bands hold seven to nine of ten, and so do the ranges of waits", async () => {
  const index = indexReference(await loadReference("seeds"));
  const { tickets, accepted, waits } = evaluate(index, {
    seed: "evaluation",
    last: parseDay("2026-11-22") as Day,
    weeks: 5,
    regions: 5,
    kinds: ["city"],
    scale: 1,
  });
  for (const { totals, quarters, quarterCoverage, medianOff, usualMedianOff } of [tickets, accepted]) {
    expect(totals).toBeGreaterThan(100);
    expect(quarters).toBeGreaterThan(2_000);
    expect(quarterCoverage).toBeGreaterThanOrEqual(0.7);
    expect(quarterCoverage).toBeLessThanOrEqual(0.9);
    expect(medianOff).toBeLessThan(usualMedianOff ?? 0);
  }
  expect(tickets.totalCoverage).toBeGreaterThanOrEqual(0.7);
  expect(tickets.totalCoverage).toBeLessThanOrEqual(0.9);
  expect(waits.coverage).toBeGreaterThanOrEqual(0.7);
  expect(waits.coverage).toBeLessThanOrEqual(0.9);
  expect(waits.medianAbsolute).toBeLessThan(120);
});
