import type { Browser, Page } from "playwright-core";

/** An event of a trace, as Chromium tells it; times in µs. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

const MARK = "processor-tasks-of-this-page";
/** What a trace must hold to know the tasks of a thread. */
export const TRACED = ["toplevel", "devtools.timeline", "blink.user_timing"];

/** One task of a page's main thread: what it took by the clock and of the processor, ms. */
export interface PageTask {
  readonly clock: number;
  readonly processor: number;
}

/**
 * What each task of the page's main thread took of the processor while `run` ran, ms, the longest first. It is time of
 * the thread and not of the clock, so that other programs on the machine hardly change it. One at a time a browser.
 */
export async function processorTasks(
  browser: Browser,
  page: Page,
  run: () => Promise<unknown>,
): Promise<readonly number[]> {
  return (await pageTasks(browser, page, run)).map(({ processor }) => processor).sort((a, b) => b - a);
}

/** Every task of the page's main thread while `run` ran. One at a time a browser. */
export async function pageTasks(
  browser: Browser,
  page: Page,
  run: () => Promise<unknown>,
): Promise<readonly PageTask[]> {
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: TRACED },
  });
  await run();
  await page.evaluate((mark) => void performance.mark(mark), MARK);
  const complete = new Promise((done) => session.once("Tracing.tracingComplete", done));
  await session.send("Tracing.end");
  await complete;
  await session.detach();
  const mark = events.find(({ name }) => name === MARK);
  if (mark === undefined) throw new Error("The trace does not tell which thread is the page's");
  return tasksOf(events, mark);
}

/** The tasks of the thread on which an event of the trace happened, those that began at `from` or later, µs. */
export function tasksOf(events: readonly TraceEvent[], on: TraceEvent, from = 0): PageTask[] {
  return events
    .filter(({ name, pid, tid, ts }) => name.endsWith("RunTask") && pid === on.pid && tid === on.tid && ts >= from)
    .map(({ dur = 0, tdur = 0 }) => ({ clock: dur / 1_000, processor: tdur / 1_000 }));
}
