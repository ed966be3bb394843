import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "redis";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type EmbeddedRedis, startEmbeddedRedis } from "./embedded.ts";
import { layingDown } from "./logRewriting.ts";
import { processEnds, processIdentity } from "./processIdentity.ts";

let dataDir = "";
let heard: string[] = [];
let open: EmbeddedRedis[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "embedded redis "));
  heard = [];
  open = [];
});

afterEach(async () => {
  for (const redis of open) await redis.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(patienceMs = 0): Promise<EmbeddedRedis> {
  const redis = await startEmbeddedRedis({
    dataDir,
    appendfsync: "always",
    log: (line) => heard.push(line),
    patienceMs,
  });
  open.push(redis);
  await redis.serves;
  return redis;
}

async function say(url: string, ...command: string[]): Promise<unknown> {
  const client = createClient({ url, socket: { reconnectStrategy: false } });
  client.on("error", () => {});
  await client.connect();
  try {
    return await client.sendCommand(command);
  } finally {
    client.destroy();
  }
}

/** A process that starts the embedded Redis and is then killed without a chance to end it. */
async function orphan(): Promise<{ pid: number; url: string; owner: number }> {
  const entry = join(import.meta.dirname, "embedded.ts");
  const script = `
    const { createServer } = await import("vite");
    const vite = await createServer({ configFile: false, logLevel: "silent", server: { middlewareMode: true, ws: false, watch: null } });
    const { startEmbeddedRedis } = await vite.ssrLoadModule(${JSON.stringify(entry)});
    const redis = await startEmbeddedRedis({ dataDir: ${JSON.stringify(dataDir)}, appendfsync: "always", log() {} });
    await redis.serves;
    process.stdout.write(JSON.stringify({ pid: redis.pid, url: redis.url }));
    setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [text] = await once(owner.stdout, "data");
  const redis: { pid: number; url: string } = JSON.parse(String(text));
  expect(await say(redis.url, "SET", "office", "KZ-71-01")).toBe("OK");
  owner.kill("SIGKILL");
  await once(owner, "exit");
  expect(processIdentity(redis.pid)).not.toBeNull();
  return { ...redis, owner: owner.pid ?? 0 };
}

test("what was written before a stop is there after the next start, and no process is left", async () => {
  const first = await start();
  await say(first.url, "SET", "office", "KZ-71-01");
  const { pid } = first;
  await first.stop();
  expect(processIdentity(pid)).toBeNull();
  const second = await start();
  expect(await say(second.url, "GET", "office")).toBe("KZ-71-01");
});

test("a Redis that dies is started again on the same address with its data", async () => {
  const redis = await start();
  await say(redis.url, "SET", "office", "KZ-71-01");
  const { pid } = redis;
  process.kill(pid, "SIGKILL");
  await expect.poll(() => say(redis.url, "GET", "office").catch(() => null)).toBe("KZ-71-01");
  expect(redis.pid).not.toBe(pid);
  expect(heard.join()).toContain("Redis ended unexpectedly");
});

test("a stop in the moment after a death leaves no process either", async () => {
  const redis = await start();
  process.kill(redis.pid, "SIGKILL");
  await new Promise((resolve) => setTimeout(resolve, 15));
  await redis.stop();
  expect(processIdentity(redis.pid)).toBeNull();
});

test("the Redis of a server that was killed is adopted with its data, and supervised", async () => {
  const left = await orphan();
  const redis = await start();
  expect(redis.pid).toBe(left.pid);
  expect(redis.url).toBe(left.url);
  expect(await say(redis.url, "GET", "office")).toBe("KZ-71-01");
  process.kill(left.pid, "SIGKILL");
  await expect.poll(() => say(redis.url, "GET", "office").catch(() => null)).toBe("KZ-71-01");
  expect(redis.pid).not.toBe(left.pid);
});

test("an orphan that no longer answers is replaced", async () => {
  const left = await orphan();
  process.kill(left.pid, "SIGSTOP");
  const ended = processEnds(left.pid, processIdentity(left.pid) ?? "", 30_000);
  const redis = await start();
  expect(await ended).toBe(true);
  expect(redis.pid).not.toBe(left.pid);
  expect(await say(redis.url, "GET", "office")).toBe("KZ-71-01");
});

test("a second owner of the same folder is refused with the process to stop, and the first is not disturbed", async () => {
  const redis = await start();
  await expect(start(100)).rejects.toThrow(
    `Process ${process.pid} already uses the data in ${join(dataDir, "redis")}: stop it first, or set DATA_DIR to another folder`,
  );
  expect(await say(redis.url, "PING")).toBe("PONG");
});

test("its log is rewritten seldom while history is laid down, and at once and often when that is done", async () => {
  const redis = await start();
  const often = async (): Promise<unknown> =>
    Object.values(Object(await say(redis.url, "CONFIG", "GET", "auto-aof-rewrite-percentage"))).at(-1);
  const bases = (): string[] =>
    readdirSync(join(dataDir, "redis", "appendonlydir")).filter((name) => name.includes(".base."));
  const before = bases();
  expect(await often()).toBe("25");
  await layingDown(redis.url, true);
  expect(await often()).toBe("100");
  expect(bases()).toEqual(before);
  await layingDown(redis.url, false);
  expect(await often()).toBe("25");
  await expect.poll(bases).not.toEqual(before);
});

test("it listens on the loopback address alone, answers only to its secret, evicts nothing and keeps every write", async () => {
  const redis = await start();
  const { port } = new URL(redis.url);
  await expect(say(`redis://127.0.0.1:${port}`, "GET", "office")).rejects.toThrow("NOAUTH");
  const setting = async (name: string): Promise<unknown> =>
    Object.values(Object(await say(redis.url, "CONFIG", "GET", name))).at(-1);
  expect(await setting("bind")).toBe("127.0.0.1");
  expect(await setting("maxmemory-policy")).toBe("noeviction");
  expect(await setting("appendonly")).toBe("yes");
  expect(await setting("appendfsync")).toBe("always");
});

test("only its owner may read the secret, the lock and the note about the process", async () => {
  const redis = await start();
  const folder = join(dataDir, "redis");
  for (const name of ["secret", "owner.lock", "process.json", "redis.log"]) {
    expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
  }
  expect(readFileSync(join(folder, "secret"), "utf8").trim()).toHaveLength(64);
  await redis.stop();
  expect(readdirSync(folder).sort()).toEqual(["appendonlydir", "redis.log", "secret"]);
});

test("it is outside the terminal's process group, so Ctrl-C reaches the server first", async () => {
  const redis = await start();
  const fields = readFileSync(`/proc/${redis.pid}/stat`, "latin1").split(") ")[1]?.split(" ") ?? [];
  expect(fields[2]).toBe(`${redis.pid}`);
});
