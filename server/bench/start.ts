import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Bench } from "./bench.ts";
import { startCentreProcess } from "./centreProcess.ts";
import type { Month } from "./month.ts";
import { median } from "./quantile.ts";
import { atMost, type Result } from "./result.ts";

const STARTS = 3;

/** Milliseconds that a program that does nothing takes. */
async function startNode(): Promise<number> {
  const begun = performance.now();
  await once(spawn(process.execPath, ["-e", "0"], { stdio: "ignore" }), "exit");
  return performance.now() - begun;
}

/** How soon a server serves when its store holds a month of the country, and how much memory it takes then. */
export async function measureStart(bench: Bench, month: Month): Promise<Result> {
  const { redisUrl, clockOffsetMs, events } = month;
  const ready: number[] = [];
  const resident: number[] = [];
  const bare: number[] = [];
  for (let round = 1; round <= STARTS; round += 1) {
    bench.say(`start: round ${round}`);
    bare.push(await startNode());
    const centre = await startCentreProcess({ programs: bench.programs, redisUrl, clockOffsetMs });
    ready.push(centre.readyMs / 1_000);
    resident.push((await centre.metric("process_resident_memory_bytes")) / 2 ** 20);
    await centre.stop();
  }
  const limit = { what: "a Node process that does nothing", value: median(bare) / 1_000 };
  return {
    line: "start",
    title: "start with history",
    how: `${month.how}; from starting the process until /readyz says ready, medians of ${STARTS}`,
    events,
    figures: [
      atMost("serving after", median(ready), "s", 3, limit),
      atMost("memory of the server when it serves", median(resident), "MB", 512),
    ],
  };
}
