import type { CountingIndex } from "../../shared/referenceIndex.ts";
import type { Day } from "../../shared/time.ts";
import { isWorkingDay } from "./calendar.ts";

/** How many working days of a calendar there are up to each day, counted once; a calendar never changes while it is loaded. */
const counted = new WeakMap<CountingIndex, number[]>();

function until(counting: CountingIndex, day: Day): number {
  let sums = counted.get(counting);
  if (sums === undefined) {
    sums = [0];
    counted.set(counting, sums);
  }
  for (let next = sums.length; next <= day; next += 1)
    sums.push((sums[next - 1] as number) + (isWorkingDay(counting, next) ? 1 : 0));
  return sums[Math.max(0, day)] as number;
}

/** The working days after a local date up to and with another; 0 when that is not later. Dates from 1970 on. */
export function workingDaysBetween(counting: CountingIndex, after: Day, upTo: Day): number {
  return upTo <= after ? 0 : until(counting, upTo) - until(counting, after);
}
