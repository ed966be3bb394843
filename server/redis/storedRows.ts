import type { Slot } from "../core/book.ts";
import type { OfficeState } from "../core/office.ts";
import { mergeRow, type Row, unpackRow } from "../core/row.ts";
import { mergeSeries, type Series, unpackSeries } from "../core/series.ts";
import { type Day, formatMonth } from "../../shared/time.ts";
import { rowsKey } from "./keys.ts";

const months = new Map<Day, string>();

/** `2026-11` of a day, remembered. */
export function monthOf(day: Day): string {
  let month = months.get(day);
  if (month === undefined) {
    month = formatMonth(day);
    months.set(day, month);
  }
  return month;
}

/** The field of a row within the hash of its month and kind. */
export function fieldOf(slot: Slot<Row | Series>): string {
  return slot.key === "" ? `${slot.day}` : `${slot.day}|${slot.key}`;
}

/** The changed rows of an office by the hash that holds them. */
export function dirtyByKey(office: OfficeState, partition: number): Map<string, Slot<Row | Series>[]> {
  const found = new Map<string, Slot<Row | Series>[]>();
  const keys = new Map<string, string>();
  for (const slot of office.book.dirty) {
    const short = `${slot.kind}${monthOf(slot.day)}`;
    let key = keys.get(short);
    if (key === undefined) {
      key = rowsKey(partition, office.rules.id, monthOf(slot.day), slot.kind);
      keys.set(short, key);
    }
    const list = found.get(key);
    if (list === undefined) found.set(key, [slot]);
    else list.push(slot);
  }
  return found;
}

/** Adds what is stored to those changed rows of which memory has only what was added; one round trip. */
export async function mergeStoredRows(
  offices: Iterable<OfficeState>,
  partition: number,
  read: (args: readonly string[]) => Promise<(string | null)[]>,
): Promise<void> {
  const tasks: Promise<void>[] = [];
  for (const office of offices)
    for (const [key, slots] of dirtyByKey(office, partition)) {
      const partial = slots.filter(({ whole }) => !whole);
      if (partial.length === 0) continue;
      tasks.push(
        read(["HMGET", key, ...partial.map(fieldOf)]).then((texts) => {
          partial.forEach((slot, index) => mergeStored(slot, texts[index] ?? null));
        }),
      );
    }
  await Promise.all(tasks);
}

function mergeStored(slot: Slot<Row | Series>, text: string | null): void {
  if (text !== null) {
    if ("values" in slot.value) mergeSeries(slot.value, unpackSeries(text));
    else mergeRow(slot.value, unpackRow(text));
  }
  slot.whole = true;
}
