import { QUARTER_FIELDS, type QuarterField } from "../../shared/wire.ts";

/** The figures of an office's day by quarters of an hour: `values[quarter × fields + field]`, all sums. */
export interface Series {
  readonly values: number[];
}

const WIDTH = QUARTER_FIELDS.length;
const LENGTH = 96 * WIDTH;
/** Place of each figure within a quarter. */
export const IN_QUARTER = Object.fromEntries(QUARTER_FIELDS.map((name, index) => [name, index])) as Readonly<
  Record<QuarterField, number>
>;

/** A series of nothing. */
export function emptySeries(): Series {
  return { values: new Array<number>(LENGTH).fill(0) };
}

/** Adds to one figure of one quarter (0–95). */
export function addToSeries(series: Series, quarter: number, field: number, amount: number): void {
  const at = quarter * WIDTH + field;
  series.values[at] = (series.values[at] as number) + amount;
}

/** Adds all of `other`; sign −1 takes it away. */
export function mergeSeries(series: Series, other: Series, sign = 1): void {
  for (let at = 0; at < LENGTH; at += 1) {
    const amount = other.values[at] as number;
    if (amount !== 0) series.values[at] = (series.values[at] as number) + sign * amount;
  }
}

/** The figures of one quarter in the order of `QUARTER_FIELDS`, or null when all are 0. */
export function quarterOf(series: Series, quarter: number): readonly number[] | null {
  const from = quarter * WIDTH;
  for (let at = from; at < from + WIDTH; at += 1)
    if (series.values[at] !== 0) return series.values.slice(from, from + WIDTH);
  return null;
}

/** A series as text: `36:5,,7;37:…`, empty quarters and zeros left out. */
export function packSeries(series: Series): string {
  let text = "";
  for (let quarter = 0; quarter < 96; quarter += 1) {
    const figures = quarterOf(series, quarter);
    if (figures === null) continue;
    if (text !== "") text += ";";
    text += `${quarter}:`;
    for (let field = 0; field < WIDTH; field += 1) {
      if (field > 0) text += ",";
      if (figures[field] !== 0) text += figures[field];
    }
  }
  return text;
}

/** The series of a text made by `packSeries`. */
export function unpackSeries(text: string): Series {
  const series = emptySeries();
  if (text === "") return series;
  for (const part of text.split(";")) {
    const colon = part.indexOf(":");
    const from = Number(part.slice(0, colon)) * WIDTH;
    const figures = part.slice(colon + 1).split(",");
    for (let field = 0; field < figures.length; field += 1)
      if (figures[field] !== "") series.values[from + field] = Number(figures[field]);
  }
  return series;
}
