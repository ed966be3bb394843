import { type Browser, chromium } from "playwright-core";
import { findProgram } from "../boot/findProgram.mjs";
import { PROGRAMS } from "../boot/provideProgram.mjs";

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
  const executablePath = findProgram(PROGRAMS.chromium.names);
  if (executablePath === null) throw new Error("No Chromium on the PATH: npm test installs it");
  return chromium.launch({ executablePath, headless: true, args: [...QUIET, ...args], timeout: 60_000 });
}
