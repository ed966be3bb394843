import { DICTIONARY, type FigureId } from "../../shared/dictionary.ts";
import type { CaseFigure } from "../../shared/explore.ts";
import type { Distribution, FigureSet, Rate } from "../../shared/statistics.ts";
import type { Format } from "../format.ts";

/** How a value is written and compared. */
export type Unit = "count" | "share" | "seconds" | "score";

/** A part of a figure that is told when one asks: a rate's two numbers, a distribution's mean and ranks. */
export interface Part {
  readonly label: "numerator" | "denominator" | "n" | "mean" | "p50" | "p90" | "max";
  readonly unit: Unit;
  readonly value: number | null;
}

/** A figure of the explorer: its column's value, its parts, and which cases it counts. */
export interface ExplorerFigure {
  readonly id: FigureId & keyof FigureSet;
  readonly unit: Unit;
  readonly value: (row: FigureSet) => number | null;
  readonly parts: (row: FigureSet) => readonly Part[];
  /** The figure whose cases are listed; null where there are none, as of a refusal, which gets no number. */
  readonly cases: CaseFigure | null;
}

type CountId =
  | "accepted"
  | "rejected"
  | "returned"
  | "returnedByOperator"
  | "ready"
  | "declined"
  | "issued"
  | "withdrawn";
type MoreCounts = "due" | "delayed" | "open" | "ticketsIssued" | "called" | "served" | "noShow" | "left";
type RateId = "rejectionRate" | "delayedRate" | "errorRate" | "leftRate" | "withinNormRate" | "occupancy";
type TimeId = "leadTime" | "waitingTime" | "serviceTime";
type DurationId = "paymentPause" | "signedIn" | "paused" | "serving";

const count = (id: CountId | MoreCounts | "complaints" | "thanks", cases: CaseFigure | null): ExplorerFigure => ({
  id,
  unit: "count",
  value: (row) => row[id],
  parts: () => [],
  cases,
});

function partsOfRate(rate: Rate | null, unit: Unit): readonly Part[] {
  if (rate === null) return [];
  return [
    { label: "numerator", unit, value: rate.numerator },
    { label: "denominator", unit, value: rate.denominator },
  ];
}

const rate = (id: RateId, cases: CaseFigure | null, unit: Unit = "count"): ExplorerFigure => ({
  id,
  unit: "share",
  value: (row) => row[id]?.value ?? null,
  parts: (row) => partsOfRate(row[id], unit),
  cases,
});

function partsOfTime(time: Distribution | null): readonly Part[] {
  if (time === null) return [];
  const labels = ["mean", "p50", "p90", "max"] as const;
  return [
    { label: "n", unit: "count", value: time.n },
    ...labels.map((label): Part => ({ label, unit: "seconds", value: time[label] })),
  ];
}

const time = (id: TimeId): ExplorerFigure => ({
  id,
  unit: "seconds",
  value: (row) => row[id]?.p50 ?? null,
  parts: (row) => partsOfTime(row[id]),
  cases: id,
});

const duration = (id: DurationId): ExplorerFigure => ({
  id,
  unit: "seconds",
  value: (row) => row[id],
  parts: () => [],
  cases: null,
});

const ratings: ExplorerFigure = {
  id: "ratings",
  unit: "score",
  value: (row) => row.ratings?.mean ?? null,
  parts: (row) => (row.ratings === null ? [] : [{ label: "n", unit: "count", value: row.ratings.n }]),
  cases: null,
};

/** All figures that can be asked for, in the order in which they are offered. */
export const EXPLORER_FIGURES: readonly ExplorerFigure[] = [
  count("accepted", "accepted"),
  count("rejected", null),
  rate("rejectionRate", null),
  count("returned", "returned"),
  count("returnedByOperator", "returnedByOperator"),
  rate("errorRate", "returnedByOperator"),
  count("ready", "ready"),
  count("declined", "declined"),
  count("issued", "issued"),
  count("withdrawn", "withdrawn"),
  count("due", "due"),
  count("delayed", "delayed"),
  rate("delayedRate", "delayed"),
  time("leadTime"),
  count("open", "open"),
  count("ticketsIssued", "ticketsIssued"),
  count("called", "called"),
  count("served", "served"),
  count("noShow", "noShow"),
  count("left", "left"),
  rate("leftRate", "left"),
  time("waitingTime"),
  rate("withinNormRate", "withinNorm"),
  time("serviceTime"),
  duration("paymentPause"),
  duration("signedIn"),
  duration("paused"),
  duration("serving"),
  rate("occupancy", null, "seconds"),
  ratings,
  count("complaints", null),
  count("thanks", null),
];

const BY_ID = new Map(EXPLORER_FIGURES.map((figure) => [figure.id as string, figure]));

/** A figure by its id; undefined when the explorer has none of that id. */
export function explorerFigure(id: string): ExplorerFigure | undefined {
  return BY_ID.get(id);
}

/** A value in the words of its unit. */
export function written(value: number | null, unit: Unit, format: Format): string {
  switch (unit) {
    case "count":
      return format.count(value);
    case "share":
      return format.percent(value);
    case "seconds":
      return format.duration(value);
    case "score":
      return format.decimal(value, 2);
  }
}

/** Whether a figure's own measure is the median, which its column then says. */
export function isMedian({ id }: ExplorerFigure): boolean {
  return DICTIONARY[id].unit === "seconds" && ["leadTime", "waitingTime", "serviceTime"].includes(id);
}
