import type { Language } from "../fileFormat.ts";
import { drawAxes } from "./axes.ts";
import type { ChartData, Frame } from "./chart.ts";
import { seriesInk } from "./palette.ts";
import type { Paper } from "./paper.ts";

const WIDEST_BAR = 22;

/** Standing bars, those of one place beside each other. */
export function drawBars(paper: Paper, data: ChartData, frame: Frame, language: Language): void {
  const { x, top, step } = drawAxes(paper, data, frame, language);
  const width = Math.min(WIDEST_BAR, (step * 0.72) / data.series.length);
  for (const [at, { values }] of data.series.entries()) {
    const { ink } = seriesInk(at);
    for (const [place, value] of values.entries()) {
      if (value === null || value === 0) continue;
      const left = x + step * (place + 0.5) + width * (at - data.series.length / 2);
      const [high, low] = [Math.min(top(value), top(0)), Math.max(top(value), top(0))];
      paper.box(left, high, Math.max(0.8, width - 0.6), Math.max(0.5, low - high), ink);
    }
  }
}
