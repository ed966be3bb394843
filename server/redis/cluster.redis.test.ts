import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CloudEvent, parseInstant } from "../../shared/events.ts";
import type { Office } from "../../shared/reference.ts";
import { indexReference, type ReferenceIndex } from "../../shared/referenceIndex.ts";
import { localDay } from "../../shared/time.ts";
import { findProgram } from "../boot/findProgram.mjs";
import { PROGRAMS } from "../boot/provideProgram.mjs";
import { PartitionManager } from "../ingest/partitionManager.ts";
import { loadReference } from "../reference.ts";
import { scriptRules } from "../testing/arbitraryScript.ts";
import { until } from "../testing/until.ts";
import { redisServes } from "./askRedis.ts";
import { type Connection, command, connect, RedisNodes } from "./connection.ts";
import { eventLog } from "./eventStream.ts";
import { freePort } from "./freePort.ts";
import { checkpointKey, eventsKey, partitionOf, slotOf } from "./keys.ts";
import { readStatistics } from "./statisticsReader.ts";
import { storeRead } from "./storeRead.ts";

const PARTITIONS = 16;
const NOW = Date.parse("2024-03-05T12:00:00Z");
const EVENTS = 300;
const folder = mkdtempSync(join(tmpdir(), "cluster-"));
const ended: (() => Promise<unknown>)[] = [];
let urls: string[] = [];
let nodes: RedisNodes;
let index: ReferenceIndex;

async function startMaster(program: string, at: number): Promise<{ readonly port: number; readonly bus: number }> {
  const port = await freePort();
  // a node of a Cluster listens on a second port, ten thousand above unless it is told
  const bus = await freePort();
  const args = ["--port", `${port}`, "--cluster-port", `${bus}`, "--bind", "127.0.0.1", "--dir", folder];
  const cluster = [
    "--cluster-enabled",
    "yes",
    "--cluster-config-file",
    `nodes-${at}.conf`,
    "--cluster-node-timeout",
    "1000",
  ];
  const child = spawn(program, [...args, ...cluster, "--save", "", "--appendonly", "no"], { stdio: "ignore" });
  const gone = once(child, "exit");
  ended.push(() => {
    child.kill("SIGKILL");
    return gone;
  });
  await redisServes(port, null, 20_000, () => child.exitCode !== null);
  return { port, bus };
}

beforeAll(async () => {
  const program = findProgram(PROGRAMS.redis.names) as string;
  const masters = await Promise.all([0, 1, 2].map((at) => startMaster(program, at)));
  urls = masters.map(({ port }) => `redis://127.0.0.1:${port}`);
  const admins = await Promise.all(urls.map((url) => connect(url, "admin")));
  await Promise.all(
    admins.map(async (admin, at) => {
      const bounds = [0, 5_461, 10_923, 16_384] as const;
      await command(admin, ["CLUSTER", "ADDSLOTSRANGE", `${bounds[at]}`, `${(bounds[at + 1] as number) - 1}`]);
      await command(admin, ["CLUSTER", "SET-CONFIG-EPOCH", `${at + 1}`]);
    }),
  );
  for (const { port, bus } of masters.slice(1))
    await command(admins[0] as Connection, ["CLUSTER", "MEET", "127.0.0.1", `${port}`, `${bus}`]);
  for (const admin of admins) {
    await until(async () => (await command<string>(admin, ["CLUSTER", "INFO"])).includes("cluster_state:ok"));
    admin.destroy();
  }
  nodes = new RedisNodes(urls);
  const reference = await loadReference("seeds");
  const pattern = reference.offices[0] as Office;
  const offices = ["KZ-71-01", "KZ-43-04", "KZ-23-02"].map((id): Office => ({ ...pattern, id, zone: "Asia/Almaty" }));
  index = indexReference({ ...reference, offices });
});
afterAll(async () => {
  await nodes.close();
  await Promise.all(ended.map((end) => end()));
  rmSync(folder, { recursive: true, force: true });
});

function served(office: string, at: number): CloudEvent[] {
  const source = `/offices/${office}/queue`;
  const ticket = `T-${at}`;
  const time = (second: number) =>
    new Date(Date.parse("2024-03-05T05:00:00Z") + (at * 60 + second) * 1000).toISOString();
  const event = (part: number, type: string, data: object) =>
    ({ specversion: "1.0", id: "x", source, sequence: at * 3 + part, type, time: time(part * 10), data }) as CloudEvent;
  return [
    event(1, "oss.ticket.issued", { ticket, queue: "services" }),
    event(2, "oss.ticket.called", { ticket, operator: "op-1" }),
    event(3, "oss.ticket.closed", { ticket, operator: "op-1", outcome: "served" }),
  ];
}

describe("a Redis Cluster of three masters", () => {
  it("holds every partition whole on one node, and the three nodes all hold some", async () => {
    const any = await nodes.at(0);
    for (let partition = 0; partition < PARTITIONS; partition += 1)
      expect(await command(any, ["CLUSTER", "KEYSLOT", eventsKey(partition)])).toBe(slotOf(checkpointKey(partition)));
    const used = await Promise.all(Array.from({ length: PARTITIONS }, (_, partition) => nodes.at(partition)));
    expect(new Set(used).size).toBe(3);
  });

  it("serves when every one of its nodes does, which is told of no longer then", async () => {
    expect(new Set(await nodes.all()).size).toBe(3);
    const told: unknown[] = [];
    await storeRead(nodes, (reading) => told.push(reading));
    expect(told).toEqual([]);
  });

  it("takes events in, folds them and answers as one Redis does", async () => {
    const offices = [...index.offices.keys()];
    expect(new Set(offices.map((office) => slotOf(eventsKey(partitionOf(office))))).size).toBe(3);
    const told = offices.flatMap((office) =>
      Array.from({ length: EVENTS / 3 }, (_, at) => served(office, at).map((event) => ({ office, event }))).flat(),
    );
    const clock = { now: () => NOW, offset: 0 };
    const manager = new PartitionManager({
      nodes,
      partitions: PARTITIONS,
      member: "one",
      clock,
      rules: scriptRules,
      report: () => {},
      failed: () => {},
    });
    await manager.start();
    expect(manager.owned).toHaveLength(PARTITIONS);
    const log = eventLog(nodes, PARTITIONS);
    await log.append(told.map(({ office, event }) => ({ office, json: JSON.stringify(event) })));
    await log.append(told.map(({ office, event }) => ({ office, json: JSON.stringify(event) })));
    const day = localDay(parseInstant("2024-03-05T05:00:00Z"), "Asia/Almaty");
    const query = { from: day, to: day, by: ["office"] as const, filter: {} };
    const ask = () => readStatistics({ nodes, partitions: PARTITIONS, index, clock }, query);
    await until(async () => (await ask()).rows.reduce((sum, row) => sum + (row.served ?? 0), 0) >= EVENTS);
    const answer = await ask();
    await manager.stop();
    expect(answer.coverage).toMatchObject({ expected: 3, reporting: 3, missingEvents: 0 });
    expect(answer.rows.map(({ office, served, waitingTime }) => [office, served, waitingTime?.mean])).toEqual(
      [...offices].sort().map((office) => [office, EVENTS / 3, 10]),
    );
  });
});
