import type { ReportCell, ReportColumn } from "../../../shared/report.ts";
import { cellText } from "../cellText.ts";
import type { Language } from "../fileFormat.ts";
import type { ChartData, Frame } from "./chart.ts";
import { INK } from "./palette.ts";
import type { Paper } from "./paper.ts";
import { type Scale, scaleOf } from "./scale.ts";

const LABEL = { size: 6.4, ink: INK.soft } as const;
const FOOT = 12;

/** The field in which values are drawn, with the places along it. */
export interface Plot {
  readonly scale: Scale;
  readonly x: number;
  readonly width: number;
  /** The height of a value, points from the top of the page. */
  top(value: number): number;
  /** The width of one place. */
  readonly step: number;
}

/** The scale of all series of a chart together. */
export function scaleFor({ series }: ChartData, wanted: number): Scale {
  const values = series.flatMap(({ values: of }) => of.filter((value) => value !== null));
  const kind = series[0]?.column.kind ?? "count";
  return scaleOf(values, wanted, kind === "seconds" ? "seconds" : "tens", kind === "count");
}

/** A place along the axis in few letters: of a date the day of the month. */
function shortPlace(place: ReportCell, { kind }: ReportColumn, language: Language): string {
  if (kind === "date" && typeof place === "string" && /^\d{4}-\d{2}-\d{2}$/.test(place))
    return `${Number(place.slice(8))}`;
  return cellText(place, kind, language);
}

/** Draws the lines of the scale and the places along it. */
export function drawAxes(paper: Paper, data: ChartData, frame: Frame, language: Language): Plot {
  const scale = scaleFor(data, 4);
  const kind = data.series[0]?.column.kind ?? "count";
  const labels = scale.ticks.map((tick) => cellText(tick, kind, language));
  const margin = Math.max(...labels.map((label) => paper.widthOf(label, LABEL))) + 6;
  const [x, width] = [frame.x + margin, frame.width - margin];
  const height = frame.height - FOOT - 4;
  const top = (value: number) => frame.y + 4 + height * (1 - scale.at(value));
  for (const [at, tick] of scale.ticks.entries()) {
    paper.rule(x, top(tick), x + width, top(tick), tick === 0 ? INK.soft : INK.rule, tick === 0 ? 0.7 : 0.35);
    paper.line(labels[at] as string, frame.x, top(tick) - 4, margin - 5, { ...LABEL, align: "right" });
  }
  const step = width / Math.max(1, data.places.length);
  const names = data.places.map((place) => shortPlace(place, data.along, language));
  const widest = Math.max(...names.map((name) => paper.widthOf(name, LABEL))) + 5;
  const every = Math.max(1, Math.ceil(widest / step));
  for (const [at, name] of names.entries())
    if (at % every === 0)
      paper.line(name, x + step * at - 30 + step / 2, frame.y + frame.height - FOOT + 3, 60, {
        ...LABEL,
        align: "center",
      });
  return { scale, x, width, top, step };
}
