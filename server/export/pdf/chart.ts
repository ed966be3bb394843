import type { ReportCell, ReportChart, ReportColumn, ReportTable } from "../../../shared/report.ts";
import type { Language } from "../fileFormat.ts";
import { drawBars } from "./bars.ts";
import { drawLines } from "./lines.ts";
import { INK, seriesInk } from "./palette.ts";
import { CONTENT, type Paper } from "./paper.ts";
import { drawRanks } from "./ranks.ts";

/** A series of a chart: its column and its values along the chart, null where they are not known. */
export interface Series {
  readonly column: ReportColumn;
  readonly values: readonly (number | null)[];
}

/** What a chart shows: the places along it, and its series. */
export interface ChartData {
  readonly along: ReportColumn;
  readonly places: readonly ReportCell[];
  readonly series: readonly Series[];
  readonly names: ReportTable["names"];
}

/** Where a chart stands on the page. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const TITLE = { size: 8.4, weight: "bold" } as const;
const LEGEND = { size: 7 } as const;
const PLOT = 118;
const RANK_ROW = 13;
const MOST_RANKS = 20;

/** The values of a chart out of its table; null when a column is missing or nothing is known. */
export function chartData(table: ReportTable, { along, series }: ReportChart): ChartData | null {
  const at = (field: string) => table.columns.findIndex((column) => column.field === field);
  const first = at(along);
  const columns = series.map(at);
  if (first < 0 || columns.some((index) => index < 0)) return null;
  const number = (cell: ReportCell | undefined) => (typeof cell === "number" ? cell : null);
  const data = columns.map((index) => ({
    column: table.columns[index] as ReportColumn,
    values: table.rows.map((row) => number(row[index])),
  }));
  if (data.every(({ values }) => values.every((value) => value === null))) return null;
  const places = table.rows.map((row) => row[first] ?? null);
  return { along: table.columns[first] as ReportColumn, places, series: data, names: table.names };
}

/** Places that have names are ranked with lying bars, so that the names can be read; dates run from left to right. */
function isRanking({ kind }: ReportChart, { along, names, places }: ChartData): boolean {
  const named = places.some((place) => typeof place === "string" && Object.hasOwn(names, place));
  return kind === "bars" && along.kind === "text" && named;
}

/** The highest of a ranking by its first series, those not known last. */
function ranked(data: ChartData): ChartData {
  const first = data.series[0]?.values ?? [];
  const value = (at: number) => first[at] ?? Number.NEGATIVE_INFINITY;
  const order = data.places.map((_place, at) => at).sort((a, b) => value(b) - value(a) || a - b);
  const shown = order.slice(0, MOST_RANKS);
  return {
    ...data,
    places: shown.map((at) => data.places[at] ?? null),
    series: data.series.map(({ column, values }) => ({ column, values: shown.map((at) => values[at] ?? null) })),
  };
}

/** The height of a chart with its title and legend, points. */
export function chartHeight(chart: ReportChart, data: ChartData): number {
  const rows = Math.min(MOST_RANKS, data.places.length);
  const plot = isRanking(chart, data) ? rows * RANK_ROW * Math.max(1, data.series.length * 0.7) + 4 : PLOT;
  return 14 + (data.series.length > 1 ? 12 : 0) + plot + 14;
}

function legend(paper: Paper, { series }: ChartData, { kind }: ReportChart, language: Language): void {
  let x: number = CONTENT.left;
  for (const [at, { column }] of series.entries()) {
    const { ink, dash } = seriesInk(at);
    const y = paper.y + 4.5;
    if (kind === "bars") paper.box(x, y - 3, 7, 7, ink);
    else {
      paper.doc
        .moveTo(x, y)
        .lineTo(x + 16, y)
        .lineWidth(1.6)
        .strokeColor(ink);
      if (dash !== null) paper.doc.dash(dash[0], { space: dash[1] });
      paper.doc.stroke().undash();
    }
    const from = x + (kind === "bars" ? 10 : 20);
    const title = column.titles[language];
    const width = paper.widthOf(title, LEGEND);
    paper.line(title, from, paper.y, width, { ...LEGEND, ink: INK.soft });
    x = from + width + 14;
  }
  paper.y += 12;
}

/** Draws a chart where the paper stands, as vectors, and goes on below it. */
export function drawChart(paper: Paper, chart: ReportChart, data: ChartData, language: Language): void {
  const height = chartHeight(chart, data);
  paper.need(height);
  const end = paper.y + height;
  paper.line(chart.titles[language], CONTENT.left, paper.y, CONTENT.width, TITLE);
  paper.y += 14;
  if (data.series.length > 1) legend(paper, data, chart, language);
  const frame = { x: CONTENT.left, y: paper.y, width: CONTENT.width, height: end - paper.y - 14 };
  if (isRanking(chart, data)) drawRanks(paper, ranked(data), frame, language);
  else if (chart.kind === "bars") drawBars(paper, data, frame, language);
  else drawLines(paper, data, frame, language);
  paper.y = end;
}
