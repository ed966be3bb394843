import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestRedis, type TestRedis } from "../testing/redis.ts";
import { type Connection, command, connect } from "./connection.ts";
import { StreamTail } from "./streamTail.ts";

const KEYS = ["a", "b", "c", "d"];
let redis: TestRedis;
let admin: Connection;
let own: Connection;

beforeAll(async () => {
  redis = await startTestRedis();
  admin = await connect(redis.url, "admin");
  own = await connect(redis.url, "tail", "stay-broken");
});
afterAll(async () => {
  admin.destroy();
  own.destroy();
  await redis.stop();
});

it.each([0, 5])(
  "[L3] every entry of every stream comes once and in order, whenever it is written (a look every %i ms)",
  async (paceMs) => {
    await command(admin, ["FLUSHALL"]);
    const tail = new StreamTail(own, paceMs);
    const followed = KEYS.map((key) => tail.follow(key, "0-0"));
    const came = KEYS.map((): string[] => []);
    const each = 400;
    const reading = followed.map(async (stream, at) => {
      const mine = came[at] as string[];
      while (mine.length < each) {
        mine.push(...(await stream.read(1_000, 50)).map(([, fields]) => fields[1] as string));
        // what has arrived meanwhile may be taken without waiting
        mine.push(...stream.take(3).map(([, fields]) => fields[1] as string));
      }
    });
    for (let number = 0; number < each; number += 1) {
      // sometimes to one stream, sometimes to several at the same moment, sometimes after a silence
      await Promise.all(KEYS.map((key) => command(admin, ["XADD", key, "*", "n", `${number}`])));
      if (number % 7 === 0) await new Promise((resolve) => setTimeout(resolve, number % 3));
    }
    await Promise.all(reading);
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (const [at, stream] of followed.entries()) {
      const mine = came[at] as string[];
      mine.push(...stream.take(1_000).map(([, fields]) => fields[1] as string));
      expect(mine).toEqual(Array.from({ length: each }, (_, number) => `${number}`));
      stream.close();
    }
  },
);
