import type { ReportCell, ReportColumn } from "../../../shared/report.ts";
import type { Distribution, FigureSet, Leg, Rate } from "../../../shared/statistics.ts";
import { figureColumn } from "../../core/reportColumns.ts";

/** A column of a file of figures. */
export interface FigureColumn extends ReportColumn {
  readonly figure: keyof FigureSet;
}

/** Writes the parts of a figure of a row behind the cells that it is given, each in its column. */
export type CellsOfFigure = (row: FigureSet, into: ReportCell[]) => void;

/*
 * Each figure has a reader of its own, and none goes by the name: a large file asks tens of millions of times, and a
 * property whose name is known beforehand is read many times faster.
 */
type Read<T> = (row: FigureSet) => T | null;
type FigureReader = readonly [figure: keyof FigureSet, parts: readonly string[], cells: CellsOfFigure];

function only(figure: keyof FigureSet, read: Read<number>): FigureReader {
  return [figure, [""], (row, into) => into.push(read(row))];
}

const DISTRIBUTION = ["n", "mean", "p50", "p90", "max"];

function spread(figure: keyof FigureSet, read: Read<Distribution>): FigureReader {
  return [
    figure,
    DISTRIBUTION,
    (row, into) => {
      const of = read(row);
      if (of === null) into.push(null, null, null, null, null);
      else into.push(of.n, of.mean, of.p50, of.p90, of.max);
    },
  ];
}

/** No rate travels without its two numbers. */
const RATE = ["value", "numerator", "denominator"];

function rate(figure: keyof FigureSet, read: Read<Rate>): FigureReader {
  return [
    figure,
    RATE,
    (row, into) => {
      const of = read(row);
      if (of === null) into.push(null, null, null);
      else into.push(of.value, of.numerator, of.denominator);
    },
  ];
}

function legs(figure: keyof FigureSet, read: Read<readonly Leg[]>, names: readonly string[]): FigureReader {
  return [
    figure,
    names.flatMap((name) => [`${name}n`, `${name}seconds`]),
    (row, into) => {
      const of = read(row);
      for (let at = 0; at < names.length; at += 1) into.push(of?.[at]?.n ?? null, of?.[at]?.seconds ?? null);
    },
  ];
}

/** The figures in the order of their columns, each with its parts; what stands in two places of a row is told once. */
const FIGURES: readonly FigureReader[] = [
  only("accepted", (row) => row.accepted),
  only("rejected", (row) => row.rejected),
  rate("rejectionRate", (row) => row.rejectionRate),
  only("returned", (row) => row.returned),
  only("returnedByOperator", (row) => row.returnedByOperator),
  rate("errorRate", (row) => row.errorRate),
  only("ready", (row) => row.ready),
  only("declined", (row) => row.declined),
  only("issued", (row) => row.issued),
  only("withdrawn", (row) => row.withdrawn),
  only("due", (row) => row.due),
  only("delayed", (row) => row.delayed),
  rate("delayedRate", (row) => row.delayedRate),
  spread("leadTime", (row) => row.leadTime),
  only("open", (row) => row.open),
  legs("frontOfficeTime", ({ frontOfficeTime: of }) => (of === null ? null : [of.acceptedToSent, of.readyToIssued]), [
    "acceptedToSent.",
    "readyToIssued.",
  ]),
  legs("backOfficeTime", ({ backOfficeTime: of }) => (of === null ? null : [of]), [""]),
  only("ticketsIssued", (row) => row.ticketsIssued),
  only("called", (row) => row.called),
  only("served", (row) => row.served),
  only("noShow", (row) => row.noShow),
  only("left", (row) => row.left),
  rate("leftRate", (row) => row.leftRate),
  spread("waitingTime", (row) => row.waitingTime),
  only("withinNorm", (row) => row.withinNorm),
  rate("withinNormRate", (row) => row.withinNormRate),
  spread("serviceTime", (row) => row.serviceTime),
  only("paymentPause", (row) => row.paymentPause),
  only("signedIn", (row) => row.signedIn),
  only("paused", (row) => row.paused),
  only("serving", (row) => row.serving),
  rate("occupancy", (row) => row.occupancy),
  ["ratings", ["n", "mean"], ({ ratings }, into) => into.push(ratings?.n ?? null, ratings?.mean ?? null)],
  only("complaints", (row) => row.complaints),
  only("thanks", (row) => row.thanks),
];

/** Every figure of a row of statistics as columns, named by their paths in the answer of `/api/statistics`. */
export const FIGURE_COLUMNS: readonly FigureColumn[] = FIGURES.flatMap(([figure, parts]) =>
  parts.map((part) => ({ ...figureColumn(part === "" ? figure : `${figure}.${part}`), figure })),
);

/** What writes the cells of the columns of some figures, in the order of the columns. */
export function cellsOfFigures(chosen: (figure: keyof FigureSet) => boolean): readonly CellsOfFigure[] {
  return FIGURES.filter(([figure]) => chosen(figure)).map(([, , cells]) => cells);
}
