import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { endWithParent } from "./endWithParent.mjs";
import { ensurePackages } from "./packages.mjs";
import { PROGRAMS, provideProgram } from "./provideProgram.mjs";
import { requireNode } from "./requireNode.mjs";
import { PROGRAMS_FOLDER, ROOT } from "./root.mjs";
import { runProgram } from "./runProgram.mjs";
import { giveUp, say } from "./say.mjs";

requireNode();
endWithParent();
await ensurePackages();
try {
  const path = await provideProgram(PROGRAMS.redis, { folder: PROGRAMS_FOLDER, say });
  process.env.PATH = `${process.env.PATH}${delimiter}${dirname(path)}`;
} catch (error) {
  giveUp(error.message);
}
process.chdir(ROOT);
say("Building the campaign");
const vite = join(ROOT, "node_modules", "vite", "bin", "vite.js");
const config = join(ROOT, "server", "testing", "campaign", "vite.config.ts");
const { code } = await runProgram(process.execPath, [vite, "build", "--config", config], { cwd: ROOT });
if (code !== 0) giveUp("The build failed for the reason above.");
await import(pathToFileURL(join(ROOT, "dist", "campaign", "main.js")).href);
