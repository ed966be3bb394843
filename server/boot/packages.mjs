import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./root.mjs";
import { runProgram } from "./runProgram.mjs";
import { giveUp, say } from "./say.mjs";

/** Installs the npm packages that the lock file names, unless they are there already. Ends with one sentence when npm can not. */
export async function ensurePackages() {
  if (packagesAreCurrent(ROOT)) return;
  say("Installing the npm packages");
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error", "--include=dev"];
  const npm = process.env.npm_execpath;
  const env = { ...process.env, NODE_ENV: "" };
  // npm goes on installing when it is asked to end; what it leaves is mended by the next run.
  const options = { cwd: ROOT, env, quiet: true, graceMs: 500 };
  const { code, output } = npm?.endsWith(".js")
    ? await runProgram(process.execPath, [npm, ...args], options)
    : await runProgram("npm", args, options);
  if (code === 0) return;
  process.stderr.write(output);
  giveUp(
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET/.test(output)
      ? "The npm packages could not be fetched: connect this machine to the network or to an npm mirror (npm config set registry <address>), then run the command again."
      : "npm ci failed for the reason above: mend it, then run the command again.",
  );
}

/** True when node_modules holds every package of the lock file in its version, those for other systems aside. */
export function packagesAreCurrent(root) {
  const installed = packagesOf(join(root, "node_modules", ".package-lock.json"));
  const wanted = packagesOf(join(root, "package-lock.json"));
  if (installed === null || wanted === null) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === "" || installed[path]?.version === version || (optional && !installed[path]),
  );
}

function packagesOf(path) {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages ?? null;
  } catch {
    return null;
  }
}
