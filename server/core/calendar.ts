import type { CountingIndex } from "../../shared/referenceIndex.ts";
import { type Day, weekday } from "../../shared/time.ts";

/** Longest run of days off that a calendar may hold; a longer one is an error in its data. */
const LONGEST_BREAK = 366;

/** True when the state works on a local date: by its week, except for days off, and on weekend days worked by decree. */
export function isWorkingDay(counting: CountingIndex, day: Day): boolean {
  if (counting.workingDays.has(day)) return true;
  return !counting.weekend.has(weekday(day)) && !counting.daysOff.has(day);
}

/**
 * The first working day after a local date.
 * @throws RangeError when the calendar has no working day within a year.
 */
export function nextWorkingDay(counting: CountingIndex, day: Day): Day {
  for (let next = day + 1; next <= day + LONGEST_BREAK; next += 1) {
    if (isWorkingDay(counting, next)) return next;
  }
  throw new RangeError(`Calendar "${counting.calendar.id}" has no working day in a year: correct its weekend`);
}

/** The date itself when it is a working day, else the first working day after it. */
export function workingDayFrom(counting: CountingIndex, day: Day): Day {
  return isWorkingDay(counting, day) ? day : nextWorkingDay(counting, day);
}

/**
 * The date that is a number of working days after a local date, which itself is day 0; an application accepted on a
 * day off therefore counts from the next working day. Zero days give the date itself or the working day after it.
 */
export function addWorkingDays(counting: CountingIndex, day: Day, amount: number): Day {
  if (amount === 0) return workingDayFrom(counting, day);
  let last = day;
  for (let left = amount; left > 0; left -= 1) last = nextWorkingDay(counting, last);
  return last;
}
