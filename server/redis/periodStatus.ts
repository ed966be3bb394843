import type { Office } from "../../shared/reference.ts";
import type { ReportVersion } from "../../shared/reportMonths.ts";
import type { PeriodStatus, StatisticsQuery } from "../../shared/statistics.ts";
import { type Day, formatMonth } from "../../shared/time.ts";
import { daysOf, type Month, monthWith } from "../core/reportMonth.ts";
import { closedDays } from "../reports/closedFigures.ts";
import type { Closings } from "../reports/closings.ts";
import { closingStore } from "./closingStore.ts";
import type { RedisNodes } from "./connection.ts";
import { readMonth } from "./reportReader.ts";
import type { ReaderParts } from "./statisticsReader.ts";

/** Days that a closed version holds never change, so they are read once; a few months are enough. */
const KEPT = 24;
const kept = new WeakMap<RedisNodes, Map<string, Promise<ReadonlyMap<string, readonly number[]>>>>();

function daysOfVersion(nodes: RedisNodes, closings: Closings, { month, version }: ReportVersion) {
  const known = kept.get(nodes) ?? new Map();
  kept.set(nodes, known);
  const name = `${month}|${version}`;
  const found = known.get(name) ?? closedDays(closings, { month, version });
  known.delete(name);
  known.set(name, found);
  found.catch(() => known.delete(name));
  if (known.size > KEPT) known.delete(known.keys().next().value as string);
  return found as Promise<ReadonlyMap<string, readonly number[]>>;
}

function monthsOf({ from, to }: Pick<StatisticsQuery, "from" | "to">): Month[] {
  const months: Month[] = [];
  for (let month = monthWith(from); ; month = monthWith(month.to + 1)) {
    months.push(month);
    if (month.to >= to) return months;
  }
}

/** How many events came from the offices after a version, dated within its month and a period. @throws RedisAwayError */
export async function lateEvents(
  parts: ReaderParts,
  version: ReportVersion,
  offices: readonly Office[],
  period: { readonly from: Day; readonly to: Day },
): Promise<number> {
  const month = monthsOf({ from: firstOf(version), to: firstOf(version) })[0] as Month;
  const closed = await daysOfVersion(parts.nodes, closingStore(parts.nodes), version);
  const snapshot = await readMonth(parts, offices, month, undefined, ["office"]);
  let late = 0;
  for (const { office, byDay } of snapshot.events(new Set(offices.map(({ id }) => id)))) {
    const then = closed.get(office) ?? [];
    daysOf(month.from, month.to).forEach((day, at) => {
      if (day >= period.from && day <= period.to) late += (byDay[at] ?? 0) - (then[at] ?? 0);
    });
  }
  return late;
}

function firstOf({ month }: ReportVersion): Day {
  return Date.parse(`${month}-01T00:00:00Z`) / 86_400_000;
}

/**
 * May the figures of a period and of these offices still change? Provisional while any of its months is open; revised
 * when one was closed again or events came to it since; else final. @throws RedisAwayError
 */
export async function readPeriodStatus(
  parts: ReaderParts,
  period: Pick<StatisticsQuery, "from" | "to">,
  offices: readonly Office[],
): Promise<PeriodStatus> {
  const latest = new Map<string, ReportVersion>();
  for (const version of await closingStore(parts.nodes).versions()) latest.set(version.month, version);
  if (!latest.has(formatMonth(period.from)) || !latest.has(formatMonth(period.to))) return "provisional";
  const versions = monthsOf(period).map(({ id }) => latest.get(id));
  if (versions.some((version) => version === undefined)) return "provisional";
  const closed = versions as readonly ReportVersion[];
  if (closed.some(({ version }) => version > 1)) return "revised";
  const late = await Promise.all(closed.map((version) => lateEvents(parts, version, offices, period)));
  return late.some((events) => events > 0) ? "revised" : "final";
}
