import { isWorkingDay } from "../../../server/core/calendar.ts";
import type { CountingIndex } from "../../../shared/referenceIndex.ts";
import { type Day, localDay, momentAt } from "../../../shared/time.ts";

const ZONE = "Asia/Almaty";
const OPENS = 9 * 60;
const CLOSES = 18 * 60 + 30;
const START = 10 * 60 + 30;

const WEEK: CountingIndex = {
  calendar: {
    id: "week",
    names: { kk: "", ru: "", en: "" },
    weekend: [5, 6],
    coverage: { from: 0, to: 0 },
    daysOff: [],
    workingDays: [],
  },
  weekend: new Set([5, 6]),
  daysOff: new Map(),
  workingDays: new Set(),
};

function atWork(moment: number, calendar: CountingIndex): boolean {
  const day = localDay(moment, ZONE);
  if (!isWorkingDay(calendar, day)) return false;
  return moment >= momentAt(day, OPENS, ZONE) && moment < momentAt(day, CLOSES, ZONE);
}

function start(day: Day): number {
  return momentAt(day, START, ZONE);
}

function workingStart(moment: number, calendar: CountingIndex, step: 1 | -1): number {
  let day = localDay(moment, ZONE);
  while (!isWorkingDay(calendar, day) || (start(day) - moment) * step <= 0) day += step;
  return start(day);
}

/**
 * By how many ms a demonstration's clock is ahead of the real one (`realNow`, epoch ms): 0 in the offices' working time
 * in Almaty; at night and on days off the clock starts at 10:30 of the nearest working day. With the offset of an earlier
 * start the clock never goes back: it goes on while that clock is in working time, else at 10:30 of the next working day.
 * Without a calendar, Monday to Friday are working days.
 */
export function demoClockOffset(realNow: number, previous?: number, calendar: CountingIndex = WEEK): number {
  if (previous !== undefined) {
    const earlier = realNow + previous;
    return atWork(earlier, calendar) ? previous : workingStart(earlier, calendar, 1) - realNow;
  }
  if (atWork(realNow, calendar)) return 0;
  const coming = workingStart(realNow, calendar, 1) - realNow;
  const past = workingStart(realNow, calendar, -1) - realNow;
  return coming <= -past ? coming : past;
}
