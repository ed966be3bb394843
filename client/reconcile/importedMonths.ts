import type { ImportedFigure, ImportedRow } from "../../shared/importedTotals.ts";
import { type Day, formatMonth, parseDay } from "../../shared/time.ts";

/** A month's totals of all offices, or of all regions, that told them; the two are never added to each other. */
export interface ImportedSum {
  readonly key: string;
  readonly month: Day;
  readonly of: "office" | "region";
  readonly places: number;
  readonly sources: readonly string[];
  /** Sums of those that told the figure; absent when none did. */
  readonly figures: Readonly<Partial<Record<ImportedFigure, number>>>;
}

/** The months of a period such as `2024-11`, a year earlier when asked for. */
export function monthsOf(from: Day, to: Day, yearBefore: boolean): { readonly from: string; readonly to: string } {
  const shifted = (day: Day) => {
    const [year, month] = formatMonth(day).split("-") as [string, string];
    return `${String(Number(year) - (yearBefore ? 1 : 0)).padStart(4, "0")}-${month}`;
  };
  return { from: shifted(from), to: shifted(to) };
}

/** Adds up what places told of a month, offices and regions apart, in the order of the months. */
export function sumsOf(rows: readonly ImportedRow[]): ImportedSum[] {
  const groups = new Map<string, ImportedRow[]>();
  for (const row of rows) {
    const key = `${row.month}|${row.office === undefined ? "region" : "office"}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, of]) => {
      const figures: Partial<Record<ImportedFigure, number>> = {};
      for (const row of of)
        for (const [figure, count] of Object.entries(row.figures) as [ImportedFigure, number][])
          figures[figure] = (figures[figure] ?? 0) + count;
      const [month, kind] = key.split("|") as [string, ImportedSum["of"]];
      const sources = [...new Set(of.map(({ source }) => source))];
      return { key, month: parseDay(`${month}-01`) as Day, of: kind, places: of.length, sources, figures };
    });
}
