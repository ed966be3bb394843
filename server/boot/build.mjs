import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./root.mjs";
import { runProgram } from "./runProgram.mjs";
import { say } from "./say.mjs";

const SOURCES = ["client", "server", "shared", "seeds", "vite.config.ts", "package-lock.json"];
const NOT_BUILT = /\.(test|e2e)\.tsx?$|^server\/(testing|e2e)\//;

/**
 * Builds the client and the server side into dist, at the same time, unless the sources are those of the last build.
 * False when a build failed; its output says why.
 */
export async function ensureBuild() {
  const current = stampOfSources(ROOT);
  const stamp = join(ROOT, "dist", ".stamp");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === current) return true;
  say("Building");
  rmSync(stamp, { force: true });
  const results = await Promise.all([build("--ssr"), build()]);
  const failed = results.filter(({ code }) => code !== 0);
  for (const { output } of failed) process.stderr.write(output);
  if (failed.length > 0) return false;
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  writeFileSync(stamp, current);
  return true;
}

function build(...args) {
  const vite = join(ROOT, "node_modules", "vite", "bin", "vite.js");
  const env = { ...process.env, NODE_ENV: "production" };
  return runProgram(process.execPath, [vite, "build", "--logLevel", "warn", ...args], { cwd: ROOT, env, quiet: true });
}

/** A short text that changes whenever a source of the build is added, removed or written; from names, sizes and times. */
export function stampOfSources(root) {
  const hash = createHash("sha256").update(process.versions.node);
  const walk = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (stat === undefined || NOT_BUILT.test(path)) return;
    if (stat.isDirectory()) for (const name of readdirSync(join(root, path)).sort()) walk(`${path}/${name}`);
    else hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
  };
  for (const path of SOURCES) walk(path);
  return hash.digest("hex");
}
