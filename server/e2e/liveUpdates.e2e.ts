import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../testing/browser.ts";
import { type BuiltCentre, startBuilt } from "./builtCentre.ts";
import { mondayClock } from "./officeEvents.ts";

const REGION = "KZ-71";
const OFFICE = `${REGION}-01`;
const SERVICES = ["passport", "identity-card", "birth-registration"];
const clock = mondayClock();
const sequences = new Map<string, number>();
/** Offices of which nothing was told yet: the first news of each are a new alert. */
const newcomers = [1, 2, 3, 4, 5].map((number) => `KZ-75-0${number}`);
let browser: Browser;
let centre: BuiltCentre;
let accepted = 0;

/** A fact of an office, so many minutes ago. */
function told(office: string, type: string, data: object, minutes = 0): object {
  const sequence = (sequences.get(office) ?? 0) + 1;
  sequences.set(office, sequence);
  const time = new Date(clock.now() - minutes * 60_000).toISOString();
  return {
    specversion: "1.0",
    id: `${office}-${sequence}`,
    source: `/offices/${office}/all`,
    sequence,
    type,
    time,
    data,
  };
}

/** Each of the desks accepts an application of every service, and somebody waits in the queue. */
function work(office: string, desks: number): object[] {
  return Array.from({ length: desks }, (_, at) => {
    accepted += 1;
    const operator = `${office}-${at + 1}`;
    const service = SERVICES[accepted % SERVICES.length];
    const application = { application: `N-${accepted}`, operator, service, authority: "migration-police" };
    return [
      told(office, "oss.operator.signed-in", { operator, desk: `${at + 1}`, role: "operator" }, 60),
      told(office, "oss.application.accepted", application),
      told(office, "oss.ticket.issued", { ticket: `T-${accepted}`, queue: "services" }, 55),
    ];
  }).flat();
}

/** A long wait is an alert at once, so that there is a list of them. */
async function alertAtOnce(): Promise<void> {
  const headers = { origin: centre.url, "content-type": "application/json" };
  const body = JSON.stringify({ account: "coordinator", password: "demo" });
  const session = await fetch(`${centre.url}/api/session`, { method: "POST", headers, body });
  const cookie = session.headers
    .getSetCookie()
    .map((each) => each.slice(0, each.indexOf(";")))
    .join("; ");
  const rule = { kind: "longest-wait", setting: { on: true, raise: 2, clear: 1, minutes: 0 } };
  const changed = await fetch(`${centre.url}/api/alert-rules`, {
    method: "PUT",
    headers: { ...headers, cookie },
    body: JSON.stringify(rule),
  });
  expect(changed.status).toBe(200);
}

beforeAll(async () => {
  browser = await launchBrowser();
  centre = await startBuilt("main", { DEMO: "1", CLOCK_OFFSET_MS: clock.CLOCK_OFFSET_MS });
  await alertAtOnce();
  await centre.post([...work(OFFICE, 20), ...work(`${REGION}-02`, 3)]);
});

afterAll(async () => {
  await browser?.close();
  await centre?.stop();
});

interface Look {
  readonly view: string;
  readonly path: string;
  /** Brings what is looked at onto the page. */
  readonly open?: (page: Page) => Promise<void>;
  /** The table that is sorted by its second column, where there is one. */
  readonly table?: string;
  /** What has the focus. */
  readonly focused: string;
  /** What tells that news have come. */
  readonly news: string;
}

const LOOKS: readonly Look[] = [
  {
    view: "region",
    path: `/region/${REGION}`,
    table: ".panel--table table",
    focused: ".panel--table tbody a",
    news: ".panel--table tbody",
  },
  {
    view: "office",
    path: `/office/${OFFICE}`,
    table: ".panel--table table",
    focused: ".panel--table thead button >> nth=3",
    news: ".panel--table tbody",
  },
  { view: "floor", path: `/office/${OFFICE}/floor`, focused: ".floorDesk a >> nth=8", news: ".panel--floor" },
  {
    view: "flow",
    path: `/office/${OFFICE}/flow`,
    open: async (page) => page.locator("button.flowCell").first().click(),
    table: ".panel--flowList table",
    focused: ".panel--flowList a.number >> nth=4",
    news: ".flowList__count",
  },
  { view: "alerts", path: "/alerts", focused: ".alerts a", news: ".panel--alerts" },
];

/** Columns, their order and what stands in the first cells: what the reader has chosen of a table. */
function orderOf(page: Page, table: string): Promise<readonly (string | null)[]> {
  return page
    .locator(table)
    .first()
    .locator("thead th")
    .evaluateAll((heads) => heads.map((head) => head.getAttribute("aria-sort")));
}

test.each(LOOKS)("$view: order, place and focus are the reader's when news come", async (look) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: "reduce" });
  await page.goto(`${centre.url}${look.path}?lang=en`);
  await look.open?.(page);
  const focused = page.locator(look.focused).first();
  await focused.waitFor();
  if (look.table !== undefined) await page.locator(`${look.table} thead button`).nth(1).click();
  const order = look.table === undefined ? [] : await orderOf(page, look.table);
  await focused.focus();
  await page.evaluate(() => {
    window.scrollBy(0, 40);
    Object.assign(document.activeElement ?? {}, { heldByTheTest: true });
  });
  const place = await page.evaluate(() => window.scrollY);
  const before = await page.locator(look.news).first().innerText();
  await centre.post([...work(OFFICE, 20), ...work(`${REGION}-02`, 3), ...work(newcomers.pop() as string, 2)]);
  await expect.poll(() => page.locator(look.news).first().innerText()).not.toBe(before);
  await page.waitForTimeout(500);
  const held = await page.evaluate(() => "heldByTheTest" in (document.activeElement ?? {}));
  expect({ held, place: await page.evaluate(() => window.scrollY) }).toEqual({ held: true, place });
  if (look.table !== undefined) expect(await orderOf(page, look.table)).toEqual(order);
  await page.close();
});
