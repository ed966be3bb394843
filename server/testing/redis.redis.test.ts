import { createClient } from "redis";
import { expect, test } from "vitest";
import { startTestRedis, withRedis } from "./redis.ts";

test("a test's Redis serves, and is gone after it", async () => {
  const pid = await withRedis(async (redis) => {
    const client = await createClient({ url: redis.url }).connect();
    expect(await client.ping()).toBe("PONG");
    client.destroy();
    return redis.pid;
  });
  expect(() => process.kill(pid, 0)).toThrow("ESRCH");
});

test("with appendfsync always a killed Redis comes back on its port with every write", async () => {
  const redis = await startTestRedis({ appendfsync: "always" });
  try {
    const first = await createClient({ url: redis.url }).connect();
    await first.set("office", "KZ-71-01");
    first.destroy();
    const killed = redis.pid;
    await redis.kill("SIGKILL");
    await redis.restart();
    expect(redis.pid).not.toBe(killed);
    const second = await createClient({ url: redis.url }).connect();
    expect(await second.get("office")).toBe("KZ-71-01");
    second.destroy();
  } finally {
    await redis.stop();
  }
});
