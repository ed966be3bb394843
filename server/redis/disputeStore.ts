import { DAY_MS } from "../../shared/time.ts";
import { disputesOf } from "../floor/dispute.ts";
import type { DisputeEntry, DisputeStore } from "../floor/floorPorts.ts";
import type { RedisNodes } from "./connection.ts";
import { Journals } from "./journal.ts";
import { disputesKey, partitionOf } from "./keys.ts";

/** As long as an operator's daily rows, and a little more. */
const KEPT_MS = 400 * DAY_MS;

/** What was said about timings, as one stream an office. */
export function disputeStore(nodes: RedisNodes, partitions: number): DisputeStore {
  const journals = new Journals<DisputeEntry>(KEPT_MS);
  return {
    async list(office) {
      const partition = partitionOf(office, partitions);
      const at = await nodes.at(partition);
      return disputesOf(await journals.read(at, disputesKey(partition, office)));
    },
    async say(office, entry) {
      const partition = partitionOf(office, partitions);
      await journals.add(await nodes.at(partition), disputesKey(partition, office), entry);
    },
  };
}
