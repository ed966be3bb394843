import { expect, it } from "vitest";
import type { Batch } from "../redis/writes.ts";
import { scriptRules } from "../testing/arbitraryScript.ts";
import { PartitionConsumer, type StreamEntry } from "./partitionConsumer.ts";

const COUNT = 10;
const NOW = Date.parse("2024-03-05T12:00:00Z");

function entry(at: number): StreamEntry {
  const event = {
    ...{ specversion: "1.0", id: "x", source: "/offices/KZ-71-01/queue", sequence: at },
    ...{ type: "oss.office.heartbeat", time: "2024-03-05T08:00:00Z", data: {} },
  };
  return [`${NOW - 60_000}-${at}`, JSON.stringify(event)];
}

/** Runs a consumer over a hundred waiting entries that is told to leave at its n-th read; tells what it committed. */
async function leaveAtRead(nth: number): Promise<Batch[]> {
  const waiting = Array.from({ length: 100 }, (_, at) => entry(at + 1));
  const committed: Batch[] = [];
  const stop = new AbortController();
  let reads = 0;
  const consumer = new PartitionConsumer({
    store: {
      checkpoint: async () => ({ id: "0-0", entries: 0 }),
      renew: async () => undefined,
      officeState: async () => undefined,
      fetch: async () => undefined,
      reached: async () => [],
      commit: async (prepare) => void committed.push(await prepare()),
    },
    reader: { read: async (_, count) => waiting.splice(0, count), arrived: (count) => waiting.splice(0, count) },
    clock: { now: () => NOW, offset: 0 },
    rules: scriptRules,
    report: () => {},
    behind() {
      reads += 1;
      if (reads === nth) stop.abort();
    },
    pace: { count: COUNT, blockMs: 1, catchUpMs: 60_000, sweepMs: 1_000 },
  });
  await consumer.run(stop.signal);
  return committed;
}

it("who is told to leave at a read folds nothing of it, nor of what came after it: the next one reads on from there", async () => {
  expect(await leaveAtRead(1)).toEqual([]);
  const [batch, ...others] = await leaveAtRead(4);
  expect(others).toEqual([]);
  expect(batch).toMatchObject({ folded: 3 * COUNT, checkpoint: { id: entry(3 * COUNT)[0], entries: 3 * COUNT } });
});
