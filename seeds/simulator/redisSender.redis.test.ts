import { createClient } from "redis";
import { expect, test } from "vitest";
import { eventsKey, partitionOf, crc16 as storeCrc16 } from "../../server/redis/keys.ts";
import { startTestRedis } from "../../server/testing/redis.ts";
import { crc16, redisSender } from "./redisSender.ts";

test("an office's partition is the one that the store uses", () => {
  for (const office of ["KZ-71-01", "KZ-10-02", "KZ-VOS", "123456789"]) expect(crc16(office)).toBe(storeCrc16(office));
  expect(crc16("123456789")).toBe(0x31c3);
});

test("every event lies in its office's stream, in order, also when Redis dies in between", async () => {
  const redis = await startTestRedis({ appendfsync: "always" });
  const stopping = new AbortController();
  const sender = await redisSender(redis.url, stopping.signal);
  const events = Array.from({ length: 3000 }, (_, place) => ({
    office: `KZ-71-0${place % 5}`,
    json: `{"n":${place}}`,
  }));
  try {
    await sender.send(events.slice(0, 1000));
    const killed = redis.kill("SIGKILL").then(() => redis.restart());
    await sender.send(events.slice(1000));
    await killed;
    const client = await createClient({ url: redis.url }).connect();
    for (const office of new Set(events.map((event) => event.office))) {
      const entries = await client.xRange(eventsKey(partitionOf(office)), "-", "+");
      const own = new Set((entries ?? []).map((entry) => entry.message.event));
      for (const { json } of events.filter((event) => event.office === office)) expect(own.has(json)).toBe(true);
    }
    await client.close();
  } finally {
    await sender.close();
    stopping.abort();
    await redis.stop();
  }
});
