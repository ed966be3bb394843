import type { Report, ReportCell, ReportColumn, ReportTable } from "../../shared/report.ts";
import type { Language } from "./fileFormat.ts";

/** Whether a column holds ids whose names are known, so that a file says the name too. */
export function isNamed({ columns, rows, total, names }: ReportTable, column: ReportColumn): boolean {
  if (column.kind !== "text") return false;
  const at = columns.indexOf(column);
  const known = (row: readonly ReportCell[]) => nameOf(names, row[at] ?? null, "en") !== null;
  return rows.some(known) || (total !== null && known(total));
}

/** The name of an id in a language, null when it has none. */
export function nameOf(names: ReportTable["names"], id: ReportCell, language: Language): string | null {
  return typeof id === "string" && Object.hasOwn(names, id) ? (names[id]?.[language] ?? null) : null;
}

/** The columns of all tables by field, in the order in which they first appear. */
export function columnsOfAll({ tables }: Report): ReportColumn[] {
  const found = new Map<string, ReportColumn>();
  for (const { columns } of tables)
    for (const column of columns) if (!found.has(column.field)) found.set(column.field, column);
  return [...found.values()];
}

/**
 * The columns that say what a row is about: those that lead a table and have no definition of their own, texts and dates;
 * never all of them, so that something is said of what they name.
 */
export function keysOf({ columns }: ReportTable): readonly ReportColumn[] {
  const end = columns.findIndex(
    ({ kind, definitions }) => definitions !== null || (kind !== "text" && kind !== "date"),
  );
  return columns.slice(0, end < 0 ? columns.length - 1 : end);
}
