import { APPLICATION_COUNTS, TICKET_COUNTS, VOICE_COUNTS } from "../../shared/counts.ts";
import { emptyTally, exchangeTally, mergePackedTally, packTally, type Tally } from "./tally.ts";

/**
 * The counters of a row, by place. Durations are ms. `…Open` terms make a value that is linear in time out of intervals
 * without an end: on the running day it is `ms + n × now − start`, on a past day `ms + last − start`, where `start` and
 * `last` are sums of moments relative to the row's day.
 */
export const COUNTERS = [
  ...APPLICATION_COUNTS,
  "open",
  "acceptedToSentN",
  "acceptedToSent",
  "readyToIssuedN",
  "readyToIssued",
  "backOfficeN",
  "backOffice",
  "ratingsN",
  "ratingsSum",
  ...VOICE_COUNTS,
  "negative",
  // from here on what is counted in tickets and desk time: a matter has none
  ...TICKET_COUNTS,
  "withinNorm",
  "paymentPause",
  "signedIn",
  "signedInOpen",
  "signedInStart",
  "signedInLast",
  "paused",
  "pausedOpen",
  "pausedStart",
  "pausedLast",
  "serving",
  "servingOpen",
  "servingStart",
  "servingLast",
  "events",
  "unknown",
] as const;
export type Counter = (typeof COUNTERS)[number];

/** Place of each counter. */
export const AT = Object.fromEntries(COUNTERS.map((name, index) => [name, index])) as Readonly<Record<Counter, number>>;

/**
 * One row of figures: of an office's day, or of an operator, a matter (service and authority) or an operator's matter
 * on it. Everything in it is a sum, so rows add up and contributions can be taken back.
 */
export interface Row {
  readonly counts: number[];
  waiting: Tally | null;
  service: Tally | null;
  lead: Tally | null;
}

/** How many counters a row of a matter has: those that are not counted in tickets or desk time. */
const MATTER_COUNTERS = AT.ticketsIssued;

/** A row of nothing. */
export function emptyRow(): Row {
  return { counts: new Array<number>(COUNTERS.length).fill(0), waiting: null, service: null, lead: null };
}

/** A row of nothing of a matter: half as long, and there are many of them. */
export function emptyMatterRow(): Row {
  return { counts: new Array<number>(MATTER_COUNTERS).fill(0), waiting: null, service: null, lead: null };
}

/** Takes `before` away and adds `after`; null is a row of nothing. Cheap where they hardly differ. */
export function exchangeRow(row: Row, before: Row | null, after: Row | null): void {
  for (let index = 0; index < row.counts.length; index += 1) {
    const change = (after?.counts[index] ?? 0) - (before?.counts[index] ?? 0);
    if (change !== 0) row.counts[index] = (row.counts[index] as number) + change;
  }
  for (const which of ["waiting", "service", "lead"] as const) {
    const [old, now] = [before?.[which] ?? null, after?.[which] ?? null];
    if (old === null && now === null) continue;
    row[which] ??= emptyTally();
    exchangeTally(row[which], old, now);
  }
}

function packTallyOrNothing(tally: Tally | null): string {
  return tally === null ? "" : packTally(tally);
}

/** A row as text: counters with zeros left out, then the three distributions, `,,3;…;…;…`. */
export function packRow(row: Row): string {
  const { counts } = row;
  let end = counts.length;
  while (end > 0 && counts[end - 1] === 0) end -= 1;
  let text = "";
  for (let index = 0; index < end; index += 1) {
    if (index > 0) text += ",";
    const value = counts[index] as number;
    if (value !== 0) text += value;
  }
  return `${text};${packTallyOrNothing(row.waiting)};${packTallyOrNothing(row.service)};${packTallyOrNothing(row.lead)}`;
}

/** The text of a row of nothing: such rows are not kept, or what was taken back would leave a trace. */
export const EMPTY_ROW = packRow(emptyRow());

/** One counter of a text made by `packRow`. */
export function packedCount(text: string, counter: Counter): number {
  return Number(text.slice(0, text.indexOf(";")).split(",")[AT[counter]] ?? 0);
}

function mergePackedInto(mine: Tally | null, text: string, from: number, to: number): Tally | null {
  if (from >= to) return mine;
  const target = mine ?? emptyTally();
  mergePackedTally(target, text, from, to);
  return target;
}

const COMMA = 44;
const MINUS = 45;

/** Adds the counters that stand in a text made by `packRow` up to `end`, digit by digit. Gives the place of the last of them. */
export function mergePackedCounts(counts: number[], text: string, end: number): number {
  let counter = 0;
  let value = 0;
  let sign = 1;
  for (let at = 0; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === COMMA) {
      if (value !== 0) counts[counter] = (counts[counter] as number) + sign * value;
      counter += 1;
      value = 0;
      sign = 1;
    } else if (code === MINUS) sign = -1;
    else value = value * 10 + code - 48;
  }
  if (value !== 0) counts[counter] = (counts[counter] as number) + sign * value;
  return counter;
}

/** Adds what a text made by `packRow` holds. */
export function mergePackedRow(row: Row, text: string): void {
  const end = text.indexOf(";");
  const service = text.indexOf(";", end + 1);
  const lead = text.indexOf(";", service + 1);
  mergePackedCounts(row.counts, text, end);
  row.waiting = mergePackedInto(row.waiting, text, end + 1, service);
  row.service = mergePackedInto(row.service, text, service + 1, lead);
  row.lead = mergePackedInto(row.lead, text, lead + 1, text.length);
}

/** The row of a text made by `packRow`. */
export function unpackRow(text: string): Row {
  const row = emptyRow();
  mergePackedRow(row, text);
  return row;
}
