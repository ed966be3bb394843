import type { ReportCell, ReportColumn } from "../../../shared/report.ts";
import type { FigureSet } from "../../../shared/statistics.ts";
import { figureColumn } from "../../core/reportColumns.ts";

/** A column of a file of figures: how it is called, and how its value is read out of a row. */
export interface FigureColumn extends ReportColumn {
  readonly figure: keyof FigureSet;
  read(row: FigureSet): ReportCell;
}

const DISTRIBUTION = ["n", "mean", "p50", "p90", "max"];
/** No rate travels without its two numbers. */
const RATE = ["value", "numerator", "denominator"];

/** The figures in the order of their columns, each with its parts; what stands in two places of a row is told once. */
const FIGURES: readonly (readonly [figure: keyof FigureSet, parts?: readonly string[]])[] = [
  ["accepted"],
  ["rejected"],
  ["rejectionRate", RATE],
  ["returned"],
  ["returnedByOperator"],
  ["errorRate", RATE],
  ["ready"],
  ["declined"],
  ["issued"],
  ["withdrawn"],
  ["due"],
  ["delayed"],
  ["delayedRate", RATE],
  ["leadTime", DISTRIBUTION],
  ["open"],
  ["frontOfficeTime", ["acceptedToSent.n", "acceptedToSent.seconds", "readyToIssued.n", "readyToIssued.seconds"]],
  ["backOfficeTime", ["n", "seconds"]],
  ["ticketsIssued"],
  ["called"],
  ["served"],
  ["noShow"],
  ["left"],
  ["leftRate", RATE],
  ["waitingTime", DISTRIBUTION],
  ["withinNorm"],
  ["withinNormRate", RATE],
  ["serviceTime", DISTRIBUTION],
  ["paymentPause"],
  ["signedIn"],
  ["paused"],
  ["serving"],
  ["occupancy", RATE],
  ["ratings", ["n", "mean"]],
  ["complaints"],
  ["thanks"],
];

type Part = Readonly<Record<string, unknown>>;

function partOf(value: unknown, name: string): unknown {
  return value === null || typeof value !== "object" ? null : (value as Part)[name];
}

/** Reads a path of a row; each length has a way of its own, for a large file asks millions of times. */
function readerOf([first = "", second, third]: readonly string[]): FigureColumn["read"] {
  const number = (value: unknown) => (typeof value === "number" ? value : null);
  if (second === undefined) return (row) => number((row as unknown as Part)[first]);
  if (third === undefined) return (row) => number(partOf((row as unknown as Part)[first], second));
  return (row) => number(partOf(partOf((row as unknown as Part)[first], second), third));
}

/** Every figure of a row of statistics as columns, named by their paths in the answer of `/api/statistics`. */
export const FIGURE_COLUMNS: readonly FigureColumn[] = FIGURES.flatMap(([figure, parts = [""]]) =>
  parts.map((part) => {
    const path = part === "" ? figure : `${figure}.${part}`;
    return { ...figureColumn(path), figure, read: readerOf(path.split(".")) };
  }),
);
