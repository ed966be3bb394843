import { type Day, formatDay, formatMonth } from "../../shared/time.ts";
import type { Slot, SlotKind } from "../core/book.ts";
import type { OfficeState } from "../core/office.ts";
import { mergePackedRow, type Row } from "../core/row.ts";
import { mergeSeries, type Series, unpackSeries } from "../core/series.ts";
import { rowsKey } from "./keys.ts";

function remembered(format: (day: Day) => string): (day: Day) => string {
  const known = new Map<Day, string>();
  return (day) => {
    let text = known.get(day);
    if (text === undefined) {
      text = format(day);
      known.set(day, text);
    }
    return text;
  };
}

/** `2026-11` of a day, remembered. */
export const monthOf = remembered(formatMonth);
/** `2026-11-23` of a day, remembered. */
export const dateOf = remembered(formatDay);

/** Whether the rows of a kind are kept in one hash a month, and not a day. */
export function isMonthly(kind: SlotKind): boolean {
  return kind === "office" || kind === "series";
}

/** The period whose hash holds the rows of a kind and day: `2026-11` or `2026-11-23`. */
export function periodOf(kind: SlotKind, day: Day): string {
  return isMonthly(kind) ? monthOf(day) : dateOf(day);
}

/** The field of a row within the hash of its period and kind. */
export function fieldOf(slot: Slot<Row | Series>): string {
  return isMonthly(slot.kind) ? `${slot.day}` : slot.key;
}

/** The changed rows of an office by the hash that holds them. */
export function dirtyByKey(office: OfficeState, partition: number): Map<string, Slot<Row | Series>[]> {
  const found = new Map<string, Slot<Row | Series>[]>();
  const keys = new Map<string, string>();
  for (const slot of office.book.dirty) {
    const period = periodOf(slot.kind, slot.day);
    const short = slot.kind + period;
    let key = keys.get(short);
    if (key === undefined) {
      key = rowsKey(partition, office.rules.id, period, slot.kind);
      keys.set(short, key);
    }
    const list = found.get(key);
    if (list === undefined) found.set(key, [slot]);
    else list.push(slot);
  }
  return found;
}

/** Reads hashes of the store. */
export interface Hashes {
  /** The values of fields, null for what is not there. */
  texts(key: string, fields: readonly string[]): Promise<readonly (string | null)[]>;
  /** How many fields there are. */
  length(key: string): Promise<number>;
}

/**
 * Adds what is stored to those changed rows of which memory has only what was added; one round trip. Of a day of which
 * nothing was stored memory has everything from then on, and its rows are not asked for again.
 */
export async function mergeStoredRows(
  offices: Iterable<OfficeState>,
  partition: number,
  hashes: Hashes,
): Promise<void> {
  const tasks: Promise<void>[] = [];
  for (const office of offices)
    for (const [key, slots] of dirtyByKey(office, partition)) {
      const partial = slots.filter((slot) => !slot.whole);
      const [first] = partial;
      if (first === undefined) continue;
      const { complete } = office.book.day(first.day);
      if (complete.has(first.kind)) for (const slot of partial) slot.whole = true;
      else tasks.push(bringRows(key, partial, complete, hashes));
    }
  await Promise.all(tasks);
}

async function bringRows(
  key: string,
  partial: readonly Slot<Row | Series>[],
  complete: Set<SlotKind>,
  hashes: Hashes,
): Promise<void> {
  const { kind } = partial[0] as Slot<Row | Series>;
  const [stored, texts] = await Promise.all([
    isMonthly(kind) ? 1 : hashes.length(key),
    hashes.texts(key, partial.map(fieldOf)),
  ]);
  for (const [index, slot] of partial.entries()) mergeStored(slot, texts[index] ?? null);
  if (stored === 0) complete.add(kind);
}

function mergeStored(slot: Slot<Row | Series>, text: string | null): void {
  if (text !== null) {
    if ("values" in slot.value) mergeSeries(slot.value, unpackSeries(text));
    else mergePackedRow(slot.value, text);
  }
  slot.whole = true;
}
