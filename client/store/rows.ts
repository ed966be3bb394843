import { idOf, kindOf, type RowKind, type WireRow } from "../../shared/wire.ts";

/** A row with the id of what it is about. */
export interface Entry {
  readonly id: string;
  readonly row: WireRow;
}

type Rows = Readonly<Record<string, WireRow>>;
const grouped = new WeakMap<Rows, ReadonlyMap<RowKind, readonly Entry[]>>();

/** The rows of one kind, grouped once per version of a view. */
export function rowsOfKind(rows: Rows, kind: RowKind): readonly Entry[] {
  let groups = grouped.get(rows);
  if (groups === undefined) {
    const next = new Map<RowKind, Entry[]>();
    for (const [key, row] of Object.entries(rows)) {
      const of = kindOf(key);
      const group = next.get(of);
      if (group === undefined) next.set(of, [{ id: idOf(key), row }]);
      else group.push({ id: idOf(key), row });
    }
    groups = next;
    grouped.set(rows, groups);
  }
  return groups.get(kind) ?? [];
}

/** True when two lists hold the same rows in the same order, by identity. */
export function sameEntries(a: readonly Entry[], b: readonly Entry[]): boolean {
  return a.length === b.length && a.every((entry, at) => entry.id === b[at]?.id && entry.row === b[at]?.row);
}
