import type { ReportChange, ReportVersion } from "../../shared/reportMonths.ts";
import type { FigureSet, StatisticsRow } from "../../shared/statistics.ts";
import { changesBetween, lateBetween } from "../core/reportChanges.ts";
import { type Closings, DAYS_PART, FIGURES_PART } from "./closings.ts";
import type { MonthSnapshot } from "./monthSnapshot.ts";

/** The figures of every office of a month, by office. */
export async function figuresByOffice(snapshot: MonthSnapshot): Promise<Map<string, FigureSet>> {
  const { from, to } = snapshot.month;
  const { rows } = await snapshot.statistics({ from, to, by: ["office"], filter: {} });
  return new Map(rows.map((row) => [row.office as string, row]));
}

/** The figures of every office in a closed version, by office. */
export async function closedFigures(closings: Closings, version: ReportVersion): Promise<Map<string, FigureSet>> {
  const rows = JSON.parse((await closings.part(version, FIGURES_PART)) ?? "[]") as StatisticsRow[];
  return new Map(rows.map((row) => [row.office as string, row]));
}

/** The events of every office by day in a closed version. */
export async function closedDays(
  closings: Closings,
  version: Pick<ReportVersion, "month" | "version">,
): Promise<Map<string, readonly number[]>> {
  return new Map(Object.entries(JSON.parse((await closings.part(version, DAYS_PART)) ?? "{}")));
}

/** The events of every office by day in a snapshot. */
export function daysOfSnapshot(snapshot: MonthSnapshot): Map<string, readonly number[]> {
  const all = new Set(snapshot.offices.map(({ office }) => office.id));
  return new Map(snapshot.events(all).map(({ office, byDay }) => [office, byDay]));
}

/** What a revision is about: every figure that differs from the version before, and the events that came since. */
export interface Revision {
  readonly changes: readonly ReportChange[];
  readonly late: readonly { readonly office: string; readonly events: number }[];
}

/** What differs between the last version and the figures of now. */
export async function revisionOf(
  closings: Closings,
  last: ReportVersion,
  figures: ReadonlyMap<string, FigureSet>,
  days: ReadonlyMap<string, readonly number[]>,
): Promise<Revision> {
  const [before, daysBefore] = await Promise.all([closedFigures(closings, last), closedDays(closings, last)]);
  return { changes: changesBetween(before, figures), late: lateBetween(daysBefore, days) };
}
