import type { Language } from "../fileFormat.ts";
import { drawAxes } from "./axes.ts";
import type { ChartData, Frame } from "./chart.ts";
import { INK, seriesInk } from "./palette.ts";
import type { Paper } from "./paper.ts";

const DOT = 1.7;

/** Lines from value to value; where one is not known the line is broken, never drawn through 0. */
export function drawLines(paper: Paper, data: ChartData, frame: Frame, language: Language): void {
  const { x, top, step } = drawAxes(paper, data, frame, language);
  for (const [at, { values }] of data.series.entries()) {
    const { ink, dash } = seriesInk(at);
    const { doc } = paper;
    doc.lineWidth(1.4).lineJoin("round").strokeColor(ink);
    if (dash !== null) doc.dash(dash[0], { space: dash[1] });
    let drawing = false;
    for (const [place, value] of values.entries()) {
      if (value === null) {
        drawing = false;
        continue;
      }
      const [left, high] = [x + step * (place + 0.5), top(value)];
      if (drawing) doc.lineTo(left, high);
      else doc.moveTo(left, high);
      drawing = true;
    }
    doc.stroke().undash();
    for (const [place, value] of values.entries())
      if (value !== null)
        doc
          .circle(x + step * (place + 0.5), top(value), DOT)
          .lineWidth(0.8)
          .fillAndStroke(at === 0 ? ink : INK.white, ink);
  }
}
