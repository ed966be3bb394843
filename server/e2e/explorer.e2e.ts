import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DICTIONARY } from "../../shared/dictionary.ts";
import { launchBrowser } from "../testing/browser.ts";
import { graveViolations } from "./accessibility.ts";
import { type BuiltCentre, startBuilt } from "./builtCentre.ts";
import { applicationsOf, mondayClock, THAT_DAY } from "./officeEvents.ts";
import { layoutFaults } from "./screenFaults.ts";

const clock = mondayClock();
const ASTANA = "KZ-71-01";
const ALMATY = "KZ-75-01";

let browser: Browser;
let centre: BuiltCentre;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  centre = await startBuilt("main", { DEMO: "1", CLOCK_OFFSET_MS: clock.CLOCK_OFFSET_MS });
  await centre.post(applicationsOf(ASTANA, clock.now)(3));
  await centre.post(applicationsOf(ALMATY, clock.now)(5));
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  page = await context.newPage();
  await page.goto(`${centre.url}/explore?${THAT_DAY}&by=office&lang=en`);
});

afterAll(async () => {
  await browser?.close();
  await centre?.stop();
});

/** The first column and the first figure of every row as shown, the whole first. */
async function rows(): Promise<readonly string[]> {
  const shown = await page
    .locator(".explorerTable tr")
    .evaluateAll((all) =>
      all.map((row) => [row.querySelector("th")?.textContent, row.querySelector(".number")?.textContent].join(" ")),
    );
  return shown.slice(1);
}

test("what is asked in the address is what is shown, with the whole above", async () => {
  await expect.poll(async () => (await centre.statistics(THAT_DAY)).rows[0]?.accepted).toBe(8);
  await page.reload();
  await expect.poll(rows).toHaveLength(3);
  expect((await rows())[0]).toBe("Total 8");
  const { rows: stored } = await centre.statistics(`${THAT_DAY}&by=office`);
  expect(
    (await rows())
      .slice(1)
      .map((row) => Number(row.split(" ").at(-1)))
      .sort(),
  ).toEqual(stored.map(({ accepted }) => accepted).sort());
});

test("the order is chosen by keyboard and stands in the address: opened again, it is the same", async () => {
  const heading = page.getByRole("button", { name: DICTIONARY.accepted.names.en, exact: true });
  await heading.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.url()).toContain("sort=-accepted");
  await page.reload();
  await expect.poll(rows).toHaveLength(3);
  expect((await rows())[1]).toMatch(/ 5$/);
});

test("a number opens its meaning and the applications that it counts", async () => {
  await page.locator("tbody .number").first().press("Enter");
  const dialog = page.locator("dialog.numberDialog");
  await expect.poll(() => dialog.innerText()).toContain(DICTIONARY.accepted.definition.en);
  await expect.poll(() => dialog.locator("tbody tr").count()).toBe(5);
  await page.keyboard.press("Escape");
  await expect.poll(() => dialog.count()).toBe(0);
});

test("what is on the screen is what is exported", async () => {
  const href = await page.getByRole("link", { name: "CSV", exact: true }).getAttribute("href");
  const file = await page.request.get(`${centre.url}${href}`);
  expect(file.status()).toBe(200);
  const [head = "", ...records] = (await file.text()).trim().split("\r\n");
  const at = head.split(",").indexOf("accepted");
  expect(records.map((record) => record.split(",")[at]).sort()).toEqual(["3", "5"]);
});

test("every shape fits the screen, in three languages, and axe finds nothing serious", async () => {
  for (const [shape, language, width, height] of [
    ["table", "kk", 390, 844],
    ["bars", "ru", 1920, 1080],
    ["curve", "en", 1280, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    const by = shape === "curve" ? "day,office" : "office";
    await page.goto(`${centre.url}/explore?${THAT_DAY}&by=${by}&shape=${shape}&compare=previous&lang=${language}`);
    await page.waitForSelector(shape === "table" ? ".explorerTable tbody .number" : ".explorerChart svg");
    await expect.poll(() => layoutFaults(page), { message: `${shape} ${language}` }).toEqual([]);
    expect(await graveViolations(page), `${shape} ${language}`).toEqual([]);
  }
});
