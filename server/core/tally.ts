import {
  atRanks,
  bucketOf,
  count,
  exchange,
  type Histogram,
  mergePackedHistogram,
  packHistogram,
} from "./histogram.ts";

/** Durations taken together: how many, their exact sum in ms, and their distribution. Additive and subtractable. */
export interface Tally {
  n: number;
  sum: number;
  readonly buckets: Histogram;
}

/** What a tally says, in seconds: the mean exact, the rest within 1 % of the nearest-rank value; null when n is 0. */
export interface Distribution {
  readonly n: number;
  readonly mean: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly max: number | null;
}

/** A tally of nothing. */
export function emptyTally(): Tally {
  return { n: 0, sum: 0, buckets: [] };
}

/** Counts a duration (whole ms, 0 or more) with sign 1, or takes it back with −1. */
export function tallyDuration(tally: Tally, duration: number, sign: number): void {
  tally.n += sign;
  tally.sum += sign * duration;
  count(tally.buckets, bucketOf(duration), sign);
}

const NOTHING: Tally = emptyTally();

/** Takes `before` away and adds `after`; null is a tally of nothing. */
export function exchangeTally(tally: Tally, before: Tally | null, after: Tally | null): void {
  const [old, now] = [before ?? NOTHING, after ?? NOTHING];
  tally.n += now.n - old.n;
  tally.sum += now.sum - old.sum;
  exchange(tally.buckets, old.buckets, now.buckets);
}

/** The seconds of durations that stand for buckets: there are few, and writing digits to read them again costs as much as a row. */
const known = new Map<number, number>();

/** Seconds of a bucket's duration; six digits, because a whole millisecond would be coarser than 1 % of a short one. */
function seconds(duration: number | undefined): number {
  let found = known.get(duration as number);
  if (found === undefined) {
    found = Number(((duration as number) / 1000).toPrecision(6));
    known.set(duration as number, found);
  }
  return found;
}

/** The figures of durations of which the number, the sum (ms) and the durations (ms) at rising nearest ranks are known. */
export function quantiles(n: number, sum: number, atRanks: (ranks: readonly number[]) => number[]): Distribution {
  if (n === 0) return { n, mean: null, p50: null, p90: null, max: null };
  const [p50, p90, max] = atRanks([Math.ceil(n * 0.5), Math.ceil(n * 0.9), n]);
  return { n, mean: sum / n / 1000, p50: seconds(p50), p90: seconds(p90), max: seconds(max) };
}

/** The figures of a tally, in seconds. */
export function distribution({ n, sum, buckets }: Tally): Distribution {
  return quantiles(n, sum, (ranks) => atRanks(buckets, ranks));
}

/** A tally as text: `n|sum|buckets`, nothing when empty. */
export function packTally(tally: Tally): string {
  return tally.buckets.length === 0 && tally.n === 0 && tally.sum === 0
    ? ""
    : `${tally.n}|${tally.sum}|${packHistogram(tally.buckets)}`;
}

/** Adds what a text made by `packTally` holds, which stands in `text` from `from` up to `to`. */
export function mergePackedTally(tally: Tally, text: string, from: number, to: number): void {
  const first = text.indexOf("|", from);
  const second = text.indexOf("|", first + 1);
  tally.n += Number(text.slice(from, first));
  tally.sum += Number(text.slice(first + 1, second));
  mergePackedHistogram(tally.buckets, text, second + 1, to);
}
