import type { Page } from "playwright-core";
import { startChromium } from "./chromium.ts";
import type { Shown } from "./delays.ts";

/** A real Chromium that shows the country. */
export interface Wall {
  readonly page: Page;
  /** Bodies of the scripts that the page has loaded until now. */
  scripts(): Promise<readonly Buffer[]>;
  stop(): Promise<void>;
}

/** Runs in the page: notes every value of the figure of accepted applications when its frame is painted. */
function watchAccepted(heading: string): number {
  const panel = [...document.querySelectorAll("section")].find(
    (section) => section.querySelector("h2 button")?.textContent?.trim() === heading,
  );
  const figure = panel?.querySelector(".kpi__figure .figure");
  if (panel === undefined || figure === null || figure === undefined)
    throw new Error(`No figure "${heading}" is shown`);
  const read = () => Number((panel.querySelector(".kpi__figure .figure")?.textContent ?? "").replace(/\D/g, ""));
  const shown: { value: number; at: number }[] = [];
  Object.assign(window, { benchShown: shown });
  const channel = new MessageChannel();
  let noted = read();
  channel.port1.onmessage = () => {
    const value = read();
    if (value === noted) return;
    noted = value;
    shown.push({ value, at: Date.now() });
  };
  new MutationObserver(() => requestAnimationFrame(() => channel.port2.postMessage(null))).observe(panel, {
    subtree: true,
    childList: true,
    characterData: true,
  });
  return noted;
}

/** Runs in the page: how long a change takes to be painted when nothing else has to be done, ms. */
async function paintTimes(count: number): Promise<number[]> {
  const mark = document.body.appendChild(document.createElement("i"));
  const channel = new MessageChannel();
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    await new Promise((resolve) => setTimeout(resolve, 7 + (at % 11)));
    const begun = performance.now();
    mark.textContent = `${at}`;
    await new Promise<void>((resolve) => {
      channel.port1.onmessage = () => resolve();
      requestAnimationFrame(() => channel.port2.postMessage(null));
    });
    times.push(performance.now() - begun);
  }
  mark.remove();
  return times;
}

/** Opens the country in a real Chromium of the size of a wall and waits until it is live. */
export async function openWall(url: string): Promise<Wall> {
  const browser = await startChromium();
  if (browser === null) throw new Error("There is no Chromium on the PATH: `npm test` installs one");
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    const loading: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") loading.push(response.body());
    });
    await page.goto(`${url}/?lang=en`, { waitUntil: "load" });
    await page.waitForSelector(".kpi__figure .figure", { timeout: 30_000 });
    await page.waitForFunction(() => /\d/.test(document.querySelector(".kpi__figure .figure")?.textContent ?? ""));
    return { page, scripts: () => Promise.all(loading), stop: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Begins to note the figure of accepted applications; the value that is shown now. */
export function beginToNote(page: Page, heading: string): Promise<number> {
  return page.evaluate(watchAccepted, heading);
}

/** What was noted. */
export function noted(page: Page): Promise<readonly Shown[]> {
  return page.evaluate(() => (window as unknown as { benchShown: Shown[] }).benchShown);
}

/** Milliseconds until a change of an otherwise idle page is painted. */
export function framesOf(page: Page, count: number): Promise<readonly number[]> {
  return page.evaluate(paintTimes, count);
}
