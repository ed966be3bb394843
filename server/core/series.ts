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

const COMMA = 44;
const COLON = 58;
const SEMICOLON = 59;
const MINUS = 45;

/** The series of a text made by `packSeries`, put into `series`, whose figures are forgotten, or into a new one. */
export function unpackSeries(text: string, series?: Series): Series {
  const unpacked = series ?? emptySeries();
  const { values } = unpacked;
  if (series !== undefined) values.fill(0);
  let at = 0;
  let value = 0;
  let sign = 1;
  const put = () => {
    if (value !== 0) values[at] = sign * value;
    value = 0;
    sign = 1;
  };
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code === COMMA) {
      put();
      at += 1;
    } else if (code === COLON) {
      at = value * WIDTH;
      value = 0;
    } else if (code === SEMICOLON) put();
    else if (code === MINUS) sign = -1;
    else value = value * 10 + code - 48;
  }
  put();
  return unpacked;
}

/** Takes `before` away and adds `after`. */
export function exchangeSeries(series: Series, before: Series, after: Series): void {
  for (let at = 0; at < LENGTH; at += 1) {
    const change = (after.values[at] as number) - (before.values[at] as number);
    if (change !== 0) series.values[at] = (series.values[at] as number) + change;
  }
}
