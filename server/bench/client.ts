import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { processorTasks } from "../testing/processorTasks.ts";
import type { Bench } from "./bench.ts";
import { PEAK, type PeakCentre } from "./peak.ts";
import { atMost, type Result } from "./result.ts";
import { openWall } from "./wall.ts";

const LONG_MS = 50;
const WATCHED_MS = 20_000;

/** Runs in the page: notes every task that keeps it longer than 50 ms from now on. */
function noteLongTasks(): void {
  const long: number[] = [];
  Object.assign(window, { benchLong: long });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) long.push(duration);
  }).observe({ type: "longtask" });
}

/** What the browser loads first, and whether the country view ever keeps it busy at the peak. */
export async function measureClient(bench: Bench, { centre, feed }: PeakCentre): Promise<Result> {
  bench.say("client: the country view at the peak");
  const feeding = feed();
  const wall = await openWall(centre.url);
  try {
    await sleep(4_000);
    await wall.page.evaluate(noteLongTasks);
    const watching = () => sleep(bench.quick ? 8_000 : WATCHED_MS);
    const browser = wall.page.context().browser();
    const tasks = browser === null ? [] : await processorTasks(browser, wall.page, watching);
    const long = await wall.page.evaluate(() => (window as unknown as { benchLong: number[] }).benchLong);
    const scripts = await wall.scripts();
    const packed = scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0);
    const plain = scripts.reduce((sum, script) => sum + script.length, 0);
    const longest = long.length === 0 ? "none" : `the longest ${Math.round(Math.max(...long))} ms`;
    return {
      line: "client",
      title: "client",
      how: `Chromium 1920 × 1080 on the country view with ${bench.index.offices.size} offices, live at ${PEAK} events/s; scripts as the browser asked for them before anybody touched anything`,
      events: feeding.sent,
      figures: [
        {
          ...atMost("scripts of the first load, gzip", packed / 1_000, "kB", 250, {
            what: "not packed",
            value: plain / 1_000,
          }),
          note: `${scripts.length} files`,
        },
        { ...atMost(`tasks over ${LONG_MS} ms`, long.length, "tasks", 0), note: longest },
        {
          ...atMost("longest task, time of the processor", tasks[0] ?? 0, "ms", LONG_MS),
          note: `${tasks.length} tasks`,
        },
      ],
    };
  } finally {
    await wall.stop();
    await feeding.stop();
  }
}
