import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { type PageTask, pageTasks } from "../testing/processorTasks.ts";
import type { Bench } from "./bench.ts";
import { startChromium } from "./chromium.ts";
import { DESKS, startFortyDesks } from "./fortyDesks.ts";
import type { PeakCentre } from "./peak.ts";
import { median } from "./quantile.ts";
import { atMost, type Figure, type Result } from "./result.ts";
import { UnwatchedBrowser } from "./unwatchedBrowser.ts";

const LONG_MS = 50;
/** After all desks are there, late answers still come. */
const SETTLES_MS = 3_000;

type Place = "wall" | "office" | "floor";
/** From where a view is opened; null: in a window of its own, which nobody looks into. */
const OPENINGS: readonly (readonly [from: Place | null, to: Exclude<Place, "wall">])[] = [
  ["wall", "office"],
  [null, "office"],
  ["office", "floor"],
  [null, "floor"],
];
/** A window of its own is looked into after so long only. */
const OPENED_MS = 8_000;
const DESK = { office: ".desk", floor: ".floorDesk" } as const;

/** Which office is opened, and for how long it is watched then. */
interface Looked {
  readonly office: string;
  readonly watchMs: number;
}

/** What a browser did while a view was opened, and while it was watched. */
interface Opened {
  readonly opening: readonly PageTask[];
  readonly watching: readonly PageTask[];
}

function pathOf(place: Place, office: string): string {
  return place === "wall" ? "/" : `/office/${office}${place === "floor" ? "/floor" : ""}`;
}

async function openFrom(
  browser: Browser,
  url: string,
  from: Place,
  to: Exclude<Place, "wall">,
  of: Looked,
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  try {
    await page.goto(`${url}${pathOf(from, of.office)}?lang=ru`);
    await page.waitForSelector(".kpi__figure .figure", { timeout: 30_000 });
    await sleep(SETTLES_MS);
    const opening = await pageTasks(browser, page, async () => {
      await page.evaluate((path) => history.pushState(null, "", path), pathOf(to, of.office));
      await page
        .locator(DESK[to])
        .nth(DESKS - 1)
        .waitFor({ timeout: 30_000 });
      await sleep(SETTLES_MS);
    });
    const watching = of.watchMs === 0 ? [] : await pageTasks(browser, page, () => sleep(of.watchMs));
    return { opening, watching };
  } finally {
    await context.close();
  }
}

async function openFresh(
  browser: UnwatchedBrowser,
  url: string,
  to: Exclude<Place, "wall">,
  of: Looked,
): Promise<Opened> {
  const { page, tasks } = await browser.tasksOfOpening(`${url}${pathOf(to, of.office)}?lang=ru`, OPENED_MS);
  const desks = await browser.count(page, DESK[to]);
  await browser.close(page);
  if (desks < DESKS) throw new Error(`The ${to} shows ${desks} desks of ${DESKS} after ${OPENED_MS / 1_000} s`);
  return { opening: tasks, watching: [] };
}

function longest(tasks: readonly PageTask[], of: keyof PageTask): number {
  return Math.max(0, ...tasks.map((task) => task[of]));
}

/** The longest task by the clock and by the processor, of several runs: the middle of them, and the worst beside it. */
function figuresOf(what: string, runs: readonly (readonly PageTask[])[]): Figure[] {
  const [clock, processor] = (["clock", "processor"] as const).map((of) => runs.map((run) => longest(run, of)));
  const long = runs.flat().filter((task) => task.clock > LONG_MS).length;
  const figure = (name: string, values: readonly number[], more: string): Figure => ({
    ...atMost(`${what}: ${name}`, median(values), "ms", LONG_MS),
    note: `at worst ${Math.round(Math.max(...values))} ms${more}`,
  });
  return [
    figure("longest task", clock ?? [], `, ${long} over ${LONG_MS} ms in ${runs.length} runs`),
    figure("  of it the processor's", processor ?? [], ""),
  ];
}

/** Whether opening and watching an office of forty desks ever keeps the browser busy. */
export async function measureLongTasks(bench: Bench, { centre, now }: PeakCentre): Promise<Result> {
  bench.say("long tasks: an office of forty desks");
  const desks = await startFortyDesks(centre.url, bench.index, now);
  const browser = await startChromium();
  if (browser === null) throw new Error("There is no Chromium on the PATH: `npm test` installs one");
  const unwatched = new UnwatchedBrowser();
  try {
    await sleep(5_000);
    const runs = bench.quick ? 2 : 5;
    const figures: Figure[] = [];
    for (const [from, to] of OPENINGS) {
      const name = from === null ? `${to} opened fresh` : `${from} → ${to}`;
      const found: Opened[] = [];
      for (let run = 1; run <= runs; run += 1) {
        bench.say(`long tasks: ${name}, run ${run}`);
        const watchMs = from !== null && run === runs ? (bench.quick ? 10_000 : 60_000) : 0;
        const looked: Looked = { office: desks.office, watchMs };
        found.push(
          from === null
            ? await openFresh(unwatched, centre.url, to, looked)
            : await openFrom(browser, centre.url, from, to, looked),
        );
      }
      figures.push(
        ...figuresOf(
          name,
          found.map(({ opening }) => opening),
        ),
      );
      const watched = found.map(({ watching }) => watching).filter((tasks) => tasks.length > 0);
      if (watched.length > 0) figures.push(...figuresOf(`${to} watched`, watched));
    }
    return {
      line: "longtasks",
      title: "long tasks",
      how: `Chromium 1920 × 1080, ${DESKS} desks with two clients a second, ${runs} runs each, medians; every task of the page's main thread; what is opened fresh in a window that no program looks into`,
      events: desks.sent,
      figures,
    };
  } finally {
    desks.stop();
    await browser.close();
    await unwatched.stop();
  }
}
