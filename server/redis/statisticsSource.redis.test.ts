import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import { DIMENSIONS, type StatisticsQuery } from "../../shared/statistics.ts";
import { localDay } from "../../shared/time.ts";
import { canonicalJson } from "../export/canonicalJson.ts";
import { FIRST_MOMENT } from "../testing/arbitraryEvents.ts";
import { arbitraryScript, ZONES } from "../testing/arbitraryScript.ts";
import { type ScriptedStore, scriptedOffices, scriptedStore } from "../testing/scriptedStore.ts";
import { readStatistics } from "./statisticsReader.ts";
import { statisticsSource } from "./statisticsSource.ts";

const RUNS = 8;
const QUESTIONS = 6;
const REGIONS = ["KZ-71", "KZ-43", "KZ-23"];
const FIRST_DAY = localDay(FIRST_MOMENT, "Asia/Almaty");

let store: ScriptedStore;
let index: ReferenceIndex;
beforeAll(async () => {
  store = await scriptedStore();
  index = await scriptedOffices((at) => ({ region: REGIONS[at] as string, formerRegions: [] }));
});
afterAll(() => store?.stop());

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
      await store.tell({ ...told.script, deaths: [] });
      const parts = { nodes: store.nodes, partitions: 1, index, clock: { now: () => told.now, offset: 0 } };
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
