import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../testing/browser.ts";
import { graveViolations } from "./accessibility.ts";
import { type BuiltCentre, startBuilt } from "./builtCentre.ts";
import { mondayClock } from "./officeEvents.ts";
import { focusOf, layoutFaults } from "./screenFaults.ts";

const OFFICE = "KZ-71-01";
let browser: Browser;
let centre: BuiltCentre;
const contexts = new Map<string, BrowserContext>();

/** The window of somebody who is signed in; one for each account. */
async function windowOf(account: string): Promise<BrowserContext> {
  const known = contexts.get(account);
  if (known !== undefined) return known;
  const context = await browser.newContext({ reducedMotion: "reduce" });
  contexts.set(account, context);
  const data = { account, password: "demo" };
  const answer = await context.request.post(`${centre.url}/api/session`, { data, headers: { origin: centre.url } });
  expect(answer.status()).toBe(200);
  return context;
}

async function open(account: string, path: string, width: number, height: number): Promise<Page> {
  const page = await (await windowOf(account)).newPage();
  await page.setViewportSize({ width, height });
  await page.goto(centre.url + path);
  return page;
}

beforeAll(async () => {
  const { CLOCK_OFFSET_MS } = mondayClock();
  [browser, centre] = await Promise.all([launchBrowser(), startBuilt("main", { DEMO: "1", CLOCK_OFFSET_MS })]);
});

afterAll(async () => {
  await browser?.close();
  await centre?.stop();
});

/** Who looks, where, and what stands there when the room is ready. */
const ROOMS = [
  ["coordinator", "/accounts", ".table tbody tr"],
  ["coordinator", "/audit", ".table tbody tr"],
  ["coordinator", "/alert-rules", ".rule"],
  ["coordinator", "/webhook", "form.webhook"],
  ["coordinator", `/office/${OFFICE}/floor`, ".target"],
  ["manager", `/office/${OFFICE}/floor`, ".setTarget"],
  ["operator", "/my", ".kpis--my"],
] as const;
const SIZES = [
  [390, 844, "kk", "dark"],
  [1280, 720, "ru", "light"],
] as const;

test.each(SIZES)("at %d × %d in %s, %s, no room is cut or shut to anybody", async (width, height, language, theme) => {
  for (const [account, path, ready] of ROOMS) {
    const page = await open(account, `${path}?lang=${language}&theme=${theme}`, width, height);
    await page.locator(ready).first().waitFor();
    await page.evaluate(() => document.fonts.ready);
    await expect.poll(() => layoutFaults(page), { message: `${account} ${path}` }).toEqual([]);
    expect(await graveViolations(page), `${account} ${path}`).toEqual([]);
    await page.close();
  }
});

test("a rule of alerts is changed by keyboard: what is wrong is named at its field, and what is right holds", async () => {
  const page = await open("coordinator", "/alert-rules?lang=en", 1280, 720);
  const rule = page.locator(".rule").filter({ has: page.getByRole("heading", { name: "Long wait" }) });
  await rule.getByRole("button", { name: /^Change/ }).press("Enter");
  const threshold = rule.getByRole("spinbutton").first();
  await threshold.focus();
  expect((await focusOf(page)).visible).toBe(true);
  await threshold.fill("");
  await threshold.press("Enter");
  await rule.getByRole("alert").waitFor();
  expect(await threshold.getAttribute("aria-invalid")).toBe("true");
  await threshold.fill("3");
  await threshold.press("Enter");
  await rule.locator("form").waitFor({ state: "detached" });
  expect(await rule.locator(".rule__says").innerText()).toContain("3");
  await page.locator(".changes li").first().waitFor();
  await page.close();
});

test("an address for alerts that can not be reached safely is refused in words", async () => {
  const page = await open("coordinator", "/webhook?lang=en", 1280, 720);
  await page.locator('input[type="url"]').fill("ftp://example.org");
  await page.locator('input[type="url"]').press("Enter");
  await page.locator(".trouble").waitFor();
  expect(await page.locator(".trouble").innerText()).not.toBe("");
  await page.close();
});

test("the keys are shown at a press, and closing gives the focus back", async () => {
  const page = await open("coordinator", "/audit?lang=en", 1280, 720);
  await page.locator(".table tbody tr").first().waitFor();
  await page.locator(".controls__icon").last().focus();
  const before = await focusOf(page);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  expect(await graveViolations(page)).toEqual([]);
  await dialog.getByRole("button").press("Enter");
  await dialog.waitFor({ state: "detached" });
  expect((await focusOf(page)).name).toBe(before.name);
  await page.locator('input[type="search"]').fill("nobody of this name");
  await page.locator(".empty").waitFor();
  await page.close();
});
