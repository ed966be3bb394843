import { tzOffset } from "@date-fns/tz";

/** Milliseconds of one day without a change of the clocks. */
export const DAY_MS = 86_400_000;
/** Milliseconds of a quarter of an hour, the step of the day's curve. */
export const QUARTER_MS = 900_000;
const MINUTE_MS = 60_000;

/**
 * A local date as the count of days since 1970-01-01. Dates are numbers everywhere inside;
 * `formatDay` and `parseDay` stand at the edges.
 */
export type Day = number;

interface Period {
  /** First moment (epoch ms) at which the offset holds. */
  readonly from: number;
  readonly offset: number;
}

const TABLE_FROM = Date.UTC(1990, 0, 1);
const TABLE_TO = Date.UTC(2045, 0, 1);
const STEP = 14 * DAY_MS;
/** A table covers about a year and is made when that year is first asked about: the system is slow to answer. */
const COVERED = 26 * STEP;
const LAST = Math.ceil((TABLE_TO - TABLE_FROM) / COVERED) - 1;
const tables = new Map<string, (readonly Period[] | undefined)[]>();

function offsetFromSystem(zone: string, moment: number): number {
  return tzOffset(zone, new Date(moment)) * MINUTE_MS;
}

function firstMomentOf(zone: string, before: number, after: number): number {
  const next = offsetFromSystem(zone, after);
  let low = before;
  let high = after;
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS || low + MINUTE_MS;
    if (offsetFromSystem(zone, middle) === next) high = middle;
    else low = middle;
  }
  return high;
}

function buildTable(zone: string, from: number): readonly Period[] {
  const first = offsetFromSystem(zone, from);
  if (Number.isNaN(first)) throw new RangeError(`Unknown time zone "${zone}": use an IANA name such as Asia/Almaty`);
  const periods: Period[] = [{ from: Number.NEGATIVE_INFINITY, offset: first }];
  let last = first;
  for (let at = from; at < from + COVERED; at += STEP) {
    const offset = offsetFromSystem(zone, at + STEP);
    if (offset !== last) periods.push({ from: firstMomentOf(zone, at, at + STEP), offset });
    last = offset;
  }
  return periods;
}

function tableOf(zone: string, moment: number): readonly Period[] {
  const index = Math.min(LAST, Math.max(0, Math.floor((moment - TABLE_FROM) / COVERED))) || 0;
  let years = tables.get(zone);
  if (years === undefined) {
    years = [];
    tables.set(zone, years);
  }
  let table = years[index];
  if (table === undefined) {
    table = buildTable(zone, TABLE_FROM + index * COVERED);
    years[index] = table;
  }
  return table;
}

/**
 * The offset of a zone's clocks from UTC at a moment, in ms (east is positive), from tables made once per
 * zone and year out of the system's tz database: the hot path asks millions of times.
 * @throws RangeError when the zone is not an IANA name.
 */
export function zoneOffset(zone: string, moment: number): number {
  const table = tableOf(zone, moment);
  for (let index = table.length - 1; index > 0; index -= 1) {
    const period = table[index] as Period;
    if (moment >= period.from) return period.offset;
  }
  return (table[0] as Period).offset;
}

/** The local date of a moment (epoch ms) in a zone. */
export function localDay(moment: number, zone: string): Day {
  return Math.floor((moment + zoneOffset(zone, moment)) / DAY_MS);
}

/** The quarter of an hour of the local wall clock, 0–95; a repeated hour falls into the same quarters twice. */
export function localQuarter(moment: number, zone: string): number {
  const local = moment + zoneOffset(zone, moment);
  return Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / QUARTER_MS);
}

/** The first moment (epoch ms) of a local date: its 00:00, or what stands in its place where the clocks jump. */
export function dayStart(day: Day, zone: string): number {
  const wall = day * DAY_MS;
  let low = wall - 15 * 3_600_000;
  let high = wall + 13 * 3_600_000;
  const guess = wall - zoneOffset(zone, wall - zoneOffset(zone, wall));
  if (localDay(guess, zone) === day && localDay(guess - 1, zone) === day - 1) return guess;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (localDay(middle, zone) >= day) high = middle;
    else low = middle;
  }
  return high;
}

/** The moment (epoch ms) that a local wall clock shows on a date; of a repeated hour the earlier moment. */
export function momentAt(day: Day, minutes: number, zone: string): number {
  const wall = day * DAY_MS + minutes * MINUTE_MS;
  const early = wall - zoneOffset(zone, wall - DAY_MS);
  const late = wall - zoneOffset(zone, wall + DAY_MS);
  const first = Math.min(early, late);
  return first + zoneOffset(zone, first) === wall ? first : Math.max(early, late);
}

/** `2026-11-23` of a day. */
export function formatDay(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** `2026-11` of a day. */
export function formatMonth(day: Day): string {
  return formatDay(day).slice(0, 7);
}

/** The day of `2026-11-23`, or null when the text is no such date. */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const moment = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== text) return null;
  return moment / DAY_MS;
}

/** Monday 0 … Sunday 6. 1970-01-01 was a Thursday. */
export function weekday(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}
