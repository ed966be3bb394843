import type { TargetRecord } from "../../shared/floor.ts";
import type { TargetStore } from "../floor/floorPorts.ts";
import { command, type RedisNodes } from "./connection.ts";
import { partitionOf, targetsKey } from "./keys.ts";

/** The history of targets as one list an office, kept for good. */
export function targetStore(nodes: RedisNodes, partitions: number): TargetStore {
  const place = async (office: string) => {
    const partition = partitionOf(office, partitions);
    return { at: await nodes.at(partition), key: targetsKey(partition, office) };
  };
  return {
    async list(office) {
      const { at, key } = await place(office);
      const texts = await command<string[]>(at, ["LRANGE", key, "0", "-1"]);
      return texts.map((text) => JSON.parse(text) as TargetRecord);
    },
    async add(office, record) {
      const { at, key } = await place(office);
      await command(at, ["RPUSH", key, JSON.stringify(record)]);
    },
  };
}
