import { beforeAll, describe, expect, it } from "vitest";
import { type CountingIndex, indexReference } from "../../shared/referenceIndex.ts";
import { formatDay, parseDay } from "../../shared/time.ts";
import { loadReference } from "../reference.ts";
import { addWorkingDays, isWorkingDay, nextWorkingDay, workingDayFrom } from "./calendar.ts";

let week: CountingIndex;
const day = (text: string) => parseDay(text) as number;

beforeAll(async () => {
  week = indexReference(await loadReference("seeds")).counting.get("KZ-5") as CountingIndex;
});

function daysOffOf(year: number): string[] {
  return week.calendar.daysOff.map((off) => formatDay(off.day)).filter((date) => date.startsWith(String(year)));
}

describe("the five-day week of Kazakhstan", () => {
  it("holds the holidays, days in lieu and transfers of 2025", () => {
    expect(daysOffOf(2025)).toEqual([
      ...["2025-01-01", "2025-01-02", "2025-01-03", "2025-01-07", "2025-03-08", "2025-03-10", "2025-03-21"],
      ...["2025-03-22", "2025-03-23", "2025-03-24", "2025-03-25", "2025-05-01", "2025-05-07", "2025-05-09"],
      ...["2025-06-06", "2025-07-06", "2025-07-07", "2025-08-30", "2025-09-01", "2025-10-25", "2025-10-27"],
      "2025-12-16",
    ]);
  });

  it("knows no Constitution Day in 2026, and one in March from 2027", () => {
    expect(daysOffOf(2026).filter((date) => date.startsWith("2026-08"))).toEqual([]);
    expect(daysOffOf(2027)).toContain("2027-03-15");
  });

  it.each(["2007-12-29", "2012-03-11", "2013-12-28", "2018-03-03", "2024-05-04", "2025-01-05"])(
    "%s was a working day of the weekend",
    (date) => expect(isWorkingDay(week, day(date))).toBe(true),
  );

  it.each([
    ["Nauryz on a weekend gives Tuesday and Wednesday", "2026-03-24"],
    ["a day in lieu set by decree", "2020-05-08"],
    ["the first day of Kurban Ait", "2026-05-27"],
    ["Orthodox Christmas", "2026-01-07"],
    ["First President Day in its years", "2016-12-01"],
  ])("%s: %s", (_, date) => expect(isWorkingDay(week, day(date))).toBe(false));

  it.each(["2020-05-11", "2022-12-01", "2022-12-19", "2009-10-26", "2009-03-24"])("%s was a working day", (date) =>
    expect(isWorkingDay(week, day(date))).toBe(true),
  );

  it("gives a source for every day", () => {
    for (const { source } of [...week.calendar.daysOff, ...week.calendar.workingDays]) expect(source).not.toBe("");
  });
});

describe("steps in working days", () => {
  it("the next working day leaves out the weekend", () => {
    expect(formatDay(nextWorkingDay(week, day("2026-11-20")))).toBe("2026-11-23");
    expect(formatDay(workingDayFrom(week, day("2026-11-20")))).toBe("2026-11-20");
    expect(formatDay(addWorkingDays(week, day("2026-11-20"), 2))).toBe("2026-11-24");
  });

  it("a calendar without working days is refused in words", () => {
    const never = { ...week, weekend: new Set([0, 1, 2, 3, 4, 5, 6]), workingDays: new Set<number>() };
    expect(() => nextWorkingDay(never, 0)).toThrow(/no working day in a year/);
  });
});
