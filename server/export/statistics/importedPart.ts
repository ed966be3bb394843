import { DICTIONARY } from "../../../shared/dictionary.ts";
import { IMPORTED_FIGURES, type ImportedRow } from "../../../shared/importedTotals.ts";
import type { Names } from "../../../shared/reference.ts";
import type { ReportCell, ReportColumn } from "../../../shared/report.ts";
import { IMPORTED_MARK, IMPORTED_WORDS } from "../../core/importedWords.ts";
import type { Language } from "../fileFormat.ts";
import { nameOf } from "../reportTables.ts";
import { DIMENSION_TITLES } from "./keyColumns.ts";
import type { StatisticsFile } from "./statisticsLayout.ts";

/** How the totals of an old system are marked wherever they stand. */
export const IMPORTED_TITLE: Names = {
  kk: "Импорт, қайта есептелмейді",
  ru: "Импортировано, невоспроизводимо",
  en: "Imported, not reproducible",
};
const SOURCE: Names = { kk: "Ескі жүйе", ru: "Старая система", en: "Old system" };
const IMPORTED_AT: Names = { kk: "Қашан импортталды", ru: "Когда импортировано", en: "Imported at" };

const marked = (names: Names): Names => ({
  kk: `${names.kk} ${IMPORTED_MARK}`,
  ru: `${names.ru} ${IMPORTED_MARK}`,
  en: `${names.en} ${IMPORTED_MARK}`,
});

/** Columns of an old system's totals: names of their own, so that nothing adds them to figures that events made. */
export const IMPORTED_COLUMNS: readonly ReportColumn[] = [
  { field: "imported", kind: "text", titles: IMPORTED_TITLE, definitions: IMPORTED_WORDS },
  { field: "imported.month", kind: "text", titles: marked(DIMENSION_TITLES.month), definitions: null },
  { field: "imported.region", kind: "text", titles: marked(DIMENSION_TITLES.region), definitions: null },
  { field: "imported.office", kind: "text", titles: marked(DIMENSION_TITLES.office), definitions: null },
  {
    field: "imported.place.name",
    kind: "text",
    titles: marked({ kk: "Атауы", ru: "Название", en: "Name" }),
    definitions: null,
  },
  { field: "imported.source", kind: "text", titles: SOURCE, definitions: null },
  { field: "imported.importedAt", kind: "moment", titles: IMPORTED_AT, definitions: null },
  ...IMPORTED_FIGURES.map(
    (figure): ReportColumn => ({
      field: `imported.${figure}`,
      kind: "count",
      titles: marked(DICTIONARY[figure].names),
      definitions: IMPORTED_WORDS,
    }),
  ),
];

/** A month of a place as an old system told it, as cells of those columns; what it did not tell is empty. */
export function importedCells(
  row: ImportedRow,
  { names, language }: Pick<StatisticsFile, "names" | "language">,
): ReportCell[] {
  const { month, region = null, office = null, source, importedAt, figures } = row;
  const name = nameOf(names, office ?? region, language);
  const told = IMPORTED_FIGURES.map((figure) => figures[figure] ?? null);
  return [IMPORTED_TITLE[language], month, region, office, name, source, importedAt, ...told];
}

/** The titles of the columns in a language, with what a workbook must know of them. */
export function importedSheetColumns(language: Language) {
  return IMPORTED_COLUMNS.map(({ titles, kind }, at) => ({ title: titles[language], kind, key: at > 0 && at < 5 }));
}
