import type { Compared, Verdict } from "../../shared/wire.ts";
import { numberOf, wordOf } from "./figures.ts";
import type { Entry } from "./rows.ts";

/** One unit held against its own limits; shares from 0 to 1, null where there are too few cases to say. */
export interface Comparison {
  readonly unit: string;
  readonly n: number | null;
  readonly rate: number | null;
  readonly expected: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly verdict: Verdict | null;
}

const VERDICTS: readonly Verdict[] = ["expected", "higher", "lower", "few"];

/** The comparisons of one measure by unit. */
export function comparisonsOf(entries: readonly Entry[], compared: Compared): ReadonlyMap<string, Comparison> {
  const prefix = `${compared}/`;
  const found = new Map<string, Comparison>();
  for (const { id, row } of entries) {
    if (!id.startsWith(prefix)) continue;
    const unit = id.slice(prefix.length);
    const said = wordOf("compare", row, "verdict");
    found.set(unit, {
      unit,
      n: numberOf("compare", row, "n"),
      rate: numberOf("compare", row, "rate"),
      expected: numberOf("compare", row, "expected"),
      lower: numberOf("compare", row, "lower"),
      upper: numberOf("compare", row, "upper"),
      verdict: VERDICTS.find((verdict) => verdict === said) ?? null,
    });
  }
  return found;
}

/** The stretch of shares that shows all rates and limits, with some air on both sides. */
export function extentOf(comparisons: Iterable<Comparison>): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { rate, lower, upper, verdict } of comparisons) {
    for (const value of verdict === "few" ? [rate] : [rate, lower, upper]) {
      if (value === null) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (low > high) return [0, 1];
  const air = Math.max((high - low) * 0.06, 0.001);
  return [Math.max(0, low - air), Math.min(1, high + air)];
}
