import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { unpackOpen } from "../core/openApplication.ts";
import { arbitraryScript, scriptWorld, ZONES } from "../testing/arbitraryScript.ts";
import { naiveOpen, openText } from "../testing/naiveOpen.ts";
import { startTestRedis, type TestRedis } from "../testing/redis.ts";
import { runScript } from "../testing/scriptedPartition.ts";
import { type Connection, command, connect, RedisNodes } from "./connection.ts";
import { openKey } from "./keys.ts";
import { openApplications } from "./openApplications.ts";

const RUNS = Number(process.env.LAW_RUNS ?? 25);

let redis: TestRedis;
let reading: Connection;
let writing: Connection;
let nodes: RedisNodes;
beforeAll(async () => {
  redis = await startTestRedis();
  reading = await connect(redis.url, "reading");
  writing = await connect(redis.url, "writing");
  nodes = new RedisNodes([redis.url]);
});
afterAll(async () => {
  reading.destroy();
  writing.destroy();
  await nodes.close();
  await redis.stop();
});

it("[L1] the stored index holds what is in hand, whatever the batches, repetitions, garbage and crashes on the way to it", {
  timeout: 600_000,
}, async () => {
  // every office of a script lies in partition 0, as it does in a store of one partition
  const read = openApplications({ nodes, partitions: 1 });
  await fc.assert(
    fc.asyncProperty(arbitraryScript(20), async ({ events, now, script }) => {
      await command(reading, ["FLUSHALL"]);
      await runScript(reading, writing, script);
      for (const office of Object.keys(ZONES)) {
        const naive = naiveOpen(events.get(office) ?? [], scriptWorld(office, now));
        const stored = await read.entries(office);
        expect(stored.map(([id]) => id).sort()).toEqual([...naive.keys()].sort());
        for (const [id, packed] of stored)
          expect(openText(unpackOpen(packed))).toBe(openText(naive.get(id) ?? expect.fail(id)));
        expect(await read.values(office)).toHaveLength(await command<number>(reading, ["HLEN", openKey(0, office)]));
      }
    }),
    { numRuns: RUNS },
  );
});
