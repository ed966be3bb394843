import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { ensureBuild } from "./build.mjs";
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

for (const program of Object.values(PROGRAMS)) {
  try {
    const path = await provideProgram(program, { folder: PROGRAMS_FOLDER, say });
    process.env.PATH = `${process.env.PATH}${delimiter}${dirname(path)}`;
  } catch (error) {
    giveUp(error.message);
  }
}

const tool = (...path) => join(ROOT, "node_modules", ...path);
const node = (...args) => runProgram(process.execPath, args, { cwd: ROOT });
const chosen = process.argv.slice(2);
const broken = [];

if (chosen.length === 0) {
  say("Checking the types");
  if ((await node(tool("typescript", "bin", "tsc"), "--noEmit")).code !== 0) broken.push("the types");
  say("Checking style");
  if ((await node(tool("@biomejs", "biome", "bin", "biome"), "check", ".")).code !== 0) broken.push("the style");
}
if (!(await ensureBuild())) broken.push("the build");

const work = mkdtempSync(join(tmpdir(), "test-counts-"));
process.env.TEST_COUNTS = join(work, "counts.json");
const reporters = ["--reporter=default", `--reporter=${join(ROOT, "server", "boot", "countReporter.mjs")}`];
const { code } = await node(tool("vitest", "vitest.mjs"), "run", ...reporters, ...chosen);
const { passed, failed, skipped } = countsOf(process.env.TEST_COUNTS);
rmSync(work, { recursive: true, force: true });

if (broken.length > 0) say(`Not in order, see above: ${broken.join(" and ")}.`);
if (passed + failed === 0) say("No test ran.");
process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`);
process.exitCode = code !== 0 || failed > 0 || passed === 0 || broken.length > 0 ? 1 : 0;

function countsOf(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
