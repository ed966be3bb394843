import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../testing/browser.ts";
import { graveViolations } from "./accessibility.ts";
import { type BuiltCentre, startBuilt } from "./builtCentre.ts";
import { type CuttableLine, cuttableLine } from "./cuttableLine.ts";
import { mondayClock } from "./officeEvents.ts";
import { layoutFaults } from "./screenFaults.ts";

const OFFICE = "KZ-71-01";
const clock = mondayClock();
let sequence = 0;

/** An event of the office's queue, now. */
function queueEvent(type: string, data: object): object {
  sequence += 1;
  const time = new Date(clock.now()).toISOString();
  const source = `/offices/${OFFICE}/queue`;
  return { specversion: "1.0", id: `${sequence}`, source, sequence, type: `oss.ticket.${type}`, time, data };
}
const issue = (ticket: string) => queueEvent("issued", { ticket, queue: "services" });
const call = (ticket: string, desk: string) => queueEvent("called", { ticket, operator: `${OFFICE}-0${desk}`, desk });
const close = (ticket: string, desk: string) =>
  queueEvent("closed", { ticket, operator: `${OFFICE}-0${desk}`, outcome: "served" });

let browser: Browser;
let centre: BuiltCentre;
let line: CuttableLine;
let hall: Page;
const problems: string[] = [];

const shownTicket = () => hall.locator(".hall__ticket").innerText();
const shownDesk = () => hall.locator(".hall__desk strong").innerText();
const listed = () => hall.locator(".hall__list li > span").allInnerTexts();
const figures = () => hall.locator(".hall__value").allInnerTexts();

beforeAll(async () => {
  browser = await launchBrowser();
  centre = await startBuilt("main", { DEMO: "1", CLOCK_OFFSET_MS: clock.CLOCK_OFFSET_MS });
  line = await cuttableLine(centre.port);
  hall = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  hall.on("pageerror", (error) => problems.push(error.message));
  await hall.goto(`${line.url}/hall/${OFFICE}`);
  await hall.locator(".hall[data-state='live']").waitFor();
});

afterAll(async () => {
  await browser?.close();
  await line?.close();
  await centre?.stop();
});

test("a called ticket is in the hall by itself, announced with its desk", async () => {
  await centre.post([issue("2026-11-23/A-001"), issue("2026-11-23/A-002"), issue("2026-11-23/A-003")]);
  await expect.poll(figures, { interval: 20 }).toEqual(expect.arrayContaining(["3"]));
  await centre.post([call("2026-11-23/A-001", "7")]);
  await expect.poll(shownTicket, { interval: 10 }).toBe("A-001");
  expect(await shownDesk()).toBe("7");
  expect(await hall.locator(".hall__last").getAttribute("data-announced")).toBe("true");
});

test("the calls before stay in the list, also when their tickets are served, and no operator is named", async () => {
  await centre.post([call("2026-11-23/A-002", "3"), close("2026-11-23/A-001", "7")]);
  await expect.poll(shownTicket, { interval: 10 }).toBe("A-002");
  expect(await listed()).toEqual(["A-001"]);
  expect(await hall.content()).not.toContain(`${OFFICE}-07`);
});

test("a screen whose line is cut says so over everything, keeps what it showed, and comes back by itself", async () => {
  await line.cut();
  await hall.locator(".hall__stale").waitFor();
  expect(await shownTicket()).toBe("A-002");
  await centre.post([call("2026-11-23/A-003", "5")]);
  await line.mend();
  await expect.poll(shownTicket, { interval: 20 }).toBe("A-003");
  await hall.locator(".hall__stale").waitFor({ state: "detached" });
  expect(await listed()).toEqual(["A-002", "A-001"]);
});

test("Kazakh and Russian take turns in the same place, and nothing moves", async () => {
  const place = () => hall.locator(".hall__list").boundingBox();
  const shown = () => hall.locator(".hall__list h2 [data-shown='true']").getAttribute("lang");
  const [language, before] = [await shown(), await place()];
  await expect.poll(shown, { interval: 100 }).not.toBe(language);
  const after = await place();
  expect([after?.width, after?.height]).toEqual([before?.width, before?.height]);
  expect(problems).toEqual([]);
});

const SCREENS = [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
  [1080, 1920],
  [390, 844],
] as const;

test.each(SCREENS)("on a screen of %i × %i nothing is cut and nothing scrolls", async (width, height) => {
  await hall.setViewportSize({ width, height });
  await expect.poll(() => layoutFaults(hall)).toEqual([]);
  expect(await hall.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
});

test.each(["dark", "light"])("in the %s nobody is shut out", async (theme) => {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${line.url}/hall/${OFFICE}?theme=${theme}`);
  await page.locator(".hall[data-state='live'] .hall__ticket").waitFor();
  expect(await graveViolations(page)).toEqual([]);
  await context.close();
});
