import { command, type RedisNodes } from "./connection.ts";
import { PARTITIONS_KEY } from "./keys.ts";

/** The store's number of partitions: what it says, or `wanted` for a new store, for good. @throws RedisAwayError */
export async function partitionCount(nodes: RedisNodes, wanted: number): Promise<number> {
  const at = await nodes.forKey(PARTITIONS_KEY);
  await command(at, ["SET", PARTITIONS_KEY, `${wanted}`, "NX"]);
  return Number(await command<string>(at, ["GET", PARTITIONS_KEY]));
}
