import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../testing/browser.ts";
import { graveViolations } from "./accessibility.ts";
import { type BuiltCentre, startBuilt } from "./builtCentre.ts";
import { layoutFaults } from "./screenFaults.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const run = promisify(execFile);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe("a centre in real use", () => {
  let centre: BuiltCentre;
  let context: BrowserContext;
  let page: Page;

  /** What `npm run account` prints. */
  async function account(...words: readonly string[]): Promise<string> {
    const env = { ...process.env, DATA_DIR: centre.dataDir, NODE_ENV: "production" };
    const program = join(ROOT, "dist", "server", "account.js");
    return (await run(process.execPath, [program, ...words], { cwd: ROOT, env })).stdout;
  }
  const fill = async (fields: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, text] of Object.entries(fields)) await page.locator(`input[name="${name}"]`).fill(text);
    await page.keyboard.press("Enter");
  };
  const path = () => new URL(page.url()).pathname;

  beforeAll(async () => {
    centre = await startBuilt("main");
    context = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 1280, height: 720 } });
    page = await context.newPage();
  });
  afterAll(async () => {
    await context?.close();
    await centre?.stop();
  });

  test("says how the first account is made, and the command line makes it", async () => {
    await page.goto(`${centre.url}/region/KZ-71?lang=en&theme=dark`);
    await page.getByText("npm run account -- create").waitFor();
    expect(await graveViolations(page)).toEqual([]);
    const printed = await account("create", "--role", "coordinator", "--account", "aigul", "--name", "Aigul S.");
    const password = printed.trim().split("\n").at(-1) ?? "";
    expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);

    await fill({ account: "aigul", password: "wrong" });
    await page.getByRole("alert").filter({ hasText: "wrong" }).waitFor();
    await fill({ account: "aigul", password });
    await page.getByRole("heading", { name: "Choose a password of your own first" }).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await fill({ before: password, after: "kos qadam alga", again: "kos qadam alga" });
    await page.getByRole("link", { name: "To work" }).click();
    await page.locator('.screen--wall[data-waiting="false"]').waitFor();
    expect(path()).toBe("/");
  });

  test("a coordinator sees the country, sums of an office without its desks, and who did what", async () => {
    await page.goto(`${centre.url}/office/KZ-71-01?lang=en`);
    await page.locator('.screen--office[data-waiting="false"]').waitFor();
    expect(await page.locator(".panel--desks").count()).toBe(0);
    await page.getByRole("button", { name: "Sections" }).click();
    await page.getByRole("link", { name: "Who did what" }).click();
    await page.locator(".panel--table tbody tr").first().waitFor();
    expect(await page.locator(".panel--table tbody").innerText()).toContain("changed the own password");
    await expect.poll(() => layoutFaults(page)).toEqual([]);
    expect(await graveViolations(page)).toEqual([]);
  });

  test("makes an account whose password is shown once, and closes it", async () => {
    await page.goto(`${centre.url}/accounts?lang=en`);
    await page.locator('select[name="role"]').selectOption("manager");
    const form = page.locator("form").filter({ has: page.locator('select[name="role"]') });
    await form.locator("select").nth(1).selectOption("KZ-71");
    await form.locator("select").nth(2).selectOption("KZ-71-01");
    await form.locator('input[name="name"]').fill("Gulnar A.");
    await form.locator('input[name="account"]').fill("gulnar");
    await page.keyboard.press("Enter");
    await page.locator(".secret__text").waitFor();
    expect(await page.locator(".secret__text").innerText()).toMatch(/^([a-z2-9]{4}-){3}/);
    await page.getByRole("button", { name: "I have noted it" }).click();
    const row = page.locator("tbody tr").filter({ hasText: "gulnar" });
    await row.getByRole("button", { name: "Close" }).click();
    await row.getByText("closed").waitFor();
    for (const size of [
      { width: 390, height: 844 },
      { width: 1920, height: 1080 },
    ]) {
      await page.setViewportSize(size);
      await expect.poll(() => layoutFaults(page)).toEqual([]);
    }
    expect(await graveViolations(page)).toEqual([]);
  });

  test("signs out, and the page is the door again", async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(`${centre.url}/?lang=en`);
    await page.getByRole("button", { name: /^Who I am/ }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    const { status } = await context.request
      .get(`${centre.url}/api/me`)
      .then((answer) => ({ status: answer.status() }));
    expect(status).toBe(401);
  });
});

describe("the demonstration", () => {
  let centre: BuiltCentre;
  beforeAll(async () => {
    centre = await startBuilt("demo", { DEMO_HISTORY_DAYS: "1", DEMO_SCALE: "0.2" });
  });
  afterAll(() => centre?.stop());

  test.each([
    ["coordinator", "/"],
    ["office manager", "/office/KZ-71-01"],
    ["regional manager", "/region/KZ-71"],
    ["supervisor", "/office/KZ-71-01/floor"],
    ["operator", "/my"],
  ])("one click signs in as the %s and leads to the own room", async (role, home) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    await page.goto(`${centre.url}/sign-in?lang=en`);
    await page.getByRole("button", { name: role, exact: true }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe(home);
    await page.getByRole("button", { name: /^Who I am/ }).waitFor();
    await context.close();
  });
});
