import type { ComparedPeriod, ComparedPeriods } from "../../shared/explore.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import { type Day, formatDay, parseDay } from "../../shared/time.ts";
import { workingDaysOf } from "./reportMonth.ts";

function dateOf(day: Day): readonly [year: number, month: number, date: number] {
  const [year, month, date] = formatDay(day).split("-").map(Number);
  return [year as number, month as number, date as number];
}

/** A date of a month, which may lie before or behind its year; the 31st of a shorter month is its last day. */
function dayOf(year: number, month: number, date: number): Day {
  const months = year * 12 + month - 1;
  const text = (last: number) =>
    `${Math.floor(months / 12)}-${`${(months % 12) + 1}`.padStart(2, "0")}-${`${last}`.padStart(2, "0")}`;
  for (let last = date; ; last -= 1) {
    const day = parseDay(text(last));
    if (day !== null) return day;
  }
}

function isLastOfMonth(day: Day): boolean {
  return dateOf(day + 1)[2] === 1;
}

/** How many whole months a period is; 0 when it is not made of whole ones. */
function wholeMonths(from: Day, to: Day): number {
  const [year, month, date] = dateOf(from);
  if (date !== 1 || !isLastOfMonth(to)) return 0;
  const [lastYear, lastMonth] = dateOf(to);
  return (lastYear - year) * 12 + lastMonth - month + 1;
}

/** The period of the same kind before it: as many whole months, or as many days. */
export function previousPeriod(from: Day, to: Day): readonly [from: Day, to: Day] {
  const months = wholeMonths(from, to);
  if (months === 0) return [from - (to - from + 1), from - 1];
  const [year, month] = dateOf(from);
  return [dayOf(year, month - months, 1), from - 1];
}

/** The same dates of the year before; whole months stay whole. */
export function periodLastYear(from: Day, to: Day): readonly [from: Day, to: Day] {
  const [year, month, date] = dateOf(from);
  const [lastYear, lastMonth, lastDate] = dateOf(to);
  const whole = wholeMonths(from, to) > 0;
  return [dayOf(year - 1, month, date), dayOf(lastYear - 1, lastMonth, whole ? 31 : lastDate)];
}

/** A period beside those that it is compared with, each with its working days: a month of holidays is no slow month. */
export function comparedPeriods(index: ReferenceIndex, from: Day, to: Day): ComparedPeriods {
  const of = ([first, last]: readonly [Day, Day]): ComparedPeriod => ({
    from: formatDay(first),
    to: formatDay(last),
    days: last - first + 1,
    workingDays: workingDaysOf(index, first, last),
  });
  return { asked: of([from, to]), previous: of(previousPeriod(from, to)), year: of(periodLastYear(from, to)) };
}
