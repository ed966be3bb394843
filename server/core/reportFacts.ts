import type { Explanation } from "../../shared/alerts.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import type { ReportPlace } from "../../shared/report.ts";
import type { Coverage, PeriodStatus, StatisticsRow } from "../../shared/statistics.ts";
import type { Day } from "../../shared/time.ts";
import type { Cause } from "./cause.ts";
import type { ImportedOrigin } from "./importedPeriod.ts";
import type { OperatorMonth } from "./operatorMonth.ts";
import type { Month } from "./reportMonth.ts";

/** How often something was refused or sent back for a reason, in an office and month. */
export interface CauseCount {
  readonly office: string;
  readonly cause: Cause;
  readonly n: number;
}

/** Working days after the deadline that applications of an office and authority lay with somebody. */
export interface LateDays {
  readonly office: string;
  readonly authority: string;
  readonly holder: string;
  readonly days: number;
  /** Of these, those of an outage of the office; null: of this holder it is not known. */
  readonly outage: number | null;
}

/** What came from an office: its events of each day of the month, and its sources' numbers up to now. */
export interface OfficeEvents {
  readonly office: string;
  /** Distinct events by day of the month, from its first. */
  readonly byDay: readonly number[];
  /** Distinct sequence numbers received, and the sum of the sources' highest. */
  readonly received: number;
  readonly promised: number;
  /** Epoch ms of the newest event, 0 for none. */
  readonly lastEvent: number;
}

/** A month of a place as a whole, with what is needed to judge it. */
export interface PeriodFigures {
  readonly month: Month;
  /** The last day that is counted: the month's, or the running one. */
  readonly until: Day;
  readonly row: StatisticsRow;
  readonly coverage: Coverage;
  readonly status: PeriodStatus | "imported";
  /** Null: its figures are made of events. */
  readonly imported: ImportedOrigin | null;
}

/** All figures that a report is made of, read at one moment. */
export interface MonthFacts {
  readonly index: ReferenceIndex;
  readonly place: ReportPlace;
  readonly period: PeriodFigures;
  readonly before: PeriodFigures;
  readonly yearAgo: PeriodFigures;
  readonly days: readonly StatisticsRow[];
  /** Empty where the place has no such parts. */
  readonly regions: readonly StatisticsRow[];
  readonly offices: readonly StatisticsRow[];
  readonly services: readonly StatisticsRow[];
  readonly authorities: readonly StatisticsRow[];
  readonly operators: readonly StatisticsRow[];
  readonly causes: readonly CauseCount[];
  /** Of the applications that are delayed in the month. */
  readonly lateDays: readonly LateDays[];
  readonly events: readonly OfficeEvents[];
  /** What managers said of the place in the month, the earliest first. */
  readonly explanations: readonly Explanation[];
  /** Operators against their targets, by office. */
  readonly targets: ReadonlyMap<string, readonly OperatorMonth[]>;
}

/** The sum of an office's events of the month. */
export function eventsOfMonth({ byDay }: OfficeEvents): number {
  return byDay.reduce((sum, n) => sum + n, 0);
}
