import type { MakeFeature } from "../feature.ts";
import { reportDeps } from "../redis/reportDeps.ts";
import { closesOn, todayOf } from "../reports/monthEnds.ts";
import { MonthlyReports } from "../reports/monthlyReports.ts";
import { MonthQuestions } from "../reports/monthQuestions.ts";
import { createRenderer } from "../reports/renderer.ts";
import { ReportFolder } from "../reports/reportFolder.ts";
import { reportsRouter } from "../reports/reportsRouter.ts";
import { ReportSchedule } from "../reports/schedule.ts";

/** The monthly reports: provisional, final, revised; closed by hand or by the calendar. */
export const reports: MakeFeature = ({ nodes, partitions, index, clock, config, guard, audit, log }) => {
  const deps = reportDeps({ nodes, partitions, index, clock }, config.closingDay);
  const monthly = new MonthlyReports(deps);
  const questions = new MonthQuestions(deps);
  const today = () => todayOf(deps);
  const renderer = createRenderer();
  const schedule = new ReportSchedule({
    reports: monthly,
    closings: deps.closings,
    renderer,
    folder: new ReportFolder(config.dataDir),
    index,
    today,
    closesOn: (month) => closesOn(deps, month),
    events: async (month) => (await questions.readiness(month)).events,
    failed: (error) => log.warn({ err: String(error) }, "a month could not be closed or filed; it is tried again"),
  });
  return {
    routes: [["/api/reports", reportsRouter({ reports: monthly, questions, today, index, renderer, guard, audit })]],
    // A demonstration shows how months are closed by hand, and is not kept busy by its own calendar.
    start: async () => {
      if (!config.demo) schedule.start();
    },
    async stop() {
      await schedule.stop();
      await renderer.stop();
    },
  };
};
