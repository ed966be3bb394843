import type { Verdict } from "../../shared/wire.ts";

/** A unit to be compared: how many cases and events it had, and what was to be expected for its own mix of cases. */
export interface Unit {
  readonly id: string;
  readonly n: number;
  readonly events: number;
  /** Events to be expected if every kind of case went as in the whole. */
  readonly expected: number;
  /** Variance of the number of events under that expectation. */
  readonly variance: number;
}

/** A unit against its own limits; rates are shares, null where there is no case. */
export interface Compared {
  readonly id: string;
  readonly n: number;
  readonly events: number;
  readonly rate: number | null;
  readonly expected: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly verdict: Verdict;
}

/** 99.8 % limits of the normal distribution. */
const Z = 3.0902;
/** Fewer cases than this, or fewer expected events or non-events than the next, say nothing. */
const FEWEST_CASES = 30;
const FEWEST_EVENTS = 5;
/** The part of units at each end whose distance is cut before the spread is judged. */
const WINSORISED = 0.1;

/**
 * How much more the units differ than chance alone explains: mean squared z after winsorising, never below 1
 * (Spiegelhalter 2005, "Funnel plots for comparing institutional performance", appendix A.2).
 */
function overdispersion(distances: readonly number[]): number {
  if (distances.length < 5) return 1;
  const sorted = [...distances].sort((a, b) => a - b);
  const low = sorted[Math.floor(WINSORISED * (sorted.length - 1))] as number;
  const high = sorted[Math.ceil((1 - WINSORISED) * (sorted.length - 1))] as number;
  const cut = sorted.map((z) => Math.min(high, Math.max(low, z)));
  return Math.max(1, cut.reduce((sum, z) => sum + z * z, 0) / cut.length);
}

/**
 * Each unit against limits of its own: wide where it had few cases, centred on what its mix of cases lets expect, and
 * widened by how much all units differ among themselves. No order, no rank.
 */
export function compareUnits(units: readonly Unit[]): Compared[] {
  const judged = units.filter(says);
  const phi = overdispersion(judged.map(({ events, expected, variance }) => (events - expected) / Math.sqrt(variance)));
  return units.map((unit) => {
    const { id, n, events, expected, variance } = unit;
    if (n === 0) return { id, n, events, rate: null, expected: null, lower: null, upper: null, verdict: "few" };
    const spread = (Z * Math.sqrt(variance * phi)) / n;
    const middle = expected / n;
    const lower = Math.max(0, middle - spread);
    const upper = Math.min(1, middle + spread);
    const rate = events / n;
    const verdict = !says(unit) ? "few" : rate > upper ? "higher" : rate < lower ? "lower" : "expected";
    return { id, n, events, rate, expected: middle, lower, upper, verdict };
  });
}

function says({ n, expected, variance }: Unit): boolean {
  return n >= FEWEST_CASES && expected >= FEWEST_EVENTS && n - expected >= FEWEST_EVENTS && variance > 0;
}

/** Cases and events of one kind of case within a unit. */
export interface Kind {
  readonly kind: string;
  readonly n: number;
  readonly events: number;
}

/**
 * What is to be expected of each unit for its own mix of kinds, from the rates of all units together (indirect
 * standardisation).
 */
export function expectByMix(units: ReadonlyMap<string, readonly Kind[]>): Unit[] {
  const whole = new Map<string, { n: number; events: number }>();
  for (const kinds of units.values())
    for (const { kind, n, events } of kinds) {
      const sum = whole.get(kind) ?? { n: 0, events: 0 };
      sum.n += n;
      sum.events += events;
      whole.set(kind, sum);
    }
  return [...units].map(([id, kinds]) => {
    const unit = { id, n: 0, events: 0, expected: 0, variance: 0 };
    for (const { kind, n, events } of kinds) {
      const all = whole.get(kind) as { n: number; events: number };
      const share = all.n === 0 ? 0 : all.events / all.n;
      unit.n += n;
      unit.events += events;
      unit.expected += n * share;
      unit.variance += n * share * (1 - share);
    }
    return unit;
  });
}
