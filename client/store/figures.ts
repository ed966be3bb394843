import type { Rate } from "../../shared/statistics.ts";
import { DAY_MS } from "../../shared/time.ts";
import {
  type Cell,
  FIGURE_FIELDS,
  type FigureField,
  ROW_KINDS,
  type RowKind,
  type WireRow,
} from "../../shared/wire.ts";

type FieldOf<K extends RowKind> = (typeof ROW_KINDS)[K][number];

const INDEXES = Object.fromEntries(
  Object.entries(ROW_KINDS).map(([kind, fields]) => [
    kind,
    new Map(fields.map((field: string, index: number) => [field, index])),
  ]),
) as unknown as Readonly<Record<RowKind, ReadonlyMap<string, number>>>;

/** One cell of a row by its field's name; null when it is not known or there is no row. */
export function cellOf<K extends RowKind>(kind: K, row: WireRow | undefined, field: FieldOf<K>): Cell {
  return row?.[INDEXES[kind].get(field) ?? -1] ?? null;
}

/** A number of a row; null when it is not known. */
export function numberOf<K extends RowKind>(kind: K, row: WireRow | undefined, field: FieldOf<K>): number | null {
  const cell = cellOf(kind, row, field);
  return typeof cell === "number" ? cell : null;
}

/** A word of a row; null when it is not known. */
export function wordOf<K extends RowKind>(kind: K, row: WireRow | undefined, field: FieldOf<K>): string | null {
  const cell = cellOf(kind, row, field);
  return cell === null ? null : String(cell);
}

const FIGURE_INDEX = new Map<FigureField, number>(FIGURE_FIELDS.map((field, index) => [field, index]));

/** A figure of a `total`, `region`, `office`, `service` or `operator` row; null when it is not known. */
export function figure(row: WireRow | undefined, field: FigureField): number | null {
  const cell = row?.[FIGURE_INDEX.get(field) ?? -1];
  return typeof cell === "number" ? cell : null;
}

/** Sum of figures, not known as soon as one of them is not. */
export function sumOf(...values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

/** A share with both its terms; null when a term is not known. Of nothing there is no share: `value` is null then. */
export function rateOf(numerator: number | null, denominator: number | null): Rate | null {
  if (numerator === null || denominator === null) return null;
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
}

/** Rates of the day, each from its row's counts. */
export const RATES = {
  rejectionRate: (row: WireRow | undefined) =>
    rateOf(figure(row, "rejected"), sumOf(figure(row, "accepted"), figure(row, "rejected"))),
  delayedRate: (row: WireRow | undefined) => rateOf(figure(row, "delayed"), figure(row, "due")),
  errorRate: (row: WireRow | undefined) => rateOf(figure(row, "returnedByOperator"), figure(row, "accepted")),
  leftRate: (row: WireRow | undefined) => rateOf(figure(row, "left"), figure(row, "ticketsIssued")),
  withinNormRate: (row: WireRow | undefined) =>
    rateOf(figure(row, "withinNorm"), sumOf(figure(row, "called"), figure(row, "left"))),
  returnedRate: (row: WireRow | undefined) => rateOf(figure(row, "returned"), figure(row, "accepted")),
} as const;

/** Seconds signed in, paused or serving at `now` (epoch ms): the row holds the terms of a value linear in time. */
export function secondsAt(
  row: WireRow | undefined,
  field: "signedIn" | "paused" | "serving",
  now: number,
  day: number,
): number | null {
  const base = figure(row, field);
  const open = figure(row, `${field}Open`);
  return base === null || open === null ? null : (base + open * (now - day * DAY_MS)) / 1000;
}

/** Serving / (signed in − paused) at `now`, as a share. */
export function occupancyAt(row: WireRow | undefined, now: number, day: number): Rate | null {
  const signedIn = secondsAt(row, "signedIn", now, day);
  const paused = secondsAt(row, "paused", now, day);
  return rateOf(secondsAt(row, "serving", now, day), signedIn === null || paused === null ? null : signedIn - paused);
}
