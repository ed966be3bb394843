import { indexReference } from "../../../shared/referenceIndex.ts";
import { PartitionManager } from "../../ingest/partitionManager.ts";
import type { WorkParts } from "../../ingest/partitionWork.ts";
import type { Clock } from "../../ports.ts";
import { RedisNodes } from "../../redis/connection.ts";
import { loadReference } from "../../reference.ts";
import { officeRules } from "../../rules.ts";
import { NearHand } from "../nearHand.ts";

/*
 * The ingest alone, as a process that can be killed: claims the partitions of the Redis it is given and folds them, a
 * backlog by two hands. Its clock runs from one moment to another while the campaign lasts and then stands. It ends when
 * its parent does.
 */

const { REDIS_URL = "", REFERENCE = "seeds", MEMBER = "campaign", PARTITIONS = "16" } = process.env;
const [begun = 0, lasts = 1, from = 0, to = 0] = (process.env.CAMPAIGN_CLOCK ?? "").split(",").map(Number);

const clock: Clock = {
  now: () => Math.round(from + (to - from) * Math.min(1, (Date.now() - begun) / lasts)),
  offset: to - begun,
};
const rules = officeRules(indexReference(await loadReference(REFERENCE)));
const nodes = new RedisNodes(REDIS_URL.split(","));
const parts: WorkParts = {
  nodes,
  member: MEMBER,
  clock,
  rules,
  report: () => {},
  failed: (partition, error) => process.stderr.write(`partition ${partition}: ${String(error)}\n`),
};
const manager = new PartitionManager({ ...parts, partitions: Number(PARTITIONS), hand: new NearHand(parts) });
process.stdin.resume().once("end", () => process.exit(1));
process.once("SIGTERM", () => {
  void manager
    .stop()
    .then(() => nodes.close())
    .then(() => process.exit(0));
});
await manager.start();
process.stdout.write("works\n");
