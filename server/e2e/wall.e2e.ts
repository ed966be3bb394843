import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DICTIONARY } from "../../shared/dictionary.ts";
import { median } from "../bench/quantile.ts";
import { launchBrowser } from "../testing/browser.ts";
import { type BuiltCentre, startBuilt } from "./builtCentre.ts";
import { type CuttableLine, cuttableLine } from "./cuttableLine.ts";
import { applicationsOf, mondayClock, THAT_DAY } from "./officeEvents.ts";

const SIZE = { width: 1920, height: 1080 };
const clock = mondayClock();
const accept = applicationsOf("KZ-71-01", clock.now);

let browser: Browser;
let centre: BuiltCentre;
let line: CuttableLine;
let page: Page;
const epochs: string[] = [];
const problems: string[] = [];

/** The wall as a screen shows it that nobody touches, with the figure of accepted applications. */
async function openWall(at: string): Promise<Page> {
  const opened = await browser.newPage({ viewport: SIZE });
  opened.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      const epoch = /"epoch":"([^"]+)"/.exec(String(payload))?.[1];
      if (epoch !== undefined && epochs.at(-1) !== epoch) epochs.push(epoch);
    }),
  );
  opened.on("pageerror", (error) => problems.push(error.message));
  await opened.goto(`${at}/?lang=en`);
  await opened.evaluate(() => Object.assign(window, { neverReloaded: true }));
  return opened;
}

const accepted = (on: Page) =>
  on.getByRole("region", { name: DICTIONARY.accepted.names.en }).first().locator(".kpi__figure .figure");

async function figureBecomes(figure: number, timeout = 30_000): Promise<void> {
  await expect.poll(() => accepted(page).innerText(), { timeout, interval: 20 }).toBe(`${figure}`);
}

async function wallIsLive(): Promise<void> {
  await expect.poll(() => page.locator(".live").getAttribute("data-state")).toBe("live");
}

async function storedAccepted(): Promise<number | null | undefined> {
  return (await centre.statistics(THAT_DAY)).rows[0]?.accepted;
}

async function secondsLost(): Promise<number> {
  const text = await page.locator(".lostBand__seconds").innerText();
  const [minutes, seconds] = /(\d+):(\d+)/.exec(text)?.slice(1).map(Number) ?? [0, -1];
  return (minutes ?? 0) * 60 + (seconds ?? -1);
}

beforeAll(async () => {
  browser = await launchBrowser();
  centre = await startBuilt("main", { DEMO: "1", CLOCK_OFFSET_MS: clock.CLOCK_OFFSET_MS });
  line = await cuttableLine(centre.port);
  page = await openWall(line.url);
});

afterAll(async () => {
  await browser?.close();
  await line?.close();
  await centre?.stop();
});

test("an event that is posted is on the wall by itself, and the wall and the statistics say the same", async () => {
  await centre.post(accept(1));
  await figureBecomes(1);
  await centre.post(accept(6));
  await figureBecomes(7);
  expect(await storedAccepted()).toBe(7);
  await wallIsLive();
});

test("events that come again change nothing on the wall", async () => {
  const event = accept(1);
  await centre.post(event);
  await figureBecomes(8);
  await centre.post([...event, ...event]);
  await centre.post(accept(1));
  await figureBecomes(9);
  expect(await storedAccepted()).toBe(9);
});

test("when the line is cut the wall says so, counts the seconds and keeps its figures as old ones", async () => {
  await line.cut();
  await page.locator(".lostBand").waitFor();
  const first = await secondsLost();
  await expect.poll(secondsLost, { interval: 50 }).toBeGreaterThanOrEqual(first + 2);
  await centre.post(accept(3));
  expect(await accepted(page).innerText()).toBe("9");
  expect(await page.locator(".live").getAttribute("data-state")).toBe("lost");
  const states = await page.locator(".panel").evaluateAll((panels) => panels.map((panel) => panel.dataset.state));
  expect(new Set(states)).toEqual(new Set(["lost"]));
  const ages = await page.locator(".panel .age__since").allInnerTexts();
  expect(ages).toHaveLength(states.length);
  expect(ages.filter((age) => !/^1\d:\d\d$/.test(age))).toEqual([]);
});

test("when the line stands again the wall shows what it missed, without loading itself anew", async () => {
  await line.mend();
  await figureBecomes(12);
  await page.locator(".lostBand").waitFor({ state: "detached" });
  await wallIsLive();
  expect(await page.evaluate(() => "neverReloaded" in window)).toBe(true);
  expect(await storedAccepted()).toBe(12);
});

test("a line that stands and carries nothing is not called live for longer than seconds", async () => {
  line.hush();
  await expect.poll(() => page.locator(".live").getAttribute("data-state")).toMatch(/^(stale|lost)$/);
  expect(await accepted(page).innerText()).toBe("12");
  await line.mend();
  await centre.post(accept(1));
  await figureBecomes(13);
});

test("after kill -9 of the server and a new start the wall comes back by itself, with a new epoch and right figures", async () => {
  const epochsBefore = new Set(epochs);
  await centre.kill("SIGKILL");
  await page.locator(".lostBand").waitFor();
  expect(await accepted(page).innerText()).toBe("13");
  await centre.start();
  await centre.post(accept(4));
  await figureBecomes(17);
  await page.locator(".lostBand").waitFor({ state: "detached" });
  await wallIsLive();
  expect(epochsBefore.has(epochs.at(-1) ?? "")).toBe(false);
  expect(await page.evaluate(() => "neverReloaded" in window)).toBe(true);
  expect(await storedAccepted()).toBe(17);
  expect(problems).toEqual([]);
});

test("the demonstration's wall changes by itself, again and again within five seconds", async () => {
  const demo = await startBuilt("demo", { DEMO_HISTORY_DAYS: "1", DEMO_SCALE: "0.1" });
  try {
    const wall = await openWall(demo.url);
    await expect.poll(() => accepted(wall).innerText(), { interval: 20 }).toMatch(/\d/);
    const figures = () => wall.locator(".kpi__figure").allInnerTexts();
    const gaps: number[] = [];
    for (let change = 0; change < 5; change += 1) {
      const [before, from] = [await figures(), performance.now()];
      await expect.poll(figures, { interval: 50 }).not.toEqual(before);
      gaps.push(performance.now() - from);
    }
    expect(median(gaps)).toBeLessThan(5000);
    await wall.close();
  } finally {
    await demo.stop();
  }
});
