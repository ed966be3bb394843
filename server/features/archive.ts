import { join } from "node:path";
import { ArchiveFolder } from "../archive/archiveFolder.ts";
import { importedTotalsRouter } from "../archive/importedTotalsRouter.ts";
import { reconcile } from "../archive/reconcile.ts";
import { reconciliationRouter } from "../archive/reconciliationRouter.ts";
import { RecountJobs } from "../archive/recountJobs.ts";
import type { MakeFeature } from "../feature.ts";
import { ArchiveWorker } from "../redis/archiveWorker.ts";
import { historyTotals } from "../redis/historyTotals.ts";
import { recountParts } from "../redis/recountParts.ts";
import { officeRules } from "../rules.ts";

/**
 * The archive of events: every day that is over is archived, and after a week trimmed from the streams; and periods
 * counted anew from archive and streams.
 */
export const archive: MakeFeature = ({ nodes, partitions, config, log, clock, index, guard }) => {
  const folder = new ArchiveFolder(join(config.dataDir, "archive"));
  const worker = new ArchiveWorker({
    ...{ nodes, partitions, folder },
    report: (partition, what) => log.info({ partition, ...what }, "archived a partition's days"),
    failed: (partition, error) => log.error({ partition, err: String(error) }, "archiving a partition failed"),
    elsewhere: (partition) =>
      log.debug({ partition }, "the archive of the partition lies in the folder of another process"),
  });
  const parts = recountParts({ nodes, partitions, folder, clock, rules: officeRules(index, config.operatorMonths) });
  const jobs = new RecountJobs((question, step) => reconcile(parts, question, step));
  const offices = [...index.offices.values()];
  const places = {
    knownOffice: (id: string) => index.offices.has(id),
    knownRegion: (id: string) => index.regions.has(id),
    regionOf: (id: string) => index.offices.get(id)?.region ?? null,
    officesOf: (region: string | null) =>
      offices.filter((office) => region === null || office.region === region).map(({ id }) => id),
  };
  return {
    routes: [
      ["/api/reconciliation", reconciliationRouter(jobs, places, guard)],
      ["/api/imported-totals", importedTotalsRouter({ totals: historyTotals(nodes), places, clock, guard })],
    ],
    async start() {
      try {
        await folder.noteCentre({ partitions, clockOffsetMs: config.clockOffsetMs });
        worker.start();
      } catch (error) {
        log.error(
          { err: String(error), folder: folder.path },
          "nothing can be archived: the folder is not to be written",
        );
      }
    },
    async stop() {
      await Promise.all([worker.stop(), jobs.stop()]);
    },
  };
};
