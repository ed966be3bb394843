import { join } from "node:path";
import { ArchiveFolder } from "../archive/archiveFolder.ts";
import type { MakeFeature } from "../feature.ts";
import { ArchiveWorker } from "../redis/archiveWorker.ts";

/** The archive of events: every day that is over is archived, and after a week trimmed from the streams. */
export const archive: MakeFeature = ({ nodes, partitions, config, log }) => {
  const folder = new ArchiveFolder(join(config.dataDir, "archive"));
  const worker = new ArchiveWorker({
    ...{ nodes, partitions, folder },
    report: (partition, what) => log.info({ partition, ...what }, "archived a partition's days"),
    failed: (partition, error) => log.error({ partition, err: String(error) }, "archiving a partition failed"),
    elsewhere: (partition) =>
      log.debug({ partition }, "the archive of the partition lies in the folder of another process"),
  });
  return {
    routes: [],
    start: async () => worker.start(),
    stop: () => worker.stop(),
  };
};
