import { indexReference } from "../shared/referenceIndex.ts";
import { readConfig } from "./config.ts";
import { ConfigError } from "./errors.ts";
import { RedisNodes } from "./redis/connection.ts";
import { openStore } from "./redis/openStore.ts";
import { reportDeps } from "./redis/reportDeps.ts";
import { addressesOf } from "./redis/runningStore.ts";
import { loadReference } from "./reference.ts";
import { MonthlyReports } from "./reports/monthlyReports.ts";
import { reportCommand } from "./reports/reportCommand.ts";

async function main(): Promise<number> {
  const print = (line: string) => process.stderr.write(`${line}\n`);
  const config = readConfig(process.env);
  const urls = addressesOf(config);
  if (urls === null) {
    print("The centre does not run here: start it with `npm run serve`, or set REDIS_URL to the Redis it uses.");
    return 2;
  }
  const index = indexReference(await loadReference(config.reference));
  const nodes = new RedisNodes(urls);
  try {
    const partitions = await openStore(nodes, config.partitions);
    const clock = { now: () => Date.now() + config.clockOffsetMs, offset: config.clockOffsetMs };
    const reports = new MonthlyReports(reportDeps({ nodes, partitions, index, clock }, config.closingDay));
    return await reportCommand(process.argv.slice(2), { reports, index, out: process.stdout, print });
  } finally {
    await nodes.close();
  }
}

/** Writes a monthly report: `npm run report -- 2026-10 --office KZ-71-01 --format pdf --language kk`. */
await main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof ConfigError ? error.mistakes.join("\n") : (error as Error).message}\n`);
    process.exit(1);
  },
);
