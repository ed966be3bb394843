import { expect, it } from "vitest";
import { withRedis } from "../testing/redis.ts";
import { command, RedisNodes } from "./connection.ts";
import { checkpointKey, FORMAT_KEY, PARTITIONS_KEY } from "./keys.ts";
import { openStore, StoreFormatError } from "./openStore.ts";

it("a new store keeps its number of partitions for good, and one of another format is refused with the remedy", async () => {
  await withRedis(async ({ url }) => {
    const nodes = new RedisNodes([url]);
    expect(await openStore(nodes, 8)).toBe(8);
    expect(await openStore(nodes, 16)).toBe(8);
    const at = await nodes.forKey(PARTITIONS_KEY);
    await command(at, ["SET", checkpointKey(3), "1-0|1"]);
    expect(await openStore(nodes, 16)).toBe(8);
    await command(at, ["SET", FORMAT_KEY, "another"]);
    await expect(openStore(nodes, 16)).rejects.toThrow(StoreFormatError);
    await expect(openStore(nodes, 16)).rejects.toThrow(/another DATA_DIR/);
    await command(at, ["DEL", FORMAT_KEY]);
    await expect(openStore(nodes, 16)).rejects.toThrow(/format 0/);
    await nodes.close();
  });
});
