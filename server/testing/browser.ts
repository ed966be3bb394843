import { type Browser, chromium } from "playwright-core";
import { findProgram } from "../boot/findProgram.mjs";

/** The names under which distributions install Chromium. */
export const CHROMIUM_NAMES: readonly string[] = ["chromium", "chromium-browser", "google-chrome"];

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts the machine's own Chromium, headless and with an empty profile. The caller closes it; it also ends with
 * the process. `args` are further switches. Throws when the PATH holds no Chromium or it does not start in 60 s.
 */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? findProgram(CHROMIUM_NAMES);
  if (executablePath === null) throw new Error("No Chromium on the PATH: npm test installs it");
  return chromium.launch({ executablePath, headless: true, args: [...QUIET, ...args], timeout: 60_000 });
}
