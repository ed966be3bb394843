import type { ReportCell } from "../../../shared/report.ts";
import type { StatisticsRow } from "../../../shared/statistics.ts";
import { keysOf, type Layout, type StatisticsFile, withNames } from "./statisticsLayout.ts";

/** Rows of a file on their way from one thread to another: what they are about, and their figures side by side. */
export interface RowBlock {
  readonly rows: number;
  /** The ids of each row, those of a row side by side. */
  readonly keys: readonly ReportCell[];
  /** The figures of each row in the order of the columns; NaN is not known. */
  readonly figures: Float64Array<ArrayBuffer>;
}

/** Rows as a block: its figures can be handed over without a copy. */
export function packRows(layout: Layout, rows: readonly StatisticsRow[]): RowBlock {
  const width = layout.figures.length;
  const figures = new Float64Array(rows.length * width);
  const keys: ReportCell[] = [];
  const cells: ReportCell[] = [];
  let at = 0;
  for (const row of rows) {
    keys.push(...keysOf(layout, row));
    cells.length = 0;
    for (const each of layout.cells) each(row, cells);
    for (let column = 0; column < width; column += 1) {
      const cell = cells[column];
      figures[at + column] = typeof cell === "number" ? cell : Number.NaN;
    }
    at += width;
  }
  return { rows: rows.length, keys, figures };
}

/** The cells of the rows of a block: the same as `cellsOf` of each of them. */
export function unpackRows(layout: Layout, { rows, keys, figures }: RowBlock, file: StatisticsFile): ReportCell[][] {
  const width = layout.figures.length;
  const ids = layout.keys.length;
  return Array.from({ length: rows }, (_, row) => {
    const cells = withNames(layout, keys.slice(row * ids, (row + 1) * ids), file);
    for (let at = row * width; at < (row + 1) * width; at += 1) {
      const figure = figures[at] as number;
      cells.push(Number.isNaN(figure) ? null : figure);
    }
    return cells;
  });
}
