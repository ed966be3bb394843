import type { ImportedRow } from "../../../shared/importedTotals.ts";
import type { ReportCell, ReportColumn, ReportTable } from "../../../shared/report.ts";
import type { FigureSet, StatisticsQuery, StatisticsRow } from "../../../shared/statistics.ts";
import type { Language } from "../fileFormat.ts";
import { nameOf } from "../reportTables.ts";
import { type CellsOfFigure, cellsOfFigures, FIGURE_COLUMNS, type FigureColumn } from "./figureColumns.ts";
import { keyColumns } from "./keyColumns.ts";

/** What a file of figures holds: the question, the figures chosen (empty: all), and the names of ids. */
export interface StatisticsFile {
  readonly query: StatisticsQuery;
  readonly figures: readonly (keyof FigureSet)[];
  readonly names: ReportTable["names"];
  readonly language: Language;
  /** What an old system told, beside the rows and never among them; null: it was not asked for. */
  readonly imported: readonly ImportedRow[] | null;
}

/** The columns of a file of figures: what it is cut by, then the figures. */
export interface Layout {
  readonly keys: readonly ReportColumn[];
  readonly figures: readonly FigureColumn[];
  readonly cells: readonly CellsOfFigure[];
}

/** The columns that a file has. */
export function layoutOf({ query, figures }: StatisticsFile): Layout {
  const chosen = (figure: keyof FigureSet) => figures.length === 0 || figures.includes(figure);
  return {
    keys: keyColumns(query.by),
    figures: FIGURE_COLUMNS.filter(({ figure }) => chosen(figure)),
    cells: cellsOfFigures(chosen),
  };
}

/** Keys whose ids have names; the others are dates or staff numbers. */
export const NAMED: readonly string[] = ["region", "office", "service", "authority"];

/** A row as cells: beside an id stands its name. */
export function cellsOf(
  { keys, cells: figures }: Layout,
  row: StatisticsRow,
  { names, language }: StatisticsFile,
): ReportCell[] {
  const cells: ReportCell[] = [];
  for (const { field } of keys) {
    const id = row[field as keyof typeof row] as string | undefined;
    cells.push(id ?? null);
    if (NAMED.includes(field)) cells.push(nameOf(names, id ?? null, language));
  }
  for (const each of figures) each(row, cells);
  return cells;
}
