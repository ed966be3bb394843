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

/** Adds the buckets of a text made by `packHistogram`. Reads letter by letter: a year's rows pass here. */
export function mergePackedHistogram(histogram: Histogram, text: string): void {
  let bucket = ZERO;
  let step = 0;
  let amount = 0;
  let counting = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === SPACE) {
      bucket += step;
      count(histogram, bucket, counting ? amount : 1);
      step = 0;
      amount = 0;
      counting = false;
    } else if (code === DOT) counting = true;
    else if (counting) amount = amount * 36 + digitOf(code);
    else step = step * 36 + digitOf(code);
  }
  if (text !== "") count(histogram, bucket + step, counting ? amount : 1);
}

const SPACE = 32;
const DOT = 46;

function digitOf(code: number): number {
  return code < 58 ? code - 48 : code - 87;
}
