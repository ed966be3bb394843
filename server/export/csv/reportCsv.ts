import type { Report, ReportCell, ReportTable } from "../../../shared/report.ts";
import type { Language } from "../fileFormat.ts";
import { columnsOfAll, isNamed, nameOf } from "../reportTables.ts";
import { BYTE_ORDER_MARK, csvRecord } from "./record.ts";
import { REST_KEYS, restCells } from "./rests.ts";

/** What every row says of the file it comes from, so that rows of many files can be put together. */
export const REPORT_KEYS = ["month", "place", "version", ...REST_KEYS, "table", "row"] as const;

/** A row is a fact of a table, or its whole. */
export type RowKind = "fact" | "total";

/**
 * A report as one table for analysts: a record a fact, the columns of all its tables beside each other, those that a table
 * does not have left empty. Beside an id stands its name in `<field>.name`.
 */
export function* reportCsv(report: Report, language: Language): Generator<string> {
  const columns = columnsOfAll(report);
  const named = new Set(
    columns
      .filter(({ field }) =>
        report.tables.some((table) => table.columns.some((column) => column.field === field && isNamed(table, column))),
      )
      .map(({ field }) => field),
  );
  const fields = columns.flatMap(({ field }) => (named.has(field) ? [field, `${field}.name`] : [field]));
  yield BYTE_ORDER_MARK + csvRecord([...REPORT_KEYS, ...fields]);
  const place = report.place.id === "" ? report.place.kind : report.place.id;
  const rest = restCells(report);
  const record = (table: ReportTable, kind: RowKind, row: readonly ReportCell[]): string => {
    const at = new Map(table.columns.map(({ field }, index) => [field, index]));
    const cells: ReportCell[] = [report.month, place, report.version, ...rest, table.id, kind];
    for (const { field } of columns) {
      const index = at.get(field);
      const cell = index === undefined ? null : (row[index] ?? null);
      cells.push(cell);
      if (named.has(field)) cells.push(nameOf(table.names, cell, language));
    }
    return csvRecord(cells);
  };
  for (const table of report.tables) {
    for (const row of table.rows) yield record(table, "fact", row);
    if (table.total !== null) yield record(table, "total", table.total);
  }
}
