import { once } from "node:events";
import { setFlagsFromString } from "node:v8";
import { expect, test } from "vitest";
import { startThread } from "./thread.ts";

/** Makes objects of which every hundredth lives on for a while, and tells how large the space of new objects has become. */
const BUSY = `
  import { getHeapSpaceStatistics } from "node:v8";
  import { parentPort } from "node:worker_threads";
  const kept = new Array(20_000);
  for (let at = 0; at < 6_000_000; at += 1) kept[at % 100 === 0 ? (at / 100) % 20_000 : 0] = { at, list: [at] };
  parentPort.postMessage(getHeapSpaceStatistics().find((space) => space.space_name === "new_space").space_size);
`;

async function newObjects(maxYoungGenerationSizeMb: number): Promise<number> {
  const thread = startThread(new URL(`data:text/javascript,${encodeURIComponent(BUSY)}`), null, {
    maxYoungGenerationSizeMb,
  });
  const [bytes] = (await once(thread, "message")) as [number];
  await thread.terminate();
  return bytes / 2 ** 20;
}

test("a thread's new objects have the space that it asks for, whatever the command line gives the first thread", async () => {
  setFlagsFromString("--max-semi-space-size=64");
  expect(await newObjects(6)).toBeLessThanOrEqual(6);
  expect(await newObjects(96)).toBeGreaterThan(6);
});
