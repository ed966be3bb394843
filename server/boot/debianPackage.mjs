import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Installs `name` with apt as root; refreshes apt's lists and tries again when it is not found. True when it is installed. */
export async function installPackage(name) {
  const install = ["install", "-y", "-qq", "--no-install-recommends", name];
  if ((await run("apt-get", install)).code === 0) return true;
  await run("apt-get", ["update", "-qq"]);
  return (await run("apt-get", install)).code === 0;
}

/**
 * Unpacks `name` and what it needs beyond the installed packages into `folder`, without root and without touching the
 * system, and writes folder/bin/<program>, which starts `inside` (a path within the package) with its own libraries.
 * True when it is ready.
 */
export async function unpackPackage({ name, program, inside, folder }) {
  const work = mkdtempSync(join(tmpdir(), "debian-package-"));
  const ownLists = [`Dir::State::lists=${work}/lists`, `Dir::Cache=${work}/cache`].flatMap((option) => ["-o", option]);
  try {
    mkdirSync(join(work, "lists", "partial"), { recursive: true });
    mkdirSync(join(work, "cache", "archives", "partial"), { recursive: true });
    let lists = ["-o", `Dir::Cache=${work}/cache`];
    let missing = await missingPackages(name, lists);
    if (missing === null || !(await download(missing, lists, work))) {
      lists = ownLists;
      await run("apt-get", [...lists, "update", "-qq"]);
      missing = await missingPackages(name, lists);
      if (missing === null || !(await download(missing, lists, work))) return false;
    }
    const target = join(folder, program);
    mkdirSync(target, { recursive: true });
    for (const file of readdirSync(work).filter((entry) => entry.endsWith(".deb"))) {
      if ((await run("dpkg-deb", ["-x", join(work, file), target])).code !== 0) return false;
    }
    writeStarter(join(folder, "bin", program), `${program}/${inside}`, `${program}`);
    return true;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The packages that an installation of `name` would add, `name` itself always among them; null when apt does not know it. */
async function missingPackages(name, lists) {
  const plan = await run("apt-get", [...lists, "install", "--simulate", "--no-install-recommends", name]);
  if (plan.code !== 0) return null;
  const added = [...plan.output.matchAll(/^Inst (\S+)/gm)].map((match) => match[1]);
  return [...new Set([name, ...added])];
}

async function download(packages, lists, folder) {
  return (await run("apt-get", [...lists, "download", "-qq", ...packages], folder)).code === 0;
}

function writeStarter(path, program, root) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    `#!/bin/sh
here=$(cd "$(dirname "$0")/.." && pwd)
lib="$here/${root}/usr/lib"
for folder in "$lib"/*-linux-*; do lib="$folder:$lib"; done
export LD_LIBRARY_PATH="$lib"
exec "$here/${program}" "$@"
`,
  );
  chmodSync(path, 0o755);
}

/** Runs a program without a shell and gathers what it says. A program that can not be started has the code -1. */
function run(program, args, cwd) {
  return new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C" };
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const gather = (chunk) => {
      output += chunk;
    };
    child.stdout.on("data", gather);
    child.stderr.on("data", gather);
    child.once("error", () => resolve({ code: -1, output }));
    child.once("close", (code) => resolve({ code: code ?? -1, output }));
  });
}
