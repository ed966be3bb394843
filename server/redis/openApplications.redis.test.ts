import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { unpackOpen } from "../core/openApplication.ts";
import { arbitraryScript, scriptWorld, ZONES } from "../testing/arbitraryScript.ts";
import { naiveOpen, openText } from "../testing/naiveOpen.ts";
import { type ScriptedStore, scriptedStore } from "../testing/scriptedStore.ts";
import { command } from "./connection.ts";
import { openKey } from "./keys.ts";
import { openApplications } from "./openApplications.ts";

const RUNS = Number(process.env.LAW_RUNS ?? 25);

let store: ScriptedStore;
beforeAll(async () => {
  store = await scriptedStore();
});
afterAll(() => store?.stop());

it("[L1] the stored index holds what is in hand, whatever the batches, repetitions, garbage and crashes on the way to it", {
  timeout: 600_000,
}, async () => {
  // every office of a script lies in partition 0, as it does in a store of one partition
  const read = openApplications({ nodes: store.nodes, partitions: 1 });
  await fc.assert(
    fc.asyncProperty(arbitraryScript(20), async ({ events, now, script }) => {
      await store.tell(script);
      for (const office of Object.keys(ZONES)) {
        const naive = naiveOpen(events.get(office) ?? [], scriptWorld(office, now));
        const stored = await read.entries(office);
        expect(stored.map(([id]) => id).sort()).toEqual([...naive.keys()].sort());
        for (const [id, packed] of stored)
          expect(openText(unpackOpen(packed))).toBe(openText(naive.get(id) ?? expect.fail(id)));
        expect(await read.values(office)).toHaveLength(
          await command<number>(store.connection, ["HLEN", openKey(0, office)]),
        );
      }
    }),
    { numRuns: RUNS },
  );
});
