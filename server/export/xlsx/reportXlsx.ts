import type { Report, ReportCell, ReportTable } from "../../../shared/report.ts";
import type { FileBytes, Language } from "../fileFormat.ts";
import { reportNotes } from "../reportNotes.ts";
import { isNamed, nameOf } from "../reportTables.ts";
import { FILE_WORDS } from "../words.ts";
import type { SheetColumn } from "./sheet.ts";
import { type Sheet, workbookBytes } from "./workbook.ts";

/** The sheet of a table: beside an id stands its name; the total says in its first text what it is. */
function sheetOf(table: ReportTable, language: Language): Sheet {
  const words = FILE_WORDS[language];
  const named = table.columns.map((column) => isNamed(table, column));
  const columns = table.columns.flatMap(({ titles, kind, definitions }, at): SheetColumn[] => {
    const title = titles[language];
    const key = definitions === null && (kind === "text" || kind === "date");
    const column = { title, kind, key };
    return named[at] ? [column, { ...column, title: `${title}: ${words.name}` }] : [column];
  });
  const cells = (row: readonly ReportCell[]): ReportCell[] =>
    row.flatMap((cell, at) => (named[at] ? [cell, nameOf(table.names, cell, language)] : [cell]));
  const total = () => {
    if (table.total === null) return null;
    const whole = cells(table.total);
    const label = columns.findIndex(
      ({ kind }, at) => (kind === "text" || kind === "date") && (whole[at] ?? null) === null,
    );
    if (label >= 0 && !whole.includes(words.total)) whole[label] = words.total;
    return whole;
  };
  return { title: table.titles[language], columns: frontKeys(columns), rows: [table.rows.map(cells)], total };
}

/** Only the keys at the left edge can stay in sight. */
function frontKeys(columns: readonly SheetColumn[]): SheetColumn[] {
  const first = columns.findIndex(({ key }) => !key);
  return columns.map((column, at) => ({ ...column, key: at < first && at < 3 }));
}

/** A report as a workbook: a sheet a table, then the notes. */
export function reportXlsx(report: Report, language: Language): FileBytes {
  const words = FILE_WORDS[language];
  return workbookBytes({
    title: `${words.report}: ${report.place.names[language]}, ${report.month}`,
    asOf: report.asOf,
    language,
    sheets: report.tables.map((table) => sheetOf(table, language)),
    notesTitle: words.notes,
    notes: () => reportNotes(report, language),
  });
}
