import type { FigureId } from "../../shared/dictionary.ts";
import type { Compared, Verdict, WireRow } from "../../shared/wire.ts";
import type { Format, Measured } from "../format.ts";
import { figure, RATES } from "./figures.ts";

/** A figure that the tiles can show: how it is got from a row, and against which limits it is held. */
export interface Measure {
  readonly id: FigureId;
  readonly unit: "count" | "seconds" | "share";
  /** The value in the measure's unit; `now` is epoch ms. Null is not known. */
  readonly value: (row: WireRow | undefined, now: number) => number | null;
  /** The number of cases behind it; null when it is itself a count. */
  readonly cases: ((row: WireRow | undefined) => number | null) | null;
  readonly compared: Compared | null;
  /** Which side of the limits is the worse one. */
  readonly worse: "higher" | "lower";
}

/** What the tiles can show, the default first. */
export const MEASURES: readonly Measure[] = [
  {
    id: "rejectionRate",
    unit: "share",
    value: (row) => RATES.rejectionRate(row)?.value ?? null,
    cases: (row) => RATES.rejectionRate(row)?.denominator ?? null,
    compared: "rejectionRate",
    worse: "higher",
  },
  {
    id: "withinNormRate",
    unit: "share",
    value: (row) => RATES.withinNormRate(row)?.value ?? null,
    cases: (row) => RATES.withinNormRate(row)?.denominator ?? null,
    compared: "withinNormRate",
    worse: "lower",
  },
  {
    id: "errorRate",
    unit: "share",
    value: (row) => RATES.errorRate(row)?.value ?? null,
    cases: (row) => RATES.errorRate(row)?.denominator ?? null,
    compared: "errorRate",
    worse: "higher",
  },
  {
    id: "delayedRate",
    unit: "share",
    value: (row) => RATES.delayedRate(row)?.value ?? null,
    cases: (row) => RATES.delayedRate(row)?.denominator ?? null,
    compared: null,
    worse: "higher",
  },
  {
    id: "serviceTime",
    unit: "seconds",
    value: (row) => figure(row, "serviceMean"),
    cases: (row) => figure(row, "serviceN"),
    compared: null,
    worse: "higher",
  },
  {
    id: "longestWait",
    unit: "seconds",
    value: (row, now) => {
      const since = figure(row, "longestWaitSince");
      return since === null ? null : Math.max(0, now - since) / 1000;
    },
    cases: (row) => figure(row, "waitingNow"),
    compared: null,
    worse: "higher",
  },
  {
    id: "waitingNow",
    unit: "count",
    value: (row) => figure(row, "waitingNow"),
    cases: null,
    compared: null,
    worse: "higher",
  },
  {
    id: "accepted",
    unit: "count",
    value: (row) => figure(row, "accepted"),
    cases: null,
    compared: null,
    worse: "lower",
  },
];

/** A measure by its id; the first one for an id that is none. */
export function measureOf(id: string): Measure {
  return MEASURES.find((measure) => measure.id === id) ?? (MEASURES[0] as Measure);
}

/** The measures that have limits to be held against. */
export const COMPARED_MEASURES = MEASURES.filter((measure) => measure.compared !== null);

/** What a verdict means for a measure: worse ◆, better ●, or nothing to remark. */
export function toneOf(measure: Pick<Measure, "worse">, verdict: Verdict | null): "worse" | "better" | "few" | "usual" {
  if (verdict === "few") return "few";
  if (verdict === "higher" || verdict === "lower") return verdict === measure.worse ? "worse" : "better";
  return "usual";
}

/** A value of a measure as it is written, its unit apart. */
export function writeMeasure(format: Format, unit: Measure["unit"], value: number | null): Measured {
  if (unit === "seconds") return format.measured(value);
  if (unit === "count") return { figure: format.count(value), unit: "" };
  return { figure: format.percentFigure(value), unit: value === null ? "" : "%" };
}
