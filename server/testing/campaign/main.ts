import { join } from "node:path";
import { parseArgs } from "node:util";
import { indexReference } from "../../../shared/referenceIndex.ts";
import { loadReference } from "../../reference.ts";
import { runCampaign } from "./campaign.ts";

const { values } = parseArgs({
  options: {
    events: { type: "string", default: "1000000" },
    offices: { type: "string", default: "300" },
    kills: { type: "string", default: "40" },
    seed: { type: "string", default: `${Date.now()}` },
  },
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
const reference = "seeds";
process.stdout.write(`seed ${values.seed}\n`);
const begun = performance.now();
const result = await runCampaign({
  events: Number(values.events),
  offices: Number(values.offices),
  kills: Number(values.kills),
  seed: values.seed,
  program: join(import.meta.dirname, "ingest.js"),
  reference,
  index: indexReference(await loadReference(reference)),
  say: (line) => process.stderr.write(`${Math.round((performance.now() - begun) / 1000)} s: ${line}\n`),
});
for (const line of result.differences) process.stdout.write(`${line}\n`);
const { events, entries, kills, redisKills, rows, difference } = result;
process.stdout.write(
  `${events} events in ${entries} entries, ${kills} kills of the server, ${redisKills} of Redis, ${rows} rows compared, difference ${difference}\n`,
);
process.exitCode = difference === 0 ? 0 : 1;
