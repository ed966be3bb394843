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
const TITLE_HEIGHT = 14;
const LEGEND_HEIGHT = 12;
const AFTER = 12;
const BETWEEN = 20;
const PLOT = 82;
const RANK_ROW = 13;
const MOST_RANKS = 20;

/** The values of a chart out of its table; null when a column is missing or nothing is known. */
function chartData(table: ReportTable, { along, series }: ReportChart): ChartData | null {
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
function chartHeight(chart: ReportChart, data: ChartData): number {
  const rows = Math.min(MOST_RANKS, data.places.length);
  const plot = isRanking(chart, data) ? rows * RANK_ROW * Math.max(1, data.series.length * 0.7) + 4 : PLOT;
  return TITLE_HEIGHT + (data.series.length > 1 ? LEGEND_HEIGHT : 0) + plot + AFTER;
}

function legend(paper: Paper, at: Frame, { series }: ChartData, { kind }: ReportChart, language: Language): void {
  let x = at.x;
  for (const [place, { column }] of series.entries()) {
    const { ink, dash } = seriesInk(place);
    const y = at.y + 4.5;
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
    paper.line(title, from, at.y, width, { ...LEGEND, ink: INK.soft });
    x = from + width + 14;
  }
}

function drawOne(paper: Paper, { chart, data }: PrintedChart, at: Frame, language: Language): void {
  const [title = ""] = paper.linesOf(chart.titles[language], at.width, TITLE);
  paper.line(title, at.x, at.y, at.width, TITLE);
  const keyed = data.series.length > 1 ? LEGEND_HEIGHT : 0;
  if (keyed > 0) legend(paper, { ...at, y: at.y + TITLE_HEIGHT }, data, chart, language);
  const top = TITLE_HEIGHT + keyed;
  const frame = { ...at, y: at.y + top, height: at.height - top - AFTER };
  if (isRanking(chart, data)) drawRanks(paper, ranked(data), frame, language);
  else if (chart.kind === "bars") drawBars(paper, data, frame, language);
  else drawLines(paper, data, frame, language);
}

/** A chart of a table with what it shows. */
export interface PrintedChart {
  readonly chart: ReportChart;
  readonly data: ChartData;
}

function chartsOf(table: ReportTable): PrintedChart[] {
  return table.charts.flatMap((chart) => {
    const data = chartData(table, chart);
    return data === null ? [] : [{ chart, data }];
  });
}

/** The charts of tables in rows: two stand beside each other unless they need the names of a ranking. */
export function chartRows(tables: readonly ReportTable[]): readonly (readonly PrintedChart[])[] {
  const rows: PrintedChart[][] = [];
  for (const { chart, data } of tables.flatMap(chartsOf)) {
    const wide = isRanking(chart, data);
    const last = rows.at(-1);
    const beside = last?.[0];
    if (
      !wide &&
      last !== undefined &&
      last.length === 1 &&
      beside !== undefined &&
      !isRanking(beside.chart, beside.data)
    )
      last.push({ chart, data });
    else rows.push([{ chart, data }]);
  }
  return rows;
}

/** The height of a row of charts, points. */
export function chartRowHeight(row: readonly PrintedChart[]): number {
  return Math.max(...row.map(({ chart, data }) => chartHeight(chart, data)));
}

/** Draws charts beside each other where the paper stands, as vectors, and goes on below them. */
export function drawChartRow(paper: Paper, row: readonly PrintedChart[], language: Language): void {
  const height = chartRowHeight(row);
  paper.need(height);
  const width = (CONTENT.width - BETWEEN * (row.length - 1)) / row.length;
  for (const [at, each] of row.entries())
    drawOne(paper, each, { x: CONTENT.left + at * (width + BETWEEN), y: paper.y, width, height }, language);
  paper.y += height;
}
