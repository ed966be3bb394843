import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DAY_MS } from "../../shared/time.ts";
import type { ArchivedEntry } from "../archive/archivedDay.ts";
import { ArchiveFolder } from "../archive/archiveFolder.ts";
import { dayEntries } from "../archive/entries.ts";
import { verifyArchive } from "../archive/verifyArchive.ts";
import { startTestRedis, type TestRedis } from "../testing/redis.ts";
import { packCheckpoint } from "./checkpoint.ts";
import { command, RedisNodes } from "./connection.ts";
import { archivingKey, checkpointKey, eventsKey } from "./keys.ts";

const PARTITIONS = 2;
const DAYS = 9;
const PER_DAY = 2_500;
/** Killed this often, each time a little later after it began. */
const KILLS = 8;
const KILL_AFTER_MS = [15, 40, 90, 160, 250, 360] as const;

let redis: TestRedis;
let nodes: RedisNodes;
let folder: string;
beforeAll(async () => {
  redis = await startTestRedis();
  nodes = new RedisNodes([redis.url]);
  folder = mkdtempSync(join(tmpdir(), "archive-killed-"));
  const entry = join(import.meta.dirname, "..", "testing", "archiving", "program.ts");
  await build({
    configFile: false,
    root: join(import.meta.dirname, "..", ".."),
    logLevel: "error",
    build: { ssr: true, outDir: join(folder, "built"), target: "node20", rollupOptions: { input: { program: entry } } },
  });
  symlinkSync(join(import.meta.dirname, "..", "..", "node_modules"), join(folder, "node_modules"));
});
afterAll(async () => {
  await nodes?.close();
  await redis?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const path = () => join(folder, "archive");
const today = Math.floor(Date.now() / DAY_MS);

/** Starts the program in a process of its own; resolves when it begins to archive. */
async function begin(): Promise<{ readonly child: ChildProcess; readonly lines: AsyncIterator<string> }> {
  const program = ["program.js", "program.mjs"].map((name) => join(folder, "built", name)).find(existsSync) as string;
  const child = spawn(process.execPath, [program, redis.url, path(), `${PARTITIONS}`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe("begins");
  return { child, lines };
}

function eventText(partition: number, sequence: number): string {
  const source = `/offices/KZ-71-0${partition + 1}/queue`;
  return JSON.stringify({
    ...{ specversion: "1.0", id: `${sequence}`, source, sequence },
    ...{ type: "oss.office.heartbeat", time: "2026-11-01T10:00:00Z", data: {} },
  });
}

/** Entries of the days before today and of today, all of those before it folded. */
async function fill(partition: number): Promise<ArchivedEntry[]> {
  const at = await nodes.at(partition);
  const added: ArchivedEntry[] = [];
  for (let back = DAYS; back >= 0; back -= 1)
    for (let n = 0; n < PER_DAY; n += 1)
      added.push([`${(today - back) * DAY_MS + n}-0`, eventText(partition, added.length + 1)]);
  await Promise.all(added.map(([id, text]) => command(at, ["XADD", eventsKey(partition), id, "event", text])));
  await command(at, ["SET", checkpointKey(partition), packCheckpoint({ id: added.at(-1)?.[0] as string, entries: 1 })]);
  return added;
}

/** What is in the archive, and what is in the stream and not archived: everything there is, once. */
async function everything(partition: number): Promise<ArchivedEntry[]> {
  const archive = new ArchiveFolder(path());
  const found: ArchivedEntry[] = [];
  for (const day of await archive.days(partition))
    for await (const slice of dayEntries(archive, day)) found.push(...slice);
  const last = found.at(-1)?.[0] ?? "0-0";
  const args = ["XRANGE", eventsKey(partition), `(${last}`, "+"];
  const stream = await command<[string, [string, string]][]>(await nodes.at(partition), args);
  return [...found, ...stream.map(([id, [, text]]): ArchivedEntry => [id, text])];
}

const halfWritten = () =>
  existsSync(path()) && readdirSync(path(), { recursive: true }).some((name) => `${name}`.endsWith(".tmp"));

it("killed with kill -9 while it archives and trims, again and again, it loses nothing and holds nothing twice", async () => {
  const added = [await fill(0), await fill(1)];
  let inTheMiddle = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { child } = await begin();
    await sleep(KILL_AFTER_MS[kill % KILL_AFTER_MS.length] as number);
    const running = child.exitCode === null;
    child.kill("SIGKILL");
    if (running) await once(child, "exit");
    if (child.signalCode === "SIGKILL" && halfWritten()) inTheMiddle += 1;
    for (const [partition, all] of added.entries()) {
      expect(await everything(partition)).toEqual(all);
      // its lease runs out
      await command(await nodes.at(partition), ["DEL", archivingKey(partition)]);
    }
  }
  expect(inTheMiddle).toBeGreaterThan(1);

  const { child, lines } = await begin();
  const gone = once(child, "exit");
  expect((await lines.next()).value).toBe("done");
  await gone;
  const { faults, entries, holes } = await verifyArchive(new ArchiveFolder(path()));
  expect(faults).toEqual([]);
  expect(holes).toEqual([]);
  expect(entries).toBe(PARTITIONS * DAYS * PER_DAY);
  expect(halfWritten()).toBe(false);
  for (const [partition, all] of added.entries()) {
    expect(await everything(partition)).toEqual(all);
    expect(await command<number>(await nodes.at(partition), ["XLEN", eventsKey(partition)])).toBe(8 * PER_DAY);
  }
});
