/** Inks of a printed report: each has another lightness, so that they differ in grey too. */
export const INK = {
  text: "#1b2430",
  soft: "#5b6673",
  rule: "#c9d1da",
  faint: "#eef2f6",
  band: "#f6f8fa",
  accent: "#12426b",
  white: "#ffffff",
} as const;

/** A series of a chart: its ink, and how its line is broken, so that colour is not needed to tell them apart. */
export interface SeriesInk {
  readonly ink: string;
  readonly dash: readonly [on: number, off: number] | null;
}

const SERIES: readonly SeriesInk[] = [
  { ink: "#12426b", dash: null },
  { ink: "#c98a2b", dash: [5, 2.5] },
  { ink: "#7fa8c9", dash: [1.5, 2] },
  { ink: "#6b5b73", dash: [8, 2.5] },
];

/** The ink of a series by its place. */
export function seriesInk(at: number): SeriesInk {
  return SERIES[at % SERIES.length] as SeriesInk;
}
