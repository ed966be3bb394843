/** A scale of values along a length: from 0, or from below it, to a round number. */
export interface Scale {
  readonly ticks: readonly number[];
  /** The place of a value, 0–1. */
  at(value: number): number;
}

/** Seconds are counted in round minutes, hours and days, everything else in tens. */
export type ScaleUnit = "tens" | "seconds";

const ROUND_SECONDS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400,
];

function roundStep(rough: number, unit: ScaleUnit, whole: boolean): number {
  if (unit === "seconds") {
    const step = ROUND_SECONDS.find((candidate) => candidate >= rough);
    if (step !== undefined) return step;
    return 86_400 * roundStep(rough / 86_400, "tens", true);
  }
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) as number) * power;
  return whole ? Math.max(1, Math.ceil(step)) : step;
}

/**
 * A scale that holds all values and 0, with about `wanted` steps between round numbers.
 * @param whole steps are whole numbers: what is counted has no halves
 */
export function scaleOf(values: readonly number[], wanted: number, unit: ScaleUnit, whole: boolean): Scale {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const step = roundStep((high - low || 1) / wanted, unit, whole);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  const from = first * step;
  return { ticks, at: (value) => (value - from) / ((last - first) * step) };
}
