import type { LineName } from "./options.ts";

/** What a figure is held against, measured in the same run. */
export interface Limit {
  readonly what: string;
  readonly value: number;
}

/** One measured figure. */
export interface Figure {
  readonly what: string;
  /** Null: it could not be measured here, and `note` says why. */
  readonly value: number | null;
  readonly unit: string;
  readonly limit?: Limit;
  /** The figure as a multiple of its limit. */
  readonly ratio?: number;
  /** What it must reach, in words. */
  readonly aim?: string;
  readonly reached?: boolean;
  readonly note?: string;
}

/** One line of the bench: what was measured, on what, and what came out. */
export interface Result {
  readonly line: LineName;
  readonly title: string;
  /** How it was measured, in a sentence. */
  readonly how: string;
  /** Events that took part. */
  readonly events: number;
  readonly figures: readonly Figure[];
}

/** A figure whose aim is a largest value. */
export function atMost(what: string, value: number, unit: string, most: number, limit?: Limit): Figure {
  const aim = `≤ ${most} ${unit}`;
  const held = limit === undefined ? {} : { limit, ratio: value / limit.value };
  return { what, value, unit, aim, reached: value <= most, ...held };
}
