import { parseDay } from "../../shared/time.ts";
import { monthWith } from "../core/reportMonth.ts";
import type { MakeFeature } from "../feature.ts";
import { closingStore } from "../redis/closingStore.ts";
import { lateEvents } from "../redis/periodStatus.ts";
import { readMonth } from "../redis/reportReader.ts";
import { MonthlyReports } from "../reports/monthlyReports.ts";
import { reportsRouter } from "../reports/reportsRouter.ts";

/** The monthly reports: provisional, final, revised. */
export const reports: MakeFeature = ({ nodes, partitions, index, clock, config, figures, guard, audit }) => {
  const parts = { nodes, partitions, index, clock };
  const monthly = new MonthlyReports({
    index,
    clock,
    closings: closingStore(nodes),
    closingDay: config.closingDay,
    statistics: (query) => figures.statistics(query),
    read: (offices, month, told, kinds) => readMonth(parts, offices, month, told, kinds),
    late: (version, offices) =>
      lateEvents(parts, version, offices, monthWith(parseDay(`${version.month}-01`) as number)),
  });
  return { routes: [["/api/reports", reportsRouter({ reports: monthly, index, guard, audit })]] };
};
