import type { ForecastError } from "../../shared/forecast.ts";
import { forecastRest } from "./forecast.ts";
import { dayPattern, type PastDay } from "./forecastPattern.ts";

/** The hours of a past day at which its end is forecast again, as shares of its opening hours. */
const ASKED_AT = [0.25, 0.5, 0.75];

/** The middle of a list, null of none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/**
 * How far forecasts of past days' ends were off: each day is forecast again, three times, from the days before it alone.
 * @param hours opening and closing in minutes after midnight
 */
export function forecastError(
  past: readonly PastDay[],
  hours: { readonly open: number; readonly close: number },
): ForecastError | null {
  const ordered = [...past].sort((a, b) => a.day - b.day);
  const off: number[] = [];
  const days = new Set<number>();
  let covered = 0;
  ordered.forEach(({ day, counts }, at) => {
    const total = counts.reduce((all, count) => all + count, 0);
    const pattern = total === 0 ? null : dayPattern(ordered.slice(0, at), day);
    if (pattern === null) return;
    for (const share of ASKED_AT) {
      const quarter = Math.floor((hours.open + share * (hours.close - hours.open)) / 15);
      const count = counts.slice(0, quarter).reduce((all, each) => all + each, 0);
      const { expected, low, high } = forecastRest(pattern, { count, quarter, part: 0 }).total;
      days.add(day);
      off.push(Math.abs(expected - total) / total);
      if (total >= low && total <= high) covered += 1;
    }
  });
  const medianShare = medianOf(off);
  return medianShare === null ? null : { n: off.length, days: days.size, coverage: covered / off.length, medianShare };
}
