import type { ExpectedCount } from "../../shared/forecast.ts";

/** Above this mean a count is as good as normal. */
const MANY = 200;
/** The normal deviate that one of ten lies beyond. */
const Z = 1.2816;

/** Probabilities of 0, 1, 2 … of a negative binomial count, a Poisson count where the variance is no larger than the mean. */
function* probabilities(mean: number, variance: number): Generator<number> {
  const excess = variance - mean;
  const shape = excess > mean * 1e-6 ? (mean * mean) / excess : null;
  let probability = shape === null ? Math.exp(-mean) : (shape / (shape + mean)) ** shape;
  for (let count = 0; ; count += 1) {
    yield probability;
    probability *= shape === null ? mean / (count + 1) : ((count + shape) / (count + 1)) * (mean / (shape + mean));
  }
}

function exactBand(mean: number, variance: number): ExpectedCount {
  let low = 0;
  let below = 0;
  let count = 0;
  for (const probability of probabilities(mean, variance)) {
    const upTo = below + probability;
    if (upTo - 0.1 < 0.1 - below) low = count + 1;
    if (upTo >= 0.9 || count > 20 * MANY) {
      const high = 0.9 - below < upTo - 0.9 ? count - 1 : count;
      return { expected: mean, low: Math.min(low, Math.max(0, high)), high: Math.max(low, high) };
    }
    below = upTo;
    count += 1;
  }
  return { expected: mean, low: 0, high: 0 };
}

/**
 * The band that eight of ten counts of this mean and variance fall into: its ends are the whole numbers beyond which
 * most nearly one of ten lies. A count is negative binomial where it scatters more than chance alone would let it.
 */
export function countBand(mean: number, variance: number): ExpectedCount {
  if (mean <= 0) return { expected: 0, low: 0, high: 0 };
  if (mean < MANY && variance >= mean * 0.95) return exactBand(mean, variance);
  const away = Z * Math.sqrt(variance);
  return { expected: mean, low: Math.max(0, Math.round(mean - away)), high: Math.round(mean + away) };
}
