import type { CountForecast, ExpectedQuarter } from "../../shared/forecast.ts";
import { countBand } from "./forecastBand.ts";
import type { DayPattern } from "./forecastPattern.ts";

/** How far the day has come when the rest of it is asked for. */
export interface DaySoFar {
  /** Counted so far; null when nothing was told today. */
  readonly count: number | null;
  /** The quarter up to which it was told, and what part of that quarter. */
  readonly quarter: number;
  readonly part: number;
}

/** A count that is not known yet: its mean and its variance. */
export interface Estimate {
  readonly mean: number;
  readonly variance: number;
}

/** A day whose count so far is further from the usual than this many deviations is unlike the days known. */
const UNLIKE = 2.5;

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** The share of its day that is usually counted by then. */
function shareBy({ shares }: DayPattern, { quarter, part }: DaySoFar): number {
  return Math.min(1, sum(shares.slice(0, quarter)) + part * (shares[quarter] ?? 0));
}

/**
 * What is still to come of a day, given what came so far: the best linear update of the usual day (linear Bayes,
 * Goldstein & Wooff 2007; for counts whose level varies it is the posterior mean of the gamma–Poisson model). Where days
 * scatter much, a busy morning foretells a busy afternoon; where they hardly scatter, it does not. A day unlike all that
 * are known is taken by its own pace.
 */
export function restOf(pattern: DayPattern, soFar: DaySoFar): Estimate {
  const { mean, dispersion } = pattern;
  const share = shareBy(pattern, soFar);
  const usual = (1 - share) * mean;
  const split = dispersion * share * (1 - share) * mean;
  if (soFar.count === null || share === 0)
    return { mean: usual, variance: (1 - share) ** 2 * pattern.variance + split };
  const surprise = soFar.count - share * mean;
  const least = (surprise / UNLIKE) ** 2 - split;
  const variance = Math.max(pattern.variance, least / share ** 2);
  const seen = share * share * variance + split;
  const slope = (share * variance) / seen - 1;
  return { mean: Math.max(0, usual + slope * surprise), variance: (variance * split) / seen };
}

/**
 * The rest of a day, quarter by quarter and in all, each with its band of eight of ten. A quarter takes its share of the
 * rest, and scatters around it as quarters do.
 */
export function forecastRest(pattern: DayPattern, soFar: DaySoFar): CountForecast {
  const { shares, dispersion } = pattern;
  const rest = restOf(pattern, soFar);
  const open = 1 - shareBy(pattern, soFar);
  const quarters: ExpectedQuarter[] = [];
  for (let quarter = soFar.quarter + 1; quarter < shares.length; quarter += 1) {
    const share = open <= 0 ? 0 : (shares[quarter] as number) / open;
    const mean = share * rest.mean;
    if (mean < 0.005) continue;
    const { expected, low, high } = countBand(mean, share * share * rest.variance + dispersion * (1 - share) * mean);
    quarters.push([quarter, expected, low, high]);
  }
  const coming = countBand(rest.mean, rest.variance);
  const counted = soFar.count ?? 0;
  const total = { expected: counted + coming.expected, low: counted + coming.low, high: counted + coming.high };
  return { soFar: soFar.count, rest: coming, total, quarters };
}
