/**
 * A distribution of durations in logarithmic buckets of ratio 1.02, so that every quantile read from it is within
 * 1 % of the exact one: mergeable and subtractable (Masson, Rim & Lee 2019, "DDSketch", section 2).
 * One flat list `[bucket, count, bucket, count …]` with rising buckets: most rows have few, and a list of a few numbers
 * is made and forgotten by the ten thousand.
 */
export type Histogram = number[];

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

/** Adds `amount` (negative takes back) durations to a bucket; an empty bucket disappears. */
export function count(histogram: Histogram, bucket: number, amount: number): void {
  let low = 0;
  let high = histogram.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((histogram[middle * 2] as number) < bucket) low = middle + 1;
    else high = middle;
  }
  const at = low * 2;
  if (histogram[at] !== bucket) {
    if (at === histogram.length) histogram.push(bucket, amount);
    else histogram.splice(at, 0, bucket, amount);
    return;
  }
  const next = (histogram[at + 1] as number) + amount;
  if (next === 0) histogram.splice(at, 2);
  else histogram[at + 1] = next;
}

/** Takes `before` away and adds `after`: costs a comparison for every bucket, and more only where they differ. */
export function exchange(histogram: Histogram, before: Histogram, after: Histogram): void {
  let old = 0;
  let now = 0;
  while (old < before.length || now < after.length) {
    const left = before[old] ?? Number.POSITIVE_INFINITY;
    const right = after[now] ?? Number.POSITIVE_INFINITY;
    const bucket = Math.min(left, right);
    const change =
      (right === bucket ? (after[now + 1] as number) : 0) - (left === bucket ? (before[old + 1] as number) : 0);
    if (change !== 0) count(histogram, bucket, change);
    if (left === bucket) old += 2;
    if (right === bucket) now += 2;
  }
}

/** The durations (ms) at the given nearest ranks, rising, 1 … n, in one walk over the buckets. */
export function atRanks(histogram: Histogram, ranks: readonly number[]): number[] {
  const found: number[] = [];
  let seen = 0;
  for (let at = 0; at < histogram.length && found.length < ranks.length; at += 2) {
    seen += histogram[at + 1] as number;
    while (found.length < ranks.length && seen >= (ranks[found.length] as number))
      found.push(durationOf(histogram[at] as number));
  }
  return found;
}

/** The histogram as text: rising buckets as steps, `step.count` in base 36, a count of 1 left out. */
export function packHistogram(histogram: Histogram): string {
  let text = "";
  let last = ZERO;
  for (let at = 0; at < histogram.length; at += 2) {
    const bucket = histogram[at] as number;
    const amount = histogram[at + 1] as number;
    if (at > 0) text += " ";
    text += (bucket - last).toString(36);
    if (amount !== 1) text += `.${amount.toString(36)}`;
    last = bucket;
  }
  return text;
}

const SPACE = 32;
const DOT = 46;

function digitOf(code: number): number {
  return code < 58 ? code - 48 : code - 87;
}

/**
 * Adds the buckets of a text made by `packHistogram`, which stands in `text` from `from` up to `to`. Reads letter by
 * letter: a year's rows pass here.
 */
export function mergePackedHistogram(histogram: Histogram, text: string, from: number, to: number): void {
  let bucket = ZERO;
  let step = 0;
  let amount = 0;
  let counting = false;
  for (let at = from; at < to; at += 1) {
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
  if (to > from) count(histogram, bucket + step, counting ? amount : 1);
}
