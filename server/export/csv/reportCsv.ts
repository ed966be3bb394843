import type { Report, ReportCell, ReportColumn, ReportTable } from "../../../shared/report.ts";
import type { Language } from "../fileFormat.ts";
import { isNamed, keysOf, nameOf } from "../reportTables.ts";
import { BYTE_ORDER_MARK, csvRecord } from "./record.ts";
import { REST_KEYS, restCells } from "./rests.ts";

/** What every record says of the file it comes from, so that the records of many files can be put together. */
export const REPORT_KEYS = ["month", "place", "version", ...REST_KEYS, "table", "row"] as const;
/** What every record says of its fact. */
export const FACT_KEYS = ["measure", "unit", "value", "text"] as const;

/** The keys of all tables, those with names marked, in the order in which they first appear. */
function keysOfAll({ tables }: Report): Map<string, boolean> {
  const keys = new Map<string, boolean>();
  for (const table of tables)
    for (const column of keysOf(table))
      keys.set(column.field, (keys.get(column.field) ?? false) || isNamed(table, column));
  return keys;
}

/** The value of a fact: a figure, or a text, which is said by its name where it has one. */
function valueCells(cell: ReportCell, { names }: ReportTable, language: Language): ReportCell[] {
  return typeof cell === "string" ? [null, nameOf(names, cell, language) ?? cell] : [cell, null];
}

/**
 * A report as one table for analysts, a record a fact: where it comes from, what it is about (a column a key; beside an id
 * stands its name in `<key>.name`), what is measured, in which unit, and its value. Not known is an empty value.
 */
export function* reportCsv(report: Report, language: Language): Generator<string> {
  const keys = keysOfAll(report);
  const fields = [...keys].flatMap(([field, named]) => (named ? [field, `${field}.name`] : [field]));
  yield BYTE_ORDER_MARK + csvRecord([...REPORT_KEYS, ...fields, ...FACT_KEYS]);
  const place = report.place.id === "" ? report.place.kind : report.place.id;
  const origin = [report.month, place, report.version, ...restCells(report)];
  for (const table of report.tables) {
    const own = keysOf(table);
    const at = new Map(own.map(({ field }, index) => [field, index]));
    const measures = table.columns.slice(own.length);
    const record = (
      kind: "fact" | "total",
      row: readonly ReportCell[],
      { field, kind: unit }: ReportColumn,
      place: number,
    ) => {
      const about = [...keys].flatMap(([key, named]): ReportCell[] => {
        const cell = row[at.get(key) ?? -1] ?? null;
        return named ? [cell, nameOf(table.names, cell, language)] : [cell];
      });
      const value = valueCells(row[place] ?? null, table, language);
      return csvRecord([...origin, table.id, kind, ...about, field, unit, ...value]);
    };
    const facts = (kind: "fact" | "total", row: readonly ReportCell[]) =>
      measures.map((column, index) => record(kind, row, column, own.length + index)).join("");
    for (const row of table.rows) yield facts("fact", row);
    if (table.total !== null) yield facts("total", table.total);
  }
}
