import type { ReportCell, ReportColumn, ReportTable } from "../../../shared/report.ts";
import { cellText } from "../cellText.ts";
import type { Language } from "../fileFormat.ts";
import { nameOf } from "../reportTables.ts";
import { FILE_WORDS } from "../words.ts";

/** Whether a column begins at its left edge: texts, dates and moments; figures end at their right one. */
export function isLeft({ kind }: ReportColumn): boolean {
  return kind === "text" || kind === "date" || kind === "moment";
}

/** The cells of a row as they are printed: names in the place of ids. */
export function rowTexts({ columns, names }: ReportTable, row: readonly ReportCell[], language: Language): string[] {
  return columns.map(({ kind }, at) => {
    const cell = row[at] ?? null;
    return (kind === "text" ? nameOf(names, cell, language) : null) ?? cellText(cell, kind, language);
  });
}

/** The row of the whole as it is printed: its first key says what it is, the other keys are left empty. */
export function totalTexts(table: ReportTable, language: Language): string[] | null {
  const { total, columns } = table;
  if (total === null) return null;
  const empty = columns.map((column, at) => isLeft(column) && (total[at] ?? null) === null);
  const label = empty.indexOf(true);
  return rowTexts(table, total, language).map((text, at) => {
    if (at === label) return FILE_WORDS[language].total;
    return empty[at] === true ? "" : text;
  });
}
