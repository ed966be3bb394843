import type { ReportCell } from "../../../shared/report.ts";
import type { Coverage, PeriodStatus } from "../../../shared/statistics.ts";

/** The columns that say in every row what it rests on. */
export const REST_KEYS = [
  "status",
  "asOf",
  "coverage.expected",
  "coverage.reporting",
  "coverage.missingEvents",
] as const;

/** What figures rest on, as cells of those columns. */
export function restCells(of: {
  readonly status: PeriodStatus;
  readonly asOf: string;
  readonly coverage: Coverage;
}): ReportCell[] {
  const { expected, reporting, missingEvents } = of.coverage;
  return [of.status, of.asOf, expected, reporting, missingEvents];
}
