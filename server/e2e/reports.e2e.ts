import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Report } from "../../shared/report.ts";
import { launchBrowser } from "../testing/browser.ts";
import { MONTH_OFFICES, monthOf } from "../testing/monthOfEvents.ts";
import { until } from "../testing/until.ts";
import { graveViolations } from "./accessibility.ts";
import { type BuiltCentre, READ_TOKEN, startBuilt } from "./builtCentre.ts";

const MONTH = "2026-09";

let browser: Browser;
let centre: BuiltCentre;
let context: BrowserContext;
let page: Page;

const report = async (query = ""): Promise<Report> => {
  const headers = { Authorization: `Bearer ${READ_TOKEN}` };
  return (await fetch(`${centre.url}/api/reports/monthly/${MONTH}.json?${query}`, { headers })).json();
};

beforeAll(async () => {
  [browser, centre] = await Promise.all([launchBrowser(), startBuilt("main", { DEMO: "1", CLOSING_DAY: "0" })]);
  const told = MONTH_OFFICES.flatMap((office) => monthOf(office, MONTH, 5).events);
  await centre.post(told);
  await until(async () => (await report("version=0")).events?.received === told.length);
  context = await browser.newContext({ viewport: { width: 1280, height: 720 }, acceptDownloads: true });
  page = await context.newPage();
  const signedIn = await context.request.post(`${centre.url}/api/session`, {
    data: { account: "coordinator", password: "demo" },
    headers: { Origin: centre.url },
  });
  expect(signedIn.status()).toBe(200);
});
afterAll(async () => {
  await browser?.close();
  await centre?.stop();
});

test("a coordinator reads what a month lacks, closes it, and takes the closed file away", async () => {
  await page.goto(`${centre.url}/reports/${MONTH}?lang=ru&theme=light`);
  await page.getByRole("button", { name: "Закрыть месяц" }).click();
  const question = page.getByRole("dialog");
  await question.getByText("ЦОН, от которых за месяц ничего не пришло").waitFor();
  await question.getByRole("button", { name: "Закрыть месяц" }).click();
  await question.waitFor({ state: "detached", timeout: 60_000 });
  await page.locator(".reportHead .reportStatus[data-status='final']").waitFor();
  expect((await report()).version).toBe(1);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Скачать файл CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`report-${MONTH}-KZ-v1-ru.csv`);
});

test("the room is shut to nobody and fits its screens", async () => {
  for (const [width, height, theme] of [
    [390, 844, "light"],
    [1280, 720, "dark"],
    [3840, 2160, "light"],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(`${centre.url}/office/KZ-71-01/reports/${MONTH}?lang=kk&theme=${theme}`);
    await page.locator(".reportKpis").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    // the largest screen has the same parts and colours as the two before it
    if (width < 3840) expect(await graveViolations(page)).toEqual([]);
  }
});
