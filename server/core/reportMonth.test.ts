import { expect, test } from "vitest";
import { formatDay } from "../../shared/time.ts";
import { type Month, monthBefore, parseMonth, yearBefore } from "./reportMonth.ts";

const month = (text: string) => parseMonth(text) as Month;

test("a month has its first and its last day, the leap day too", () => {
  const ends = (text: string) => [formatDay(month(text).from), formatDay(month(text).to)];
  expect(ends("2026-11")).toEqual(["2026-11-01", "2026-11-30"]);
  expect(ends("2024-02")).toEqual(["2024-02-01", "2024-02-29"]);
  expect(ends("2023-02")).toEqual(["2023-02-01", "2023-02-28"]);
});

test("what is no month is none", () => {
  for (const text of ["2026-13", "2026-00", "2026-1", "26-11", "2026-11-01", ""]) expect(parseMonth(text)).toBeNull();
});

test("the month before and the same month of the year before", () => {
  expect(monthBefore(month("2026-01")).id).toBe("2025-12");
  expect(yearBefore(month("2024-02")).id).toBe("2023-02");
});
