import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { ReconciliationJob } from "../../shared/reconciliation.ts";
import { DAY_MS, formatDay } from "../../shared/time.ts";
import type { OfficeRules } from "../core/office.ts";
import { problemHandler } from "../http/problem.ts";
import { PartitionManager } from "../ingest/partitionManager.ts";
import { archivePartition } from "../redis/archiver.ts";
import { command, RedisNodes } from "../redis/connection.ts";
import { eventLog } from "../redis/eventStream.ts";
import { checkpointKey, eventsKey, rowsKey } from "../redis/keys.ts";
import { openStore } from "../redis/openStore.ts";
import { rowSnapshot } from "../redis/rowSnapshot.ts";
import { startTestRedis, type TestRedis } from "../testing/redis.ts";
import { until } from "../testing/until.ts";
import { ArchiveFolder } from "./archiveFolder.ts";
import { reconcile } from "./reconcile.ts";
import { reconciliationRouter } from "./reconciliationRouter.ts";
import { RecountJobs } from "./recountJobs.ts";
import { replayInto } from "./replay.ts";

const OFFICE = "KZ-71-01";
const zone = "Asia/Almaty";
const today = Math.floor(Date.now() / DAY_MS);
const clock = { now: () => Date.now(), offset: 0 };
const rules = (id: string): OfficeRules | null =>
  id !== OFFICE
    ? null
    : {
        ...{ id, zone, waitNorm: 900_000, authorityOf: () => "justice", knows: () => true },
        deadline: (_service, _variant, accepted) => accepted + DAY_MS,
      };

let redis: TestRedis;
let nodes: RedisNodes;
let path: string;
beforeEach(async () => {
  redis = await startTestRedis();
  nodes = new RedisNodes([redis.url]);
  path = mkdtempSync(join(tmpdir(), "archive-"));
});
afterEach(async () => {
  await nodes.close();
  await redis.stop();
  rmSync(path, { recursive: true, force: true });
});

/** A day of one ticket and one application, one number left out, and something that is no event. */
async function aDay(ago: number, from: number): Promise<void> {
  const at = await nodes.at(0);
  const [operator, ticket, application] = ["op-1", `T-${ago}`, `A-${ago}`];
  const told: [string, object][] = [
    ["oss.operator.signed-in", { operator }],
    ["oss.ticket.issued", { ticket, queue: "services" }],
    ["oss.ticket.called", { ticket, operator }],
    ["oss.application.accepted", { application, operator, service: "passport", authority: "justice" }],
    ["oss.ticket.closed", { ticket, operator, outcome: "served" }],
    ["oss.feedback.rated", { score: 5, operator }],
  ];
  for (const [place, [type, data]] of told.entries()) {
    const moment = (today - ago) * DAY_MS + place * 60_000;
    const source = `/offices/${OFFICE}/queue`;
    const event = {
      specversion: "1.0",
      id: "x",
      source,
      sequence: from + place,
      type,
      time: new Date(moment).toISOString(),
      data,
    };
    await command(at, ["XADD", eventsKey(0), `${moment}-1`, "event", JSON.stringify(event)]);
  }
}

async function fold(): Promise<void> {
  await openStore(nodes, 1);
  const failed = (_partition: number, error: unknown) => {
    throw error;
  };
  const manager = new PartitionManager({
    nodes,
    partitions: 1,
    member: "test",
    clock,
    rules,
    report: () => {},
    failed,
  });
  await manager.start();
  const at = await nodes.at(0);
  const [[last]] = await command<[[string]]>(at, ["XREVRANGE", eventsKey(0), "+", "-", "COUNT", "1"]);
  const checkpoint = () => command<string | null>(at, ["GET", checkpointKey(0)]);
  await until(async () => (await checkpoint())?.startsWith(last) ?? false);
  await manager.stop();
}

function partsOf(folder: ArchiveFolder) {
  return {
    ...{ source: { folder, streams: nodes }, clock, rules, partitionOf: () => 0 },
    snapshot: (partition: number, offices: readonly string[], from: number, to: number) =>
      rowSnapshot(nodes, partition, offices, from, to),
  };
}

async function aWeek(): Promise<ArchiveFolder> {
  for (const [at, ago] of [5, 4, 3, 2].entries()) await aDay(ago, 1 + at * 7);
  await fold();
  const folder = new ArchiveFolder(path);
  await archivePartition({ nodes, folder, rest: async () => {} }, 0);
  return folder;
}
const question = { from: today - 6, to: today - 1, offices: [OFFICE] };

it("a recount from the archive agrees with what is stored in every figure, and tells the holes", async () => {
  const found = await reconcile(partsOf(await aWeek()), question, async () => {});
  expect(found.differing).toEqual([]);
  expect(found.figures.every(({ difference }) => difference === 0)).toBe(true);
  const of = (name: string) => found.figures.find(({ figure }) => figure === name)?.recounted;
  expect([of("events"), of("accepted"), of("served"), of("due"), of("delayed"), of("serviceN"), of("service")]).toEqual(
    [24, 4, 4, 4, 4, 4, 480],
  );
  expect(found.events).toMatchObject({ distinct: 24, promised: 27, missing: 3, repeated: 0 });
  expect(found.holes).toEqual([{ office: OFFICE, producer: "queue", missing: 3, seen: "1-6,8-13,15-20,22-27" }]);
});

it("a stored row that is wrong is found, with its office", async () => {
  const folder = await aWeek();
  const key = rowsKey(0, OFFICE, formatDay(today - 4).slice(0, 7), "office");
  const at = await nodes.at(0);
  const packed = (await command<string>(at, ["HGET", key, `${today - 4}`])).split(",");
  packed[0] = "9";
  await command(at, ["HSET", key, `${today - 4}`, packed.join(",")]);
  const found = await reconcile(partsOf(folder), question, async () => {});
  expect(found.differing).toEqual([
    { office: OFFICE, figure: "accepted", unit: "count", stored: 12, recounted: 4, difference: 8 },
  ]);
});

it("replaying archived days into the streams changes nothing", async () => {
  const folder = await aWeek();
  const before = await rowSnapshot(nodes, 0, [OFFICE], today - 9, today);
  const sent = await replayInto(eventLog(nodes, 1), folder, { from: today - 9, to: today, office: OFFICE });
  expect(sent).toEqual({ sent: 24, left: 0 });
  await fold();
  expect((await rowSnapshot(nodes, 0, [OFFICE], today - 9, today)).rows).toEqual(before.rows);
});

it("a recount is asked for over and over until it is done, and can be ended", async () => {
  const parts = partsOf(await aWeek());
  let held: (() => void) | null = null;
  let hold = false;
  const jobs = new RecountJobs(async (asked, step) => {
    if (hold)
      await new Promise<void>((go) => {
        held = go;
      });
    return reconcile(parts, asked, step);
  });
  const places = {
    knownOffice: () => true,
    knownRegion: () => true,
    regionOf: () => "KZ-71",
    officesOf: () => [OFFICE],
  };
  const app = express();
  app.use(
    "/r",
    reconciliationRouter(jobs, places, () => (_request, _response, next) => next()),
  );
  app.use(problemHandler({ error: () => {} } as never));
  const server = app.listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const { port } = server.address() as { port: number };
  const url = `http://127.0.0.1:${port}/r?from=${formatDay(question.from)}&to=${formatDay(question.to)}`;
  const ask = async () => {
    const response = await fetch(url);
    return { status: response.status, job: (await response.json()) as ReconciliationJob };
  };
  let answer = await ask();
  while (answer.status === 202) answer = await ask();
  expect(answer).toMatchObject({ status: 200, job: { state: "done", progress: 1, problem: null } });
  expect((await fetch(`${url}&office=%20`)).status).toBe(400);
  hold = true;
  await fetch(url, { method: "DELETE" });
  expect((await ask()).status).toBe(202);
  await fetch(url, { method: "DELETE" });
  (held as (() => void) | null)?.();
  await jobs.stop();
  server.close();
});
