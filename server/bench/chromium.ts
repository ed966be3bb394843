import type { Browser } from "playwright-core";
import { findProgram } from "../boot/findProgram.mjs";
import { PROGRAMS } from "../boot/provideProgram.mjs";

/** What every Chromium is started with. */
export const SWITCHES = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Where the machine's own Chromium is. @throws when there is none */
export function chromiumPath(): string {
  const path = findProgram(PROGRAMS.chromium.names);
  if (path === null) throw new Error("There is no Chromium on the PATH: `npm test` installs one");
  return path;
}

/** The package that drives the browser: loaded when a browser is measured, and no part of the bundle. */
const DRIVER = "playwright-core";

/** Starts the machine's own Chromium, headless and with an empty profile; null where there is none. */
export async function startChromium(): Promise<Browser | null> {
  const executablePath = findProgram(PROGRAMS.chromium.names);
  if (executablePath === null) return null;
  const { chromium } = (await import(/* @vite-ignore */ DRIVER)) as typeof import("playwright-core");
  return chromium.launch({ executablePath, headless: true, args: SWITCHES, timeout: 60_000 });
}
