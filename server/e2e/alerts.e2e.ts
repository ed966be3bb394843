import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../testing/browser.ts";
import { type BuiltCentre, startBuilt } from "./builtCentre.ts";
import { mondayClock } from "./officeEvents.ts";

const OFFICE = "KZ-71-01";
const clock = mondayClock();
let browser: Browser;
let centre: BuiltCentre;
let sequence = 0;

/** A fact of the office's queue, so many minutes ago. */
function told(type: string, data: object, minutes = 0): object {
  sequence += 1;
  const time = new Date(clock.now() - minutes * 60_000).toISOString();
  return { specversion: "1.0", id: `e-${sequence}`, source: `/offices/${OFFICE}/queue`, sequence, type, time, data };
}

async function cookieOf(account: string): Promise<string> {
  const response = await fetch(`${centre.url}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: centre.url },
    body: JSON.stringify({ account, password: "demo" }),
  });
  expect(response.status).toBe(200);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.slice(0, cookie.indexOf(";")))
    .join("; ");
}

/** A browser in which somebody is signed in. */
async function signedIn(account: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const cookies = (await cookieOf(account)).split("; ").map((cookie) => {
    const at = cookie.indexOf("=");
    return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: centre.url };
  });
  await context.addCookies(cookies);
  return context;
}

async function open(account: string, path: string): Promise<Page> {
  const page = await (await signedIn(account)).newPage();
  await page.goto(`${centre.url}${path}?lang=en`);
  return page;
}

beforeAll(async () => {
  browser = await launchBrowser();
  centre = await startBuilt("main", { DEMO: "1", CLOCK_OFFSET_MS: clock.CLOCK_OFFSET_MS });
  const cookie = await cookieOf("coordinator");
  const changed = await fetch(`${centre.url}/api/alert-rules`, {
    method: "PUT",
    headers: { cookie, origin: centre.url, "content-type": "application/json" },
    body: JSON.stringify({ kind: "longest-wait", setting: { on: true, raise: 2, clear: 1, minutes: 0 } }),
  });
  expect(changed.status).toBe(200);
  await centre.post([
    told("oss.ticket.issued", { ticket: "A-001", queue: "services" }, 50),
    told("oss.office.heartbeat", {}),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await centre?.stop();
});

test("a manager explains an alert by keyboard, the country's wall shows cause and until, and taking it back is one key", async () => {
  const wall = await open("coordinator", "/");
  await wall.getByText("waiting for").first().waitFor();
  expect(await wall.locator(".attention__note").count()).toBe(0);

  const list = await open("manager", `/alerts/${OFFICE}`);
  const explain = list.getByRole("button", { name: "Explain", exact: true });
  await explain.waitFor();
  await explain.press("Enter");
  const dialog = list.getByRole("dialog");
  await dialog.getByRole("button", { name: "Save" }).press("Enter");
  expect(await dialog.getByRole("alert").innerText()).toContain("Choose the cause");
  await dialog.getByLabel("Cause").selectOption("line-cut");
  await dialog.getByLabel("In your own words").fill("The provider repairs the cable.");
  await dialog.getByRole("button", { name: "1 hour" }).press("Enter");
  await dialog.getByRole("button", { name: "Save" }).press("Enter");
  await dialog.waitFor({ state: "hidden" });

  const note = wall.locator(".attention__note");
  await expect.poll(() => note.allInnerTexts()).toEqual([expect.stringMatching(/Line is cut · until \d\d:\d\d/)]);
  await expect
    .poll(() => list.locator(".alert__said").first().innerText())
    .toContain("The provider repairs the cable.");
  const office = await open("manager", `/office/${OFFICE}`);
  await expect.poll(() => office.locator(".officeAlerts").innerText()).toContain("Line is cut");

  await list.getByRole("button", { name: "Undo" }).press("Enter");
  await expect.poll(() => note.count()).toBe(0);
});

test("an alert is not raised again by a restart, and is over when nobody waits any more", async () => {
  const cookie = await cookieOf("coordinator");
  const alerts = async () => {
    const response = await fetch(`${centre.url}/api/alerts`, { headers: { cookie } });
    const { alerts: all } = (await response.json()) as { alerts: { id: string; cleared: string | null }[] };
    return all.filter(({ id }) => id.startsWith(`${OFFICE}~longest-wait`));
  };
  const before = await alerts();
  expect(before).toHaveLength(1);
  await centre.kill("SIGKILL");
  await centre.start();
  await centre.post([told("oss.office.heartbeat", {})]);
  await new Promise((done) => setTimeout(done, 12_000));
  expect((await alerts()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  await centre.post([told("oss.ticket.left", { ticket: "A-001" }), told("oss.office.heartbeat", {})]);
  await expect.poll(async () => (await alerts()).map(({ cleared }) => cleared !== null)).toEqual([true]);
});
