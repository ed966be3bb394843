import { expect, test } from "vitest";
import type { ImportedRow } from "../../shared/importedTotals.ts";
import { parseDay } from "../../shared/time.ts";
import { monthsYearBefore, sumsOf, wholeMonths } from "./importedMonths.ts";

const day = (text: string) => parseDay(text) as number;
const row = (of: Partial<ImportedRow>): ImportedRow => ({
  ...{ month: "2024-11", figures: {}, source: "old", importedAt: "2026-11-22T10:00:00Z" },
  ...of,
  ...{ imported: true, reproducible: false },
});

test("the same months a year earlier", () => {
  expect(monthsYearBefore(day("2025-11-07"), day("2026-01-31"))).toEqual({ from: "2024-11", to: "2025-01" });
});

test("the whole months of a period, as the files hold them", () => {
  expect(wholeMonths(day("2025-11-07"), day("2026-01-31"))).toEqual({ from: "2025-12", to: "2026-01" });
  expect(wholeMonths(day("2025-12-01"), day("2026-02-27"))).toEqual({ from: "2025-12", to: "2026-01" });
  expect(wholeMonths(day("2026-02-01"), day("2026-02-28"))).toEqual({ from: "2026-02", to: "2026-02" });
  expect(wholeMonths(day("2025-11-07"), day("2025-11-30"))).toBeNull();
  expect(wholeMonths(day("2025-11-07"), day("2025-11-09"))).toBeNull();
});

test("offices add up to one line and regions to another; what nobody told stays unknown", () => {
  const sums = sumsOf([
    row({ office: "KZ-71-01", figures: { accepted: 5, issued: 1 } }),
    row({ office: "KZ-71-02", figures: { accepted: 7 } }),
    row({ region: "KZ-71", figures: { accepted: 40 } }),
  ]);
  expect(sums.map(({ of, places, figures }) => [of, places, figures])).toEqual([
    ["office", 2, { accepted: 12, issued: 1 }],
    ["region", 1, { accepted: 40 }],
  ]);
});
