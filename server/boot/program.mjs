import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuild } from "./build.mjs";
import { endWithParent } from "./endWithParent.mjs";
import { ensurePackages } from "./packages.mjs";
import { requireNode } from "./requireNode.mjs";
import { ROOT } from "./root.mjs";
import { giveUp } from "./say.mjs";

/** Errors whose message alone says what to do. */
const SPEAKING = ["FolderInUse", "ProgramMissing"];

/** Makes the project ready, whatever it lacks, and then runs the built program `name` in this very process. */
export async function runBuilt(name) {
  requireNode();
  endWithParent();
  await ensurePackages();
  if (!(await ensureBuild())) giveUp("The build failed for the reason above.");
  const bundle = join(ROOT, "dist", "server", `${name}.js`);
  if (!existsSync(bundle)) giveUp(`There is no program "${name}" in this version.`);
  process.env.NODE_ENV ??= "production";
  try {
    await import(pathToFileURL(bundle).href);
  } catch (error) {
    if (!SPEAKING.includes(error?.name)) throw error;
    giveUp(error.message);
  }
}
