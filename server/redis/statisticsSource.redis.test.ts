import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Office } from "../../shared/reference.ts";
import { indexReference, type ReferenceIndex } from "../../shared/referenceIndex.ts";
import { DIMENSIONS, type StatisticsQuery } from "../../shared/statistics.ts";
import { localDay } from "../../shared/time.ts";
import { canonicalJson } from "../export/canonicalJson.ts";
import { loadReference } from "../reference.ts";
import { FIRST_MOMENT } from "../testing/arbitraryEvents.ts";
import { arbitraryScript, ZONES } from "../testing/arbitraryScript.ts";
import { startTestRedis, type TestRedis } from "../testing/redis.ts";
import { runScript } from "../testing/scriptedPartition.ts";
import { type Connection, command, connect, RedisNodes } from "./connection.ts";
import { readStatistics } from "./statisticsReader.ts";
import { statisticsSource } from "./statisticsSource.ts";

const RUNS = 8;
const QUESTIONS = 6;
const FIRST_DAY = localDay(FIRST_MOMENT, "Asia/Almaty");

let redis: TestRedis;
let reading: Connection;
let writing: Connection;
let nodes: RedisNodes;
let index: ReferenceIndex;
beforeAll(async () => {
  redis = await startTestRedis();
  reading = await connect(redis.url, "reading");
  writing = await connect(redis.url, "writing");
  nodes = new RedisNodes([redis.url]);
  const reference = await loadReference("seeds");
  const pattern = reference.offices[0] as Office;
  const offices = Object.entries(ZONES).map(([id, zone], at): Office => {
    const region = ["KZ-71", "KZ-43", "KZ-23"][at] as string;
    return { ...pattern, id, zone, region, formerRegions: [], validFrom: 0 };
  });
  index = indexReference({ ...reference, offices });
});
afterAll(async () => {
  reading?.destroy();
  writing?.destroy();
  await nodes?.close();
  await redis?.stop();
});

const question: fc.Arbitrary<StatisticsQuery> = fc.record({
  from: fc.constant(FIRST_DAY - 1),
  to: fc.integer({ min: 1, max: 6 }).map((day) => FIRST_DAY + day),
  by: fc.subarray([...DIMENSIONS], { maxLength: 2 }),
  filter: fc.constantFrom(
    {},
    { region: "KZ-43" },
    { office: Object.keys(ZONES)[0] as string },
    { service: "passport" },
  ),
});

test("what is read office by office is the answer, row by row, with the same coverage", {
  timeout: 300_000,
}, async () => {
  const questions = fc.array(question, { minLength: QUESTIONS, maxLength: QUESTIONS });
  await fc.assert(
    fc.asyncProperty(arbitraryScript(30), questions, async (told, asked) => {
      await command(reading, ["FLUSHALL"]);
      await runScript(reading, writing, { ...told.script, deaths: [] });
      const parts = { nodes, partitions: 1, index, clock: { now: () => told.now, offset: 0 } };
      for (const query of asked) {
        const { rows, ...rests } = await readStatistics(parts, query);
        const source = await statisticsSource(parts)(query);
        const read: string[] = [];
        for await (const portion of source.rows) read.push(...portion.map(canonicalJson));
        expect(read.sort()).toEqual(rows.map(canonicalJson).sort());
        expect(source.coverage).toEqual(rests.coverage);
        expect([source.asOf, source.status]).toEqual([rests.asOf, rests.status]);
      }
    }),
    { numRuns: RUNS },
  );
});
