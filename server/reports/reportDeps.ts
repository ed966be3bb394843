import type { TargetRecord } from "../../shared/floor.ts";
import type { Office } from "../../shared/reference.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import type { ReportPlace } from "../../shared/report.ts";
import type { ReportVersion } from "../../shared/reportMonths.ts";
import type { StatisticsAnswer, StatisticsQuery } from "../../shared/statistics.ts";
import type { Month } from "../core/reportMonth.ts";
import type { Closings } from "./closings.ts";
import type { ReadImported, ReportSources } from "./makeReport.ts";
import type { MonthSnapshot, SnapshotKind } from "./monthSnapshot.ts";
import type { ReadFloorMonth } from "./operatorMonths.ts";
import { officesOfPlace } from "./places.ts";

/** What the monthly reports stand on. */
export interface ReportDeps {
  readonly index: ReferenceIndex;
  readonly clock: { now(): number };
  readonly closings: Closings;
  /** The day of the next month on which a month closes by itself; 0: only by hand. */
  readonly closingDay: number;
  statistics(query: StatisticsQuery): Promise<StatisticsAnswer>;
  explanations: ReportSources["explanations"];
  readonly imported: ReadImported;
  read(
    offices: readonly Office[],
    month: Month,
    told?: (done: number, total: number) => void,
    kinds?: readonly SnapshotKind[],
  ): Promise<MonthSnapshot>;
  readonly floor: ReadFloorMonth;
  /** The targets that an office was given, in the order in which they were set. */
  given(office: string): Promise<readonly TargetRecord[]>;
  /** Events that came from offices after a version of a month. */
  late(version: ReportVersion, offices: readonly Office[]): Promise<number>;
}

/** The offices that a place takes in. */
export function officesIn({ index }: Pick<ReportDeps, "index">, place: ReportPlace, month: Month): Office[] {
  const ids = officesOfPlace(index, place, month);
  return [...index.offices.values()].filter(({ id }) => ids.has(id));
}
