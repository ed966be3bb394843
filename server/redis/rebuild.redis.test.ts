import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { CloudEvent } from "../../shared/events.ts";
import { DAY_MS } from "../../shared/time.ts";
import { ArchiveFolder } from "../archive/archiveFolder.ts";
import type { OfficeRules } from "../core/office.ts";
import { PartitionManager } from "../ingest/partitionManager.ts";
import { readStore } from "../testing/campaign/readRows.ts";
import { startTestRedis, type TestRedis } from "../testing/redis.ts";
import { archivePartition } from "./archiver.ts";
import { unpackCheckpoint } from "./checkpoint.ts";
import { command, connect, RedisNodes } from "./connection.ts";
import { checkpointKey, deadKey, eventsKey, ticketsKey } from "./keys.ts";
import { openStore } from "./openStore.ts";
import { rebuild } from "./rebuild.ts";
import { trimPartition } from "./trimmer.ts";

const OFFICE = "KZ-71-01";
const zone = "Asia/Almaty";
const today = Math.floor(Date.now() / DAY_MS);
const rules = (id: string): OfficeRules | null =>
  id === OFFICE
    ? {
        ...{ id, zone, waitNorm: 900_000, authorityOf: () => "justice", knows: () => true },
        deadline: (_service, _variant, accepted) => accepted + 3 * DAY_MS,
      }
    : null;
const clock = { now: () => Date.now(), offset: 0 };

let redis: TestRedis;
let second: TestRedis;
let nodes: RedisNodes;
let other: RedisNodes;
let path: string;
beforeEach(async () => {
  [redis, second] = await Promise.all([startTestRedis(), startTestRedis()]);
  nodes = new RedisNodes([redis.url]);
  other = new RedisNodes([second.url]);
  path = mkdtempSync(join(tmpdir(), "archive-"));
});
afterEach(async () => {
  await Promise.all([nodes.close(), other.close()]);
  await Promise.all([redis.stop(), second.stop()]);
  rmSync(path, { recursive: true, force: true });
});

let sequence = 0;
let place = 0;
/** An event that arrived so many days ago at the hour of its time. */
async function arrives(
  ago: number,
  type: CloudEvent["type"],
  data: Record<string, string>,
  minute = 0,
): Promise<string> {
  sequence += 1;
  place += 1;
  const moment = (today - ago) * DAY_MS + minute * (ago === 0 ? 1 : 60_000);
  const event = {
    ...{ specversion: "1.0", id: `${sequence}`, source: `/offices/${OFFICE}/queue`, sequence },
    ...{ type, time: new Date(moment).toISOString(), data },
  };
  const id = `${moment + 1}-${place}`;
  await command(await nodes.at(0), ["XADD", eventsKey(0), id, "event", JSON.stringify(event)]);
  return id;
}

async function aDay(ago: number): Promise<string> {
  const [ticket, application, operator] = [`T-${ago}`, `A-${ago}`, "op-1"];
  await arrives(ago, "oss.operator.signed-in", { operator });
  await arrives(ago, "oss.ticket.issued", { ticket, queue: "services" }, 1);
  await arrives(ago, "oss.ticket.called", { ticket, operator }, 6);
  await arrives(
    ago,
    "oss.application.accepted",
    { application, operator, service: "passport", authority: "justice" },
    9,
  );
  await arrives(ago, "oss.ticket.closed", { ticket, operator, outcome: "served" }, 12);
  await arrives(ago, "oss.application.ready", { application }, 20);
  return arrives(ago, "oss.operator.signed-out", { operator }, 30);
}

/** Runs the owner of the partition until the entry is folded and what is kept no longer is removed. */
async function run(until: string): Promise<void> {
  await openStore(nodes, 1);
  const manager = new PartitionManager({
    ...{ nodes, partitions: 1, member: "test", clock, rules },
    report: () => {},
    failed: (_partition, error) => {
      throw error;
    },
  });
  await manager.start();
  const at = await nodes.at(0);
  for (let tries = 0; ; tries += 1) {
    const folded = unpackCheckpoint(await command<string | null>(at, ["GET", checkpointKey(0)]));
    if (folded.id === until && (await command(at, ["HGET", "oss:{0}:archive", "swept"])) !== null) break;
    if (tries > 400) throw new Error("The partition is not folded");
    await new Promise((done) => setTimeout(done, 50));
  }
  await manager.stop();
}

const figure = async (at: RedisNodes) => {
  const connection = await connect((at === nodes ? redis : second).url, "reading");
  try {
    return await readStore(connection);
  } finally {
    connection.destroy();
  }
};
const onlyRows = (store: Map<string, string>) => new Map([...store].filter(([key]) => /:(rows|seen)/.test(key)));

it("an empty store is rebuilt from the archive and the running streams: the same rows, seen numbers and dead letters, also where records were removed and late events came", async () => {
  for (const ago of [130, 120, 9, 8, 3]) await aDay(ago);
  // about records that are kept no longer: they count for the office alone, in both stores
  await arrives(2, "oss.ticket.closed", { ticket: "T-130", operator: "op-2", outcome: "served" });
  await arrives(2, "oss.application.issued", { application: "A-120", operator: "op-2" }, 4);
  await command(await nodes.at(0), ["XADD", eventsKey(0), `${(today - 1) * DAY_MS}-7`, "event", "no event"]);
  const last = await aDay(0);
  await run(last);
  expect(await command(await nodes.at(0), ["HEXISTS", ticketsKey(0, OFFICE), "T-130"])).toBe(0);
  expect(await command(await nodes.at(0), ["HEXISTS", ticketsKey(0, OFFICE), "T-9"])).toBe(1);
  const parts = { nodes, folder: new ArchiveFolder(path), rest: async () => {} };
  expect(await archivePartition(parts, 0)).toHaveLength(7);
  expect(await trimPartition(parts, 0)).toHaveLength(4);
  const source = { folder: parts.folder, streams: nodes };
  const target = { source, target: other, partitions: 1, clock, rules, progress: () => {} };
  expect(await rebuild(target)).toBe(6 * 7 + 3);
  expect(onlyRows(await figure(other))).toEqual(onlyRows(await figure(nodes)));
  expect(await command(await other.at(0), ["XLEN", deadKey(0)])).toBe(1);
  expect(await command(await other.at(0), ["XLEN", eventsKey(0)])).toBe(
    await command(await nodes.at(0), ["XLEN", eventsKey(0)]),
  );
  await expect(rebuild(target)).rejects.toThrow("not empty");
});

it("an event about a record that was removed counts for its office alone, whenever it comes", async () => {
  await aDay(50);
  await run(await arrives(1, "oss.office.heartbeat", {}));
  await arrives(0, "oss.ticket.called", { ticket: "T-50", operator: "op-2" });
  await run(await arrives(0, "oss.ticket.closed", { ticket: "T-50", operator: "op-2", outcome: "served" }, 1));
  const rows = [...(await figure(nodes))].filter(([key]) => key.includes(":rows:"));
  expect(rows.filter(([key]) => key.includes(":operator:") && key.includes("op-2"))).toEqual([]);
  const of = rows.find(([key]) => key.includes(":rows:office:") && key.endsWith(` ${today}`))?.[1].split(/[,;]/) ?? [];
  expect(of.filter((value) => value === "1")).toHaveLength(2);
});
