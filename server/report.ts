import { indexReference } from "../shared/referenceIndex.ts";
import { besideCentre, endWith } from "./commandLine.ts";
import { openStore } from "./redis/openStore.ts";
import { reportDeps } from "./redis/reportDeps.ts";
import { loadReference } from "./reference.ts";
import { MonthlyReports } from "./reports/monthlyReports.ts";
import { reportCommand } from "./reports/reportCommand.ts";

/** Writes a monthly report: `npm run report -- 2026-10 --office KZ-71-01 --format pdf --language kk`. */
await endWith(
  besideCentre(async (nodes, config) => {
    const index = indexReference(await loadReference(config.reference));
    const partitions = await openStore(nodes, config.partitions);
    const clock = { now: () => Date.now() + config.clockOffsetMs, offset: config.clockOffsetMs };
    const reports = new MonthlyReports(reportDeps({ nodes, partitions, index, clock }, config.closingDay));
    const print = (line: string) => process.stderr.write(`${line}\n`);
    return reportCommand(process.argv.slice(2), { reports, index, out: process.stdout, print });
  }),
);
