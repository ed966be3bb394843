import { parseDay } from "../../shared/time.ts";
import { monthWith } from "../core/reportMonth.ts";
import type { ReportDeps } from "../reports/monthlyReports.ts";
import { closingStore } from "./closingStore.ts";
import { lateEvents } from "./periodStatus.ts";
import { readMonth } from "./reportReader.ts";
import { type ReaderParts, readStatistics } from "./statisticsReader.ts";

/** What the monthly reports stand on, from Redis. */
export function reportDeps(parts: ReaderParts, closingDay: number): ReportDeps {
  return {
    index: parts.index,
    clock: parts.clock,
    closings: closingStore(parts.nodes),
    closingDay,
    statistics: (query) => readStatistics(parts, query),
    read: (offices, month, told, kinds) => readMonth(parts, offices, month, told, kinds),
    late: (version, offices) =>
      lateEvents(parts, version, offices, monthWith(parseDay(`${version.month}-01`) as number)),
  };
}
