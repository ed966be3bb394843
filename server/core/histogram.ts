/**
 * A distribution of durations in logarithmic buckets of ratio 1.02, so that every quantile read from it is within
 * 1 % of the exact one: mergeable and subtractable (Masson, Rim & Lee 2019, "DDSketch", section 2).
 * Keys are bucket numbers, values are counts; a duration of 0 ms has the bucket `ZERO`.
 */
export type Histogram = Map<number, number>;

const RATIO = 1.02;
const LOG_RATIO = Math.log(RATIO);
/** The bucket of the duration 0. */
export const ZERO = -1;
const CACHED = 8192;
const small = new Int16Array(CACHED);
for (let value = 0; value < CACHED; value += 1) small[value] = value === 0 ? ZERO : exactBucket(value);

function exactBucket(value: number): number {
  return Math.max(0, Math.ceil(Math.log(value) / LOG_RATIO - 1e-9));
}

/** The bucket of a duration in whole ms, 0 or more. */
export function bucketOf(value: number): number {
  return value < CACHED ? (small[value] as number) : exactBucket(value);
}

/** The duration in ms that stands for a bucket: off by at most 1 % for everything in it. */
export function durationOf(bucket: number): number {
  return bucket === ZERO ? 0 : (2 * RATIO ** bucket) / (1 + RATIO);
}

/** Adds `count` (negative takes back) durations to a bucket; an empty bucket disappears. */
export function count(histogram: Histogram, bucket: number, amount: number): void {
  const next = (histogram.get(bucket) ?? 0) + amount;
  if (next === 0) histogram.delete(bucket);
  else histogram.set(bucket, next);
}

/** Adds every bucket of `other`; sign −1 takes them away. */
export function merge(histogram: Histogram, other: Histogram, sign = 1): void {
  for (const [bucket, amount] of other) count(histogram, bucket, sign * amount);
}

/** The durations (ms) at the given nearest ranks, rising, 1 … n, in one walk over the buckets. */
export function atRanks(histogram: Histogram, ranks: readonly number[]): number[] {
  const buckets = [...histogram.keys()].sort((left, right) => left - right);
  const found: number[] = [];
  let seen = 0;
  for (const bucket of buckets) {
    seen += histogram.get(bucket) as number;
    while (found.length < ranks.length && seen >= (ranks[found.length] as number)) found.push(durationOf(bucket));
  }
  return found;
}

/** The histogram as text: rising buckets as steps, `step.count` in base 36, a count of 1 left out. */
export function packHistogram(histogram: Histogram): string {
  const buckets = histogram.size > 1 ? [...histogram.keys()].sort((left, right) => left - right) : histogram.keys();
  let text = "";
  let last = ZERO;
  for (const bucket of buckets) {
    const amount = histogram.get(bucket) as number;
    if (text !== "") text += " ";
    text += (bucket - last).toString(36);
    if (amount !== 1) text += `.${amount.toString(36)}`;
    last = bucket;
  }
  return text;
}

/** Adds the buckets of a text made by `packHistogram`. */
export function mergePackedHistogram(histogram: Histogram, text: string): void {
  let bucket = ZERO;
  let at = 0;
  const { length } = text;
  while (at < length) {
    let step = 0;
    let amount = 1;
    let code = 0;
    for (; at < length && (code = text.charCodeAt(at)) > 46; at += 1) step = step * 36 + digitOf(code);
    if (code === 46) {
      amount = 0;
      for (at += 1; at < length && (code = text.charCodeAt(at)) !== 32; at += 1) amount = amount * 36 + digitOf(code);
    }
    at += 1;
    bucket += step;
    count(histogram, bucket, amount);
  }
}

function digitOf(code: number): number {
  return code < 58 ? code - 48 : code - 87;
}
