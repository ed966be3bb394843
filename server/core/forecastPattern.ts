import { type Day, weekday } from "../../shared/time.ts";

/** One figure of a past day by its quarters. */
export interface PastDay {
  readonly day: Day;
  /** 96 counts. */
  readonly counts: readonly number[];
}

/** What an office's days of one weekday are like. */
export interface DayPattern {
  /** Of how many days of the weekday it is made. */
  readonly days: number;
  /** Expected count of a whole day, and the variance of such a day's count around it, the doubt about it included. */
  readonly mean: number;
  readonly variance: number;
  /** Share of each quarter in its day, 96. */
  readonly shares: readonly number[];
  /** How much quarters scatter around their share of the day's count, as a multiple of what chance alone does. */
  readonly dispersion: number;
}

/** Fewer days of the weekday than this say nothing. */
export const LEAST_DAYS = 3;
/** The course of all days weighs as much as this many cases of the weekday's own. */
const SHARED_CASES = 200;
/** Chance alone weighs as much as this many days' scatter. */
const CHANCE_DAYS = 1;
const QUARTERS = 96;

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

function courseOf(days: readonly PastDay[]): { readonly cases: number; readonly counts: number[] } {
  const counts = new Array<number>(QUARTERS).fill(0);
  for (const day of days)
    for (let at = 0; at < QUARTERS; at += 1) counts[at] = (counts[at] as number) + (day.counts[at] ?? 0);
  return { cases: sum(counts), counts };
}

/** How much quarters scatter around the share that they have of their day, against chance (Pearson's statistic). */
function dispersionOf(days: readonly PastDay[], shares: readonly number[]): number {
  let statistic = 0;
  let freedom = 0;
  for (const { counts } of days) {
    const total = sum(counts);
    shares.forEach((share, at) => {
      const expected = share * total;
      if (expected < 0.2) return;
      statistic += ((counts[at] as number) - expected) ** 2 / expected;
      freedom += 1;
    });
    freedom -= 1;
  }
  if (freedom < 20) return 1;
  const own = days.length > 1 ? days.length / (days.length - 1) : 1;
  return Math.min(20, Math.max(0.25, (statistic / freedom) * own));
}

/**
 * Variance of a day's count as a multiple of its mean: pooled over the weekdays, each around its own mean, with one
 * day's weight on chance alone (1), because few days say little of their scatter.
 */
function scatterOf(days: readonly PastDay[]): { readonly chance: number; readonly level: number } {
  const byWeekday = new Map<number, number[]>();
  for (const { day, counts } of days)
    byWeekday.set(weekday(day), [...(byWeekday.get(weekday(day)) ?? []), sum(counts)]);
  let relative = 0;
  let byChance = 0;
  let freedom = 0;
  for (const totals of byWeekday.values()) {
    const mean = sum(totals) / totals.length;
    if (totals.length < 2 || mean <= 0) continue;
    for (const total of totals) relative += (total / mean - 1) ** 2;
    byChance += (totals.length - 1) / mean;
    freedom += totals.length - 1;
  }
  if (freedom === 0) return { chance: 1, level: 0.0025 };
  const multiple = (relative + (CHANCE_DAYS * byChance) / freedom) / (byChance + (CHANCE_DAYS * byChance) / freedom);
  return multiple <= 1 ? { chance: multiple, level: 0 } : { chance: 1, level: ((multiple - 1) * byChance) / freedom };
}

/**
 * The pattern of a weekday out of past days, all with the same hours: the weekday's own level, and a course through the
 * day that leans on all days where its own cases are few (a Dirichlet prior). Null when there are too few such days.
 */
export function dayPattern(past: readonly PastDay[], of: Day): DayPattern | null {
  const told = past.filter(({ counts }) => sum(counts) > 0);
  const own = told.filter(({ day }) => weekday(day) === weekday(of));
  if (own.length < LEAST_DAYS) return null;
  const all = courseOf(told);
  const mine = courseOf(own);
  const shares = mine.counts.map(
    (count, at) => (count + (SHARED_CASES * (all.counts[at] as number)) / all.cases) / (mine.cases + SHARED_CASES),
  );
  const mean = mine.cases / own.length;
  const { chance, level } = scatterOf(told);
  const variance = (chance * mean + level * mean * mean) * (1 + 1 / own.length);
  return { days: own.length, mean, variance, shares, dispersion: dispersionOf(told, shares) };
}
