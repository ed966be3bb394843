import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../testing/browser.ts";
import { graveViolations } from "./accessibility.ts";
import { type BuiltCentre, startBuilt } from "./builtCentre.ts";
import { layoutFaults } from "./screenFaults.ts";

/** An office with few visitors of its own, and forty desks that the test tells of. */
const OFFICE = "KZ-10-02";
const DESKS = 40;
/** Where the accounts of the demonstration work. */
const DEMO_OFFICE = "KZ-71-01";

let browser: Browser;
let centre: BuiltCentre;
let now = 0;
const pages: BrowserContext[] = [];

/** A page in English of somebody who is signed in to the demonstration. */
async function signedIn(account: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  pages.push(context);
  const page = await context.newPage();
  await page.goto(`${centre.url}/healthz`);
  const status = await page.evaluate(async (name) => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ account: name, password: "demo" });
    return (await fetch("/api/session", { method: "POST", headers, body })).status;
  }, account);
  expect(status).toBeLessThan(300);
  return page;
}

/** Forty operators: each signed in, accepted a document for each ten desks, and stands in the middle of something. */
function events(): object[] {
  let sequence = 0;
  const at = (minutesAgo: number) => new Date(now - minutesAgo * 60_000).toISOString();
  const event = (type: string, minutesAgo: number, data: object) => {
    sequence += 1;
    const source = `/offices/${OFFICE}/test`;
    return { specversion: "1.0", id: `${sequence}`, source, sequence, type, time: at(minutesAgo), data };
  };
  return Array.from({ length: DESKS }, (_, index) => {
    const desk = `${index + 1}`;
    const operator = `${OFFICE}-T${desk}`;
    const ticket = `T-${desk}`;
    const told = [
      event("oss.operator.signed-in", 60, { operator, desk, role: "operator" }),
      event("oss.ticket.issued", 50, { ticket, queue: "services" }),
      event("oss.ticket.called", 40, { ticket, operator, desk }),
    ];
    for (let done = 0; done <= Math.floor(index / 10); done += 1)
      told.push(
        event("oss.application.accepted", 30 - done, {
          application: `T-${desk}-${done}`,
          operator,
          service: "passport",
          authority: "migration-police",
        }),
      );
    if (index % 4 === 0) told.push(event("oss.ticket.paused", 20, { ticket, reason: "payment" }));
    if (index % 4 === 1) told.push(event("oss.ticket.closed", 20, { ticket, operator, outcome: "served" }));
    if (index === 1) told.push(event("oss.operator.paused", 5, { operator, reason: "help" }));
    return told;
  }).flat();
}

beforeAll(async () => {
  [browser, centre] = await Promise.all([
    launchBrowser(),
    startBuilt("demo", { DEMO_HISTORY_DAYS: "0", DEMO_SCALE: "0.2" }),
  ]);
  const { asOf } = await centre.statistics("from=2026-11-23&to=2026-11-23");
  now = Date.parse(asOf);
  await centre.post(events());
});

afterAll(async () => {
  for (const context of pages) await context.close();
  await browser?.close();
  await centre?.stop();
});

test("a supervisor's morning: forty desks in the order of their numbers, with the figures of the statistics", async () => {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  pages.push(context);
  const page = await context.newPage();
  await page.goto(`${centre.url}/office/${OFFICE}/floor?lang=en`);
  const desks = page.locator(".floorDesks").first().locator(".floorDesk");
  await expect.poll(() => desks.count()).toBeGreaterThanOrEqual(DESKS);
  const of = (desk: number) => page.locator(".floorDesk", { has: page.getByText(`T-${desk}`, { exact: true }) });
  await expect.poll(() => of(1).getAttribute("data-state")).toBe("payment");
  expect(await of(3).getAttribute("data-state")).toBe("serving");
  expect(await page.locator('.floorDesk[data-state="help"]').count()).toBe(1);
  const day = new Date(now + 5 * 3_600_000).toISOString().slice(0, 10);
  const { rows } = await centre.statistics(`from=${day}&to=${day}&by=operator&office=${OFFICE}`);
  const accepted = rows.find(({ operator }) => operator === `${OFFICE}-T31`)?.accepted;
  expect(accepted).toBe(4);
  expect(await of(31).locator(".floorDesk__figures strong").first().textContent()).toBe(`${accepted}`);
  const numbers = await desks.locator(".floorDesk__number").allTextContents();
  const known = numbers.filter((number) => /^\d+$/.test(number)).map(Number);
  expect(known).toEqual([...known].sort((a, b) => a - b));
  await expect.poll(() => layoutFaults(page)).toEqual([]);
});

test("an operator calls for help and disputes a timing; the supervisor answers both", async () => {
  const [operator, supervisor] = [await signedIn("operator"), await signedIn("supervisor")];
  await supervisor.goto(`${centre.url}/office/${DEMO_OFFICE}/floor?lang=en`);
  await operator.goto(`${centre.url}/my?lang=en`);
  await operator.getByRole("button", { name: "Call for help" }).click();
  await supervisor.getByRole("button", { name: "On my way" }).click();
  await operator.getByText("on the way: ").first().waitFor();

  await operator.getByRole("button", { name: "This time is wrong" }).first().click();
  await operator.getByLabel("What is wrong?").selectOption("closed-too-late");
  await operator.getByRole("button", { name: "Send to the supervisor" }).click();
  await operator.getByText("marked inaccurate").last().waitFor();
  await expect.poll(() => operator.locator(".kpis--my").textContent()).toContain("1 of ");
  await supervisor.getByRole("button", { name: "Agree", exact: true }).click();
  await supervisor.getByText("Nothing waits for an answer").waitFor();
  await operator.reload();
  await operator.getByText("the supervisor agrees").waitFor();
  await operator.locator(".panel--looks li").first().waitFor();
});

test("a manager sets a target: it holds at once, and what was stays in the history", async () => {
  const manager = await signedIn("manager");
  await manager.goto(`${centre.url}/office/${DEMO_OFFICE}/floor?lang=en`);
  await manager.getByLabel("Number").fill("27");
  await manager.getByRole("button", { name: "Save" }).click();
  await expect.poll(() => manager.locator(".targets").textContent()).toContain("27 documents a day");
  expect(await manager.locator(".targets").textContent()).toContain("30 documents a day");
  await expect.poll(() => manager.locator(".floorDesk__figures").first().textContent()).toContain("27");
});

test("nobody sees another's day: an operator is refused, a supervisor of the office is not", async () => {
  const [operator, supervisor] = [await signedIn("operator"), await signedIn("supervisor")];
  const asks = (page: Page, path: string) => page.evaluate(async (url) => (await fetch(url)).status, path);
  const other = `/api/my-day?office=${DEMO_OFFICE}&operator=${DEMO_OFFICE}-02`;
  expect(await asks(operator, other)).toBe(403);
  expect(await asks(operator, `/api/floor?office=${DEMO_OFFICE}`)).toBe(403);
  expect(await asks(supervisor, other)).toBe(200);
  expect(await asks(supervisor, `/api/floor?office=${OFFICE}`)).toBe(403);
});

const SIZES = [
  [390, 844, "kk", "dark"],
  [1280, 720, "ru", "light"],
  [1920, 1080, "kk", "light"],
  [3840, 2160, "en", "dark"],
] as const;

test.each(SIZES)(
  "at %d × %d in %s, %s, nothing of floor and day is cut or shut to anybody",
  async (width, height, language, theme) => {
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce" });
    pages.push(context);
    const page = await context.newPage();
    const looks = `lang=${language}&theme=${theme}`;
    const day = `/my?office=${DEMO_OFFICE}&operator=${DEMO_OFFICE}-02&${looks}`;
    for (const path of [`/office/${DEMO_OFFICE}/floor?${looks}`, day]) {
      await page.goto(centre.url + path);
      await page.locator(".floorDesk, .myTimes tbody tr").first().waitFor();
      await page.evaluate(() => document.fonts.ready);
      await expect.poll(() => layoutFaults(page), { message: path }).toEqual([]);
      if (width > 1280) continue;
      expect(await graveViolations(page)).toEqual([]);
    }
  },
);
