import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PROGRAMS, provideProgram } from "./provideProgram.mjs";

let work = "";
let bin = "";
const path = process.env.PATH;

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), "provide-program-"));
  bin = join(work, "bin");
  mkdirSync(bin);
  for (const name of ["sh", "mkdir", "touch", "cat", "chmod", "dirname", "env"])
    symlinkSync(`/bin/${name}`, join(bin, name));
  process.env.PATH = bin;
});

afterEach(() => {
  process.env.PATH = path;
  rmSync(work, { recursive: true, force: true });
});

/** Puts a script on the PATH that notes how it was called and then does `body`. */
function script(name: string, body: string): void {
  writeFileSync(join(bin, name), `#!/bin/sh\necho "${name} $*" >> "${work}/calls"\n${body}\n`);
  chmodSync(join(bin, name), 0o755);
}

const calls = (): string => (existsSync(join(work, "calls")) ? readFileSync(join(work, "calls"), "utf8") : "");
const provide = (root: boolean): Promise<string> =>
  provideProgram(PROGRAMS.redis, { folder: join(work, "programs"), say: () => {}, root });

/** apt and dpkg-deb as they behave without root when only redis-server and liblzf1 are not installed. */
function rootlessDebian(needsUpdate: boolean): void {
  script(
    "apt-get",
    `case "$*" in
      *update*) touch "${work}/updated";;
      *--simulate*) ${needsUpdate ? `test -e "${work}/updated" || exit 100;` : ""} echo "Inst liblzf1 (3.6)"; echo "Inst redis-server (7.0)";;
      *download*) touch liblzf1.deb redis-server.deb;;
      *) exit 100;;
    esac`,
  );
  script(
    "dpkg-deb",
    `mkdir -p "$3/usr/bin" "$3/usr/lib/x86_64-linux-gnu"
     printf '#!/bin/sh\\necho "$LD_LIBRARY_PATH" "$@"\\n' > "$3/usr/bin/redis-server"
     chmod 755 "$3/usr/bin/redis-server"`,
  );
}

test("a program on the PATH is taken as it is, Valkey before Redis", async () => {
  script("redis-server", "");
  script("apt-get", "");
  expect(await provide(true)).toBe(join(bin, "redis-server"));
  script("valkey-server", "");
  expect(await provide(true)).toBe(join(bin, "valkey-server"));
  expect(calls()).toBe("");
});

test("without root it is unpacked with the libraries it lacks, starts with them, and is found there again", async () => {
  rootlessDebian(false);
  const program = await provide(false);
  expect(calls()).toContain("download -qq redis-server liblzf1");
  expect(calls()).not.toContain("update");
  const said = spawnSync(program, ["--port", "1"], { encoding: "utf8" }).stdout;
  expect(said.trim()).toMatch(/programs\/redis-server\/usr\/lib\/x86_64-linux-gnu:.* --port 1$/);
  const before = calls();
  expect(await provide(false)).toBe(program);
  expect(calls()).toBe(before);
});

test("apt's lists are fetched when they do not know the package", async () => {
  rootlessDebian(true);
  expect(await provide(false)).toContain("redis-server");
  expect(calls()).toContain("update");
});

test("root in a container installs the package, after an update if it is not found at first", async () => {
  script(
    "apt-get",
    `case "$*" in
      update*) touch "${work}/updated";;
      *) test -e "${work}/updated" || exit 100
         printf '#!/bin/sh\\n' > "${bin}/redis-server"; chmod 755 "${bin}/redis-server";;
    esac`,
  );
  script("dpkg-deb", "exit 1");
  if (existsSync("/run/systemd/system")) return;
  expect(await provide(true)).toBe(join(bin, "redis-server"));
});

test("when nothing helps, one sentence names the command of this system and the way around it", async () => {
  script("apt-get", "exit 100");
  script("dpkg-deb", "exit 1");
  await expect(provide(false)).rejects.toThrow(
    'No valkey-server or redis-server was found and it could not be installed: run "sudo apt-get install redis-server", or set REDIS_URL to one that runs elsewhere.',
  );
  rmSync(join(bin, "apt-get"));
  script("dnf", "");
  await expect(provide(true)).rejects.toThrow('run "dnf install valkey"');
  rmSync(join(bin, "dnf"));
  await expect(provide(true)).rejects.toThrow("install a Redis server, or set REDIS_URL");
});
