import { openingHours, type ReferenceIndex } from "../../shared/referenceIndex.ts";
import type { Day } from "../../shared/time.ts";
import { forecastRest } from "../core/forecast.ts";
import { medianOf } from "../core/forecastError.ts";
import { dayPattern, type PastDay } from "../core/forecastPattern.ts";

/** How forecasts of one kind of count turned out. */
export interface Scores {
  /** Forecasts of a day's end, and how many of the ends lay within their band. */
  totals: number;
  totalsCovered: number;
  /** Quarters of an hour to come, and how many lay within their band. */
  quarters: number;
  quartersCovered: number;
  /** Shares by which the expected ends were off, and by which the usual day's end was. */
  readonly off: number[];
  readonly usualOff: number[];
  readonly widths: number[];
}

/** No forecast yet. */
export function emptyScores(): Scores {
  return { totals: 0, totalsCovered: 0, quarters: 0, quartersCovered: 0, off: [], usualOff: [], widths: [] };
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

/** Forecasts the rest of one day at several minutes of it, out of the days before, and notes what came. */
function scoreDay(days: readonly PastDay[], day: Day, minutes: readonly number[], scores: Scores): void {
  const today = days.find((each) => each.day === day);
  const pattern = dayPattern(
    days.filter((each) => each.day < day && each.day >= day - 56),
    day,
  );
  if (today === undefined || pattern === null) return;
  const total = sum(today.counts);
  for (const minute of minutes) {
    const quarter = Math.floor(minute / 15);
    const forecast = forecastRest(pattern, { count: sum(today.counts.slice(0, quarter)), quarter, part: 0 });
    scores.totals += 1;
    if (total >= forecast.total.low && total <= forecast.total.high) scores.totalsCovered += 1;
    scores.off.push(Math.abs(forecast.total.expected - total) / total);
    scores.usualOff.push(Math.abs(pattern.mean - total) / total);
    scores.widths.push((forecast.total.high - forecast.total.low) / total);
    for (const [at, , low, high] of forecast.quarters) {
      const came = today.counts[at] as number;
      scores.quarters += 1;
      if (came >= low && came <= high) scores.quartersCovered += 1;
    }
  }
}

/** Forecasts an office's last week, day by day, at several hours of each. */
export function scoreWeek(
  days: readonly PastDay[],
  office: Parameters<typeof openingHours>[0],
  index: ReferenceIndex,
  last: Day,
  scores: Scores,
): void {
  for (let day = last - 6; day <= last; day += 1) {
    const hours = openingHours(office, day, index);
    if (hours === null) continue;
    const alike = days.filter((each) => {
      const then = openingHours(office, each.day, index);
      return then !== null && then.open === hours.open && then.close === hours.close;
    });
    const asked = [0.1, 0.3, 0.5, 0.7].map((share) => hours.open + share * (hours.close - hours.open));
    scoreDay(alike, day, asked, scores);
  }
}

/** The scores in a line. */
export function summaryOf({ totals, totalsCovered, quarters, quartersCovered, off, usualOff, widths }: Scores) {
  return {
    totals,
    totalCoverage: totalsCovered / totals,
    quarters,
    quarterCoverage: quartersCovered / quarters,
    medianOff: medianOf(off),
    usualMedianOff: medianOf(usualOff),
    medianWidth: medianOf(widths),
  };
}
