import { cellText, DASH } from "../cellText.ts";
import type { Language } from "../fileFormat.ts";
import { nameOf } from "../reportTables.ts";
import { scaleFor } from "./axes.ts";
import type { ChartData, Frame } from "./chart.ts";
import { INK, seriesInk } from "./palette.ts";
import type { Paper } from "./paper.ts";

const LABEL = { size: 7 } as const;
const NAMES = 150;
const FIGURES = 52;

/** Lying bars with the names before and the figures behind them. */
export function drawRanks(paper: Paper, data: ChartData, frame: Frame, language: Language): void {
  const scale = scaleFor(data, 4);
  const row = frame.height / Math.max(1, data.places.length);
  const thick = Math.min(8, (row * 0.8) / data.series.length);
  const width = frame.width - NAMES - FIGURES;
  const zero = frame.x + NAMES + width * scale.at(0);
  for (const [at, place] of data.places.entries()) {
    const top = frame.y + row * at;
    const name = nameOf(data.names, place, language) ?? cellText(place, data.along.kind, language);
    paper.line(shortened(paper, name), frame.x, top + row / 2 - 4.5, NAMES - 8, { ...LABEL, align: "right" });
    for (const [index, { column, values }] of data.series.entries()) {
      const value = values[at] ?? null;
      const y = top + row / 2 + thick * (index - data.series.length / 2);
      const end = frame.x + NAMES + width * scale.at(value ?? 0);
      if (value !== null && value !== 0)
        paper.box(Math.min(zero, end), y, Math.max(0.6, Math.abs(end - zero)), thick - 0.8, seriesInk(index).ink);
      const figure = value === null ? DASH : cellText(value, column.kind, language);
      const look = data.series.length > 1 ? { size: 5.6, ink: INK.soft } : { ...LABEL, ink: INK.soft };
      paper.line(figure, Math.max(zero, end) + 4, y + thick / 2 - look.size * 0.64, FIGURES, look);
    }
  }
  paper.rule(zero, frame.y, zero, frame.y + frame.height, INK.soft, 0.6);
}

function shortened(paper: Paper, name: string): string {
  if (paper.widthOf(name, LABEL) <= NAMES - 8) return name;
  let cut = name;
  while (cut.length > 1 && paper.widthOf(`${cut}…`, LABEL) > NAMES - 8) cut = cut.slice(0, -1).trimEnd();
  return `${cut}…`;
}
