import { expect, it } from "vitest";
import { issueToken } from "../access/issueToken.ts";
import { createTokenStore } from "../access/tokens.ts";
import { withRedis } from "../testing/redis.ts";
import { connect, RedisNodes } from "./connection.ts";
import { redisTokenHashes } from "./tokenHashes.ts";

it("an issued token opens the door of its office alone, until the next one is issued; Redis never sees it", () =>
  withRedis(async (redis) => {
    const nodes = new RedisNodes([redis.url]);
    const hashes = redisTokenHashes(nodes);
    const store = createTokenStore(hashes, null);
    const issue = async (office: string): Promise<string> => {
      const lines: string[] = [];
      await issueToken([office], { hashes, knownOffice: () => true, print: (line) => void lines.push(line) });
      return lines.at(-1) as string;
    };
    const first = await issue("KZ-71-01");
    const other = await issue("KZ-43-04");
    expect(await store.officeOf(first)).toBe("KZ-71-01");
    expect(await store.officeOf(other)).toBe("KZ-43-04");
    const second = await issue("KZ-71-01");
    expect(await store.officeOf(first)).toBeNull();
    expect(await store.officeOf(second)).toBe("KZ-71-01");
    expect(await store.officeOf("office:KZ-71-01")).toBeNull();
    const look = await connect(redis.url, "test");
    const kept = JSON.stringify(await look.sendCommand(["HGETALL", "oss:{0}:tokens"]));
    for (const token of [first, second, other]) expect(kept).not.toContain(token);
    look.destroy();
    await nodes.close();
  }));
