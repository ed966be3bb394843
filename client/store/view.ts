import type { Cell, Delta, Scope, Snapshot, WireRow } from "../../shared/wire.ts";

/** All rows of one scope at one version. Rows that did not change keep their identity from version to version. */
export interface View {
  readonly scope: Scope;
  readonly epoch: string;
  readonly version: number;
  /** Every event stored before this moment (epoch ms) is counted. */
  readonly asOf: number;
  readonly day: number;
  readonly zone: string;
  readonly rows: Readonly<Record<string, WireRow>>;
}

/** What a delta did: it led to a new view, said nothing new, or showed that something was missed. */
export type Step =
  | { readonly kind: "applied"; readonly view: View }
  | { readonly kind: "known" }
  | { readonly kind: "gap" };

/** The view that a snapshot describes. */
export function viewOf(snapshot: Snapshot): View {
  const { scope, epoch, version, asOf, day, zone, rows } = snapshot;
  return { scope, epoch, version, asOf, day, zone, rows };
}

function patched(row: WireRow, changes: readonly Cell[]): WireRow {
  const next = [...row];
  for (let at = 0; at + 1 < changes.length; at += 2) next[changes[at] as number] = changes[at + 1] as Cell;
  return next;
}

/**
 * Brings a view one version further. A delta of another epoch, one that skips a version, and one that changes a
 * row nobody has heard of are gaps: only a fresh snapshot helps. One that the view holds already is known.
 */
export function applyDelta(view: View, delta: Delta): Step {
  if (delta.epoch !== view.epoch) return { kind: "gap" };
  if (delta.version <= view.version) return { kind: "known" };
  if (delta.version !== view.version + 1) return { kind: "gap" };
  const rows: Record<string, WireRow> = { ...view.rows, ...delta.set };
  for (const [key, changes] of Object.entries(delta.patch ?? {})) {
    const row = rows[key];
    if (row === undefined) return { kind: "gap" };
    rows[key] = patched(row, changes);
  }
  for (const key of delta.drop ?? []) delete rows[key];
  return { kind: "applied", view: { ...view, rows, version: delta.version, asOf: Math.max(view.asOf, delta.asOf) } };
}
