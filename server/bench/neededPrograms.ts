import { delimiter, dirname, resolve } from "node:path";
import { PROGRAMS, provideProgram } from "../boot/provideProgram.mjs";
import type { LineName } from "./options.ts";

const IN_A_BROWSER: readonly LineName[] = ["screen", "client", "longtasks"];

/**
 * Puts the programs that the measurements need on the PATH, and gets those that this machine lacks: Redis for all of
 * them, Chromium for what is shown. Without Chromium these lines alone are missing. @throws when there is no Redis
 */
export async function provideNeeded(only: readonly LineName[], say: (line: string) => void): Promise<void> {
  const folder = resolve(process.env.DATA_DIR ?? ".data", "programs");
  const provide = async (program: typeof PROGRAMS.redis) => {
    const path = await provideProgram(program, { folder, say });
    process.env.PATH = `${process.env.PATH}${delimiter}${dirname(path)}`;
  };
  await provide(PROGRAMS.redis);
  if (only.some((line) => IN_A_BROWSER.includes(line)))
    await provide(PROGRAMS.chromium).catch((error: Error) => say(error.message));
}
