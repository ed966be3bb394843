import type { ImportedRow } from "../../../shared/importedTotals.ts";
import type { ReportCell, ReportColumn, ReportTable } from "../../../shared/report.ts";
import type { Dimension, FigureSet, StatisticsQuery, StatisticsRow } from "../../../shared/statistics.ts";
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

/** What a row is about, id by id. */
export function keysOf({ keys }: Layout, row: StatisticsRow): ReportCell[] {
  return keys.map(({ field }) => row[field as Dimension] ?? null);
}

/** The ids of a row as cells: beside an id stands its name. */
export function withNames(
  { keys }: Layout,
  ids: readonly ReportCell[],
  { names, language }: StatisticsFile,
): ReportCell[] {
  const cells: ReportCell[] = [];
  for (const [at, { field }] of keys.entries()) {
    const id = ids[at] ?? null;
    cells.push(id);
    if (NAMED.includes(field)) cells.push(nameOf(names, id, language));
  }
  return cells;
}

/** A row as cells: what it is about, then its figures. */
export function cellsOf(layout: Layout, row: StatisticsRow, file: StatisticsFile): ReportCell[] {
  const cells = withNames(layout, keysOf(layout, row), file);
  for (const each of layout.cells) each(row, cells);
  return cells;
}
