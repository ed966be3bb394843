import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DAY_MS, formatDay } from "../../shared/time.ts";
import type { ArchivedEntry } from "../archive/archivedDay.ts";
import { ArchiveFolder } from "../archive/archiveFolder.ts";
import { dayEntries } from "../archive/entries.ts";
import { verifyArchive } from "../archive/verifyArchive.ts";
import { startTestRedis, type TestRedis } from "../testing/redis.ts";
import { type ArchiverParts, archivePartition } from "./archiver.ts";
import { packCheckpoint } from "./checkpoint.ts";
import { command, RedisNodes } from "./connection.ts";
import { checkpointKey, eventsKey } from "./keys.ts";
import { trimPartition } from "./trimmer.ts";

class Killed extends Error {}
const POINTS = ["writing", "before-sync", "before-check", "before-rename", "after-rename", "before-manifest"];

let redis: TestRedis;
let nodes: RedisNodes;
let path: string;
let folder: ArchiveFolder;
beforeEach(async () => {
  redis = await startTestRedis();
  nodes = new RedisNodes([redis.url]);
  path = mkdtempSync(join(tmpdir(), "archive-"));
  folder = new ArchiveFolder(path);
});
afterEach(async () => {
  await nodes.close();
  await redis.stop();
  rmSync(path, { recursive: true, force: true });
});

const today = Math.floor(Date.now() / DAY_MS);
const rest = async () => {};
const parts = (crash?: (point: string) => void): ArchiverParts => ({
  ...{ nodes, folder, rest },
  ...(crash === undefined ? {} : { crash }),
});
const eventText = (sequence: number) =>
  JSON.stringify({
    ...{ specversion: "1.0", id: `${sequence}`, source: "/offices/KZ-71-01/queue", sequence },
    ...{ type: "oss.office.heartbeat", time: "2026-11-01T10:00:00Z", data: {} },
  });

/** Adds entries on days before today, `perDay` a day, and today; one of them is no event. */
async function fill(days: number, perDay: number): Promise<ArchivedEntry[]> {
  const added: ArchivedEntry[] = [];
  for (let back = days; back >= 0; back -= 1)
    for (let at = 0; at < perDay; at += 1) {
      const id = `${(today - back) * DAY_MS + at}-${at % 3}`;
      added.push([id, at === 5 ? 'no {"event" ұ\n' : eventText(added.length + 1)]);
    }
  const at = await nodes.at(0);
  await Promise.all(added.map(([id, text]) => command(at, ["XADD", eventsKey(0), id, "event", text])));
  return added;
}
async function fold(id: string): Promise<void> {
  await command(await nodes.at(0), ["SET", checkpointKey(0), packCheckpoint({ id, entries: 1 })]);
}
async function archived(): Promise<ArchivedEntry[]> {
  const found: ArchivedEntry[] = [];
  for (const day of await folder.days(0)) for await (const slice of dayEntries(folder, day)) found.push(...slice);
  return found;
}
const length = async () => command<number>(await nodes.at(0), ["XLEN", eventsKey(0)]);

describe("the archive of a partition", () => {
  it("holds every entry of the days that are over, to the letter, one file a day", async () => {
    const added = await fill(9, 900);
    expect(await archivePartition(parts(), 0)).toHaveLength(9);
    expect(await archived()).toEqual(added.slice(0, 9 * 900));
    const found = await verifyArchive(folder);
    expect(found.faults).toEqual([]);
    expect(found.entries).toBe(9 * 900);
    expect(await archivePartition(parts(), 0)).toEqual([]);
  });

  it("nothing is trimmed that is not folded, and of what is folded only what lies longer than seven days", async () => {
    const added = await fill(9, 700);
    await archivePartition(parts(), 0);
    expect(await trimPartition(parts(), 0)).toEqual([]);
    await fold(added[800]?.[0] as string);
    expect(await trimPartition(parts(), 0)).toEqual([formatDay(today - 9)]);
    await fold(added.at(-1)?.[0] as string);
    expect(await trimPartition(parts(), 0)).toEqual([formatDay(today - 8)]);
    expect(await length()).toBe(8 * 700);
    expect(await archived()).toEqual(added.slice(0, 9 * 700));
  });

  it("a process that dies at any point leaves nothing half done: the next one goes on, and nothing is lost", async () => {
    const added = await fill(9, 450);
    await fold(added.at(-1)?.[0] as string);
    for (const at of POINTS) {
      const dies = (point: string) => {
        if (point === at) throw new Killed();
      };
      await expect(archivePartition(parts(dies), 0)).rejects.toThrow(Killed);
      expect(await folder.days(0)).toEqual([]);
    }
    for (const at of ["before-trim", "after-trim"]) {
      const dies = (point: string) => {
        if (point === at) throw new Killed();
      };
      await archivePartition(parts(), 0);
      await expect(trimPartition(parts(dies), 0)).rejects.toThrow(Killed);
    }
    await archivePartition(parts(), 0);
    await trimPartition(parts(), 0);
    expect(await length()).toBe(8 * 450);
    expect(await archived()).toEqual(added.slice(0, 9 * 450));
    expect(readdirSync(folder.folderOf(0)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect((await verifyArchive(folder)).faults).toEqual([]);
  });

  it("a damaged file is found, keeps its day in the stream, and is written anew from there", async () => {
    const added = await fill(8, 300);
    await fold(added.at(-1)?.[0] as string);
    await archivePartition(parts(), 0);
    const file = folder.fileOf(0, formatDay(today - 8));
    const bytes = readFileSync(file);
    bytes[200] = (bytes[200] as number) ^ 1;
    writeFileSync(file, bytes);
    expect((await verifyArchive(folder)).faults).not.toEqual([]);
    await trimPartition(parts(), 0);
    expect((await verifyArchive(folder)).faults).toEqual([]);
    expect(await archived()).toEqual(added.slice(0, 8 * 300));
  });

  it("a day that is taken out of the archive is missed", async () => {
    await fill(4, 50);
    await archivePartition(parts(), 0);
    rmSync(folder.fileOf(0, formatDay(today - 2)));
    rmSync(folder.fileOf(0, formatDay(today - 2)).replace("ndjson.gz", "json"));
    expect((await verifyArchive(folder)).faults).toHaveLength(1);
  });

  it("belongs to one folder: a process with another one leaves the partition alone", async () => {
    await fill(9, 10);
    await archivePartition(parts(), 0);
    const other = new ArchiveFolder(join(path, "other"));
    expect(await archivePartition({ nodes, folder: other, rest }, 0)).toEqual([]);
    expect(await trimPartition({ nodes, folder: other, rest }, 0)).toEqual([]);
  });
});
