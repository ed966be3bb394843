import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StockListAnswer } from "../../shared/stock.ts";
import { launchBrowser } from "../testing/browser.ts";
import { graveViolations } from "./accessibility.ts";
import { type BuiltCentre, startBuilt } from "./builtCentre.ts";
import { layoutFaults } from "./screenFaults.ts";

const OFFICE = "KZ-71-01";
let browser: Browser;
let centre: BuiltCentre;
let page: Page;

beforeAll(async () => {
  [browser, centre] = await Promise.all([
    launchBrowser(),
    startBuilt("demo", { DEMO_HISTORY_DAYS: "2", DEMO_SCALE: "0.2" }),
  ]);
  page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: "reduce" });
});

afterAll(async () => {
  await browser?.close();
  await centre?.stop();
});

async function numberInHand(): Promise<string> {
  const ask = async () => {
    const response = await fetch(`${centre.url}/api/stock/list?office=${OFFICE}&limit=1`);
    return ((await response.json()) as StockListAnswer).items[0]?.application ?? null;
  };
  await expect.poll(ask).not.toBeNull();
  return (await ask()) as string;
}

test("a press on a cell of the map lists its applications, and a number leads to its way", async () => {
  await numberInHand();
  await page.goto(`${centre.url}/office/${OFFICE}/flow?lang=en&theme=dark`);
  await page.locator("button.flowCell").first().click();
  const list = page.locator(".panel--flowList");
  const number = list.locator("a.number").first();
  const text = await number.innerText();
  await number.click();
  await expect.poll(() => page.locator("h1").innerText()).toBe(`Application ${text}`);
  await page.locator(".way__step").first().waitFor();
  await expect.poll(() => layoutFaults(page)).toEqual([]);
  expect(await graveViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => layoutFaults(page)).toEqual([]);
});

test("a number that nobody has is answered with what to check", async () => {
  await page.goto(`${centre.url}/office/${OFFICE}/application/nobody-has-it?lang=en`);
  await expect.poll(() => page.locator(".message__title").innerText()).toBe("There is no such application");
});

test("the question of a recount fits a telephone and is shut to nobody", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${centre.url}/reconciliation?lang=kk&theme=light`);
  await page.locator(".recountQuestion .button--main").waitFor();
  await expect.poll(() => layoutFaults(page)).toEqual([]);
  expect(await graveViolations(page)).toEqual([]);
});

test("the tracker tells everybody the status of a number, on a telephone", async () => {
  const number = await numberInHand();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${centre.url}/track?lang=kk&office=${OFFICE}`);
  await page.locator(".track__form input").fill(number);
  await page.locator(".track__form .button").click();
  await page.locator(".track__told[data-status]").waitFor();
  await expect.poll(() => layoutFaults(page)).toEqual([]);
  await page.locator(".track__form input").fill("nobody-has-it");
  await page.locator(".track__form .button").click();
  await page.locator(".track__told:not([data-status])").waitFor();
});
