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

/** Months such as `2024-11`. */
export interface Months {
  readonly from: string;
  readonly to: string;
}

/** The months that lie wholly within a period, as files hold them; null when none does. */
export function wholeMonths(from: Day, to: Day): Months | null {
  const first = monthStart(from) === from ? from : monthStart(monthStart(from) + 31);
  const next = monthStart(to + 1);
  const last = next === to + 1 ? to : monthStart(to) - 1;
  return first > last ? null : { from: formatMonth(first), to: formatMonth(last) };
}

/** The months that a period touches, a year earlier. */
export function monthsYearBefore(from: Day, to: Day): Months {
  const shifted = (day: Day) => {
    const [year, month] = formatMonth(day).split("-") as [string, string];
    return `${String(Number(year) - 1).padStart(4, "0")}-${month}`;
  };
  return { from: shifted(from), to: shifted(to) };
}

function monthStart(day: Day): Day {
  return parseDay(`${formatMonth(day)}-01`) as Day;
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
