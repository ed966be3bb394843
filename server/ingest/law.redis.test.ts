import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { command } from "../redis/connection.ts";
import { deadKey, dueKey, eventsKey, refusedKey } from "../redis/keys.ts";
import { arbitraryScript, scriptWorld, type Told, ZONES } from "../testing/arbitraryScript.ts";
import { compareCurves, readRows, readStore, readTexts } from "../testing/campaign/readRows.ts";
import { compareRows } from "../testing/compareRows.ts";
import { naiveRows } from "../testing/naive.ts";
import { type ScriptedStore, scriptedStore } from "../testing/scriptedStore.ts";
import { MEMORY } from "./memory.ts";

const RUNS = Number(process.env.LAW_RUNS ?? 60);

let store: ScriptedStore;
beforeAll(async () => {
  store = await scriptedStore();
});
afterAll(() => store?.stop());

async function tell(told: Told): Promise<void> {
  await store.tell(told.script);
}

async function differences({ events, now }: Told): Promise<string[]> {
  const stored = await readRows(store.connection);
  return Object.keys(ZONES).flatMap((office) => {
    const of = stored.get(office) ?? { rows: new Map(), curves: new Map() };
    const world = scriptWorld(office, now);
    const naive = naiveRows(events.get(office) ?? [], world);
    return [...compareRows(of.rows, naive, world.zone, now), ...compareCurves(of)].map((line) => `${office} ${line}`);
  });
}

function pairs(reply: readonly string[]): Record<string, string> {
  return Object.fromEntries(Array.from({ length: reply.length / 2 }, (_, at) => [reply[at * 2], reply[at * 2 + 1]]));
}

describe("the law of the totals, through the streams", () => {
  it("every stored figure is a function of the distinct events and the clock: any order, batches, repetitions, garbage, crashes, evictions and passing deadlines", {
    timeout: 600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryScript(25), async (told) => {
        await tell(told);
        expect(await differences(told)).toEqual([]);
        expect(await command(store.connection, ["ZCOUNT", dueKey(0), "-inf", `${told.now}`])).toBe(0);
      }),
      { numRuns: RUNS },
    );
  });

  it("the store itself is the same, to the letter, whatever the way to it: nothing that was taken back leaves a trace", {
    timeout: 600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryScript(15), async (told) => {
        await tell(told);
        const first = await readStore(store.connection);
        const entries = [...told.events.values()].flat().map((event) => JSON.stringify(event));
        const pace = { count: 1_000, blockMs: 1, catchUpMs: 0, sweepMs: 0 };
        const script = { ...told.script, steps: [{ entries, now: told.now }], deaths: [], pace, memory: MEMORY };
        await tell({ ...told, script });
        expect(await readStore(store.connection)).toEqual(first);
      }),
      { numRuns: RUNS },
    );
  });

  it("each garbage entry is a dead letter exactly once, with its reason and its text", {
    timeout: 600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryScript(4), async (told) => {
        await tell(told);
        const letters = await command<[string, string[]][]>(store.connection, ["XRANGE", deadKey(0), "-", "+"]);
        const kept = letters.map(([, fields]) => pairs(fields));
        const sorted = (list: string[]) => [...list].sort();
        expect(sorted(kept.map(({ event, office, reason }) => `${office}|${reason}|${event}`))).toEqual(
          sorted(told.garbage.map(({ text, office, reason }) => `${office}|${reason}|${text}`)),
        );
        const entries = await command<[string, string[]][]>(store.connection, ["XRANGE", eventsKey(0), "-", "+"]);
        const text = new Map(entries.map(([id, [, event]]) => [id, event]));
        for (const { entry, event } of kept) expect(text.get(entry as string)).toBe(event);
        const counted: Record<string, string> = {};
        for (const { office, reason } of told.garbage) {
          const key = `${office}|${reason}`;
          counted[key] = `${Number(counted[key] ?? 0) + 1}`;
        }
        expect(pairs(await command<string[]>(store.connection, ["HGETALL", refusedKey(0)]))).toEqual(counted);
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    );
  });

  it("adding every event again changes no stored row", { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryScript(12), async (told) => {
        await tell(told);
        const before = await readTexts(store.connection);
        const again = [...told.events.values()].flat().map((event) => JSON.stringify(event));
        await store.tellMore({
          ...told.script,
          steps: [{ entries: again.reverse(), now: told.now }],
          deaths: ["before-commit", "after-commit"],
        });
        expect(await readTexts(store.connection)).toEqual(before);
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });
});
