import { readdirSync, truncateSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DICTIONARY } from "../../shared/dictionary.ts";
import { processIdentity } from "../redis/processIdentity.ts";
import { launchBrowser } from "../testing/browser.ts";
import { until } from "../testing/until.ts";
import { graveViolations } from "./accessibility.ts";
import { type BuiltCentre, READ_TOKEN, runToItsEnd, startBuilt } from "./builtCentre.ts";
import { applicationsOf, mondayClock, THAT_DAY } from "./officeEvents.ts";
import { type SlowReading, slowReading } from "./slowReading.ts";

const clock = mondayClock();
const accept = applicationsOf("KZ-71-01", clock.now);
const runs = (pid: number | null): boolean => pid !== null && processIdentity(pid) !== null;

let reading: SlowReading;
let browser: Browser;
let centre: BuiltCentre;
let page: Page;

const accepted = () =>
  page.getByRole("region", { name: DICTIONARY.accepted.names.en }).first().locator(".kpi__figure .figure");
const far = () => page.getByRole("progressbar").evaluate((bar) => (bar as HTMLProgressElement).value);

async function ask(path: string): Promise<{ status: number; retryAfter: string | null; type: string }> {
  const response = await fetch(centre.url + path, { headers: { Authorization: `Bearer ${READ_TOKEN}` } });
  const told = response.headers.get("content-type")?.includes("json") ? await response.json() : {};
  return { status: response.status, retryAfter: response.headers.get("retry-after"), type: String(told.type) };
}

/** A centre with five applications, whose Redis has much to read, slowly, and which is just being started again. */
beforeAll(async () => {
  reading = slowReading();
  browser = await launchBrowser();
  centre = await startBuilt("main", { DEMO: "1", CLOCK_OFFSET_MS: clock.CLOCK_OFFSET_MS, PATH: reading.path });
  await centre.post(accept(5));
  await until(async () => (await centre.statistics(THAT_DAY)).rows[0]?.accepted === 5);
  await reading.fill(centre.dataDir);
  await centre.kill("SIGTERM");
  reading.slow();
  await centre.begin();
});

afterAll(async () => {
  await browser?.close();
  await centre?.stop();
  reading?.remove();
});

test("it says where it is, in one line, while Redis still reads its data", () => {
  expect(centre.out).toBe(`Situational Centre: ${centre.url} (its stored data are still being read)\n`);
});

test("[W3] until they are read every question is answered with 503 and when to ask again; the process is alive, not ready", async () => {
  const notYet = { status: 503, retryAfter: "1", type: "urn:oss:problem:not-ready" };
  for (const path of [`/api/statistics?${THAT_DAY}`, "/api/me", "/api/dead-letters", "/metrics", "/socket.io/"])
    expect([path, await ask(path)]).toEqual([path, notYet]);
  expect(await ask("/readyz")).toMatchObject({ status: 503, type: "urn:oss:problem:not-ready" });
  expect(await ask("/healthz")).toMatchObject({ status: 200 });
});

test("[W3] an event is not taken in, and not lost: its sender is told to send it again", async () => {
  await expect(centre.post(accept(1))).rejects.toThrow("The door answered 503");
});

test("the page says how far it is, in every language and for everybody, and gets on", async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(`${centre.url}/?lang=kk`);
  await page.getByRole("heading", { name: "Деректер оқылуда" }).waitFor();
  await page.goto(`${centre.url}/office/KZ-71-01?lang=ru`);
  await page.getByRole("heading", { name: "Читаются данные" }).waitFor();
  await page.goto(`${centre.url}/?lang=en`);
  await page.getByRole("heading", { name: "Reading the data" }).waitFor();
  await page.evaluate(() => Object.assign(window, { neverReloaded: true }));
  const before = await far();
  expect(before).toBeLessThan(1);
  await expect.poll(far).toBeGreaterThan(before);
  expect(await graveViolations(page)).toEqual([]);
});

test("a stop meanwhile leaves no process and says nothing", async () => {
  const [server, redis] = [centre.pid, centre.redisPid()];
  expect(await centre.kill("SIGINT")).toBe(0);
  expect([runs(server), runs(redis)]).toEqual([false, false]);
  expect(centre.errors).toBe("");
  await centre.begin();
});

test("after kill -9 meanwhile the next start takes over the Redis that still reads", async () => {
  const redis = centre.redisPid();
  await centre.kill("SIGKILL");
  await centre.begin();
  expect(centre.redisPid()).toBe(redis);
  expect(centre.errors).toContain("Took over the Redis that an earlier server left running");
});

test("when they are read the wall comes by itself, with every figure, and goes on", async () => {
  await page.getByRole("heading", { name: "Reading the data" }).waitFor();
  await reading.quick(centre.dataDir);
  await expect.poll(() => accepted().innerText()).toBe("5");
  await expect.poll(() => page.locator(".live").getAttribute("data-state")).toBe("live");
  await centre.post(accept(2));
  await expect.poll(() => accepted().innerText()).toBe("7");
  expect(await page.evaluate(() => "neverReloaded" in window)).toBe(true);
});

test("data that Redis can not read are told with its own words, and nothing is left running", async () => {
  await centre.kill("SIGTERM");
  const folder = join(centre.dataDir, "redis", "appendonlydir");
  const base = readdirSync(folder).find((name) => name.endsWith(".base.rdb")) as string;
  truncateSync(join(folder, base), 1_000);
  const { code, out, errors } = await runToItsEnd("main", { PORT: `${centre.port}`, DATA_DIR: centre.dataDir });
  expect([code, out, centre.redisPid()]).toEqual([1, "", null]);
  expect(errors).toContain(`Redis did not start in ${join(centre.dataDir, "redis")}`);
});
