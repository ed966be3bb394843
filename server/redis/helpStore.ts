import { DAY_MS } from "../../shared/time.ts";
import type { HelpEntry, HelpStore } from "../floor/floorPorts.ts";
import { helpBookOf } from "../floor/helpCall.ts";
import type { RedisNodes } from "./connection.ts";
import { Journals } from "./journal.ts";
import { helpKey, partitionOf } from "./keys.ts";

/** As long as the tickets of the day can be looked at. */
const KEPT_MS = 36 * DAY_MS;

/** Calls for help and their answers, as one stream an office. */
export function helpStore(nodes: RedisNodes, partitions: number): HelpStore {
  const journals = new Journals<HelpEntry>(KEPT_MS);
  return {
    async list(office) {
      const partition = partitionOf(office, partitions);
      const at = await nodes.at(partition);
      return helpBookOf(await journals.read(at, helpKey(partition, office)));
    },
    async say(office, entry) {
      const partition = partitionOf(office, partitions);
      await journals.add(await nodes.at(partition), helpKey(partition, office), entry);
    },
  };
}
