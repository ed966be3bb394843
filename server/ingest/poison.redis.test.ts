import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DAY_MS } from "../../shared/time.ts";
import { AT, type Counter } from "../core/row.ts";
import { Committer } from "../redis/committer.ts";
import { type Connection, command, connect } from "../redis/connection.ts";
import { streamReader } from "../redis/eventStream.ts";
import { checkpointKey, deadKey, dueKey, refusedKey } from "../redis/keys.ts";
import { PartitionStore } from "../redis/partitionStore.ts";
import { StreamTail } from "../redis/streamTail.ts";
import { scriptRules } from "../testing/arbitraryScript.ts";
import { readRows } from "../testing/campaign/readRows.ts";
import { startTestRedis, type TestRedis } from "../testing/redis.ts";
import { addEntries } from "../testing/scriptedPartition.ts";
import { until } from "../testing/until.ts";
import { PartitionConsumer } from "./partitionConsumer.ts";

const OFFICE = "KZ-71-01";
const NOW = Date.parse("2024-03-05T12:00:00Z");

let redis: TestRedis;
let admin: Connection;
beforeAll(async () => {
  redis = await startTestRedis();
  admin = await connect(redis.url, "admin");
});
beforeEach(async () => {
  await command(admin, ["FLUSHALL"]);
});
afterAll(async () => {
  admin.destroy();
  await redis.stop();
});

/** Consumes until `entries` entries are folded; rejects when the consumer fails or the checkpoint does not come. */
async function consume(entries: number, now = NOW): Promise<void> {
  const [writing, reading] = await Promise.all([
    connect(redis.url, "writing", "stay-broken"),
    connect(redis.url, "reading", "stay-broken"),
  ]);
  const store = new PartitionStore(0, new Committer(writing), "one");
  expect(await store.acquire()).toBe(true);
  const stop = new AbortController();
  const clock = { now: () => now, offset: 0 };
  const parts = {
    store,
    reader: streamReader(new StreamTail(reading), 0),
    clock,
    rules: scriptRules,
    report: () => {},
  };
  const life = new PartitionConsumer(parts).run(stop.signal);
  let checkpoint: string | null = null;
  const done = until(
    async () => {
      checkpoint = await command<string | null>(admin, ["GET", checkpointKey(0)]);
      return stop.signal.aborted || (checkpoint?.endsWith(`|${entries}`) ?? false);
    },
    () => `the checkpoint is ${checkpoint}`,
  );
  try {
    await Promise.race([done, life]);
    stop.abort();
    await life;
  } finally {
    stop.abort();
    await life.catch(() => undefined);
    writing.destroy();
    reading.destroy();
  }
}

let sequence = 0;
function event(type: string, time: string, data: object): string {
  sequence += 1;
  const source = `/offices/${OFFICE}/${type.slice(4, 8)}`;
  return JSON.stringify({ specversion: "1.0", id: "x", source, sequence, type, time, data });
}

async function total(counter: Counter): Promise<number> {
  const rows = (await readRows(admin)).get(OFFICE)?.rows ?? new Map();
  let sum = 0;
  for (const [key, row] of rows) if (!key.includes("/")) sum += row.counts[AT[counter]] as number;
  return sum;
}

describe("nothing in a stream stops its consumer", () => {
  it("120,000 entries of garbage are all dead letters, and the event after them counts", async () => {
    const garbage = Array.from({ length: 120_000 }, (_, at) => (at % 2 === 0 ? "" : `nonsense ${at}`));
    for (let from = 0; from < garbage.length; from += 10_000)
      await addEntries(admin, 0, garbage.slice(from, from + 10_000));
    await addEntries(admin, 0, [event("oss.office.heartbeat", "2024-03-05T08:00:00Z", {})]);
    await consume(garbage.length + 1);
    expect(await command(admin, ["XLEN", deadKey(0)])).toBe(garbage.length);
    expect(await command(admin, ["HGET", refusedKey(0), "|not-json"])).toBe(`${garbage.length}`);
    expect(await total("events")).toBe(1);
  });

  it("an entry of another shape is a dead letter: without the field, with more fields, of a megabyte", async () => {
    const good = event("oss.office.heartbeat", "2024-03-05T08:00:00Z", {});
    const add = (...fields: string[]) => command(admin, ["XADD", "oss:{0}:events", "*", ...fields]);
    await add("other", "x");
    await add("trace", "1", "event", good);
    await add("event", `${good.slice(0, -1)}${" ".repeat(1_000_000)}}`);
    await add("event", JSON.stringify({ deep: "[".repeat(60_000) }));
    await add("event", "[".repeat(60_000));
    await add("event", "\ud800\u0000");
    await consume(6);
    expect(await command(admin, ["XLEN", deadKey(0)])).toBe(5);
    expect(await total("events")).toBe(1);
  });

  it("an interval of a year is cut at every midnight; one that is longer comes from a wrong clock, is flagged and not counted", async () => {
    const pairs = (operator: string, from: string) => [
      event("oss.operator.signed-in", from, { operator }),
      event("oss.operator.signed-out", "2024-03-01T08:00:00Z", { operator }),
      event("oss.ticket.called", from, { ticket: operator, operator }),
      event("oss.ticket.closed", "2024-03-01T08:00:00Z", { ticket: operator, operator, outcome: "served" }),
    ];
    const starts = ["2023-03-01T08:00:00Z", "2023-02-28T07:59:59Z", "1970-01-01T00:00:00Z", "0001-01-01T00:00:00Z"];
    await addEntries(
      admin,
      0,
      starts.flatMap((from, at) => pairs(`op-${at}`, from)),
    );
    await consume(16);
    expect(await total("signedIn")).toBe(366 * DAY_MS);
    expect(await total("serving")).toBe(366 * DAY_MS);
    expect(await total("negative")).toBe(6);
  });

  it("events of the years 1 and 0 are folded like others", async () => {
    await addEntries(admin, 0, [
      event("oss.office.heartbeat", "0000-01-01T00:00:00Z", {}),
      event("oss.application.accepted", "0001-01-01T00:00:00+23:59", {
        application: "A-1",
        operator: "op-1",
        service: "passport",
        authority: "justice",
        due: "9999-12-31T23:59:60Z",
      }),
      event("oss.application.ready", "2024-03-05T08:00:00Z", { application: "A-1" }),
      event("oss.operator.signed-in", "0001-01-01T00:00:00Z", { operator: "op-1" }),
    ]);
    await consume(4);
    expect(await total("accepted")).toBe(1);
    expect(await total("ready")).toBe(1);
  });

  it("names of the language are names like others", async () => {
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"])
      await addEntries(admin, 0, [
        event("oss.ticket.called", "2024-03-05T08:00:00Z", { ticket: name, operator: name }),
        event("oss.ticket.closed", "2024-03-05T08:10:00Z", { ticket: name, operator: name, outcome: "served" }),
      ]);
    await addEntries(admin, 0, [
      JSON.stringify({ source: "/offices/__proto__/queue", type: "oss.office.heartbeat" }),
      event("oss.office.heartbeat", "2024-03-05T08:00:00Z", {}).replace(OFFICE, "constructor"),
    ]);
    await consume(10);
    expect(await total("served")).toBe(4);
    expect(await command(admin, ["HGETALL", refusedKey(0)])).toEqual(
      expect.arrayContaining(["constructor|unknown-office", "__proto__|schema"]),
    );
  });

  it("10,000 deadlines that are reached at once are swept in portions", async () => {
    const accepted = Array.from({ length: 10_000 }, (_, at) =>
      event("oss.application.accepted", "2024-03-01T08:00:00Z", {
        application: `A-${at}`,
        operator: "op-1",
        service: "passport",
        authority: "justice",
      }),
    );
    await addEntries(admin, 0, accepted);
    await consume(accepted.length, Date.parse("2024-03-01T09:00:00Z"));
    expect(await total("due")).toBe(0);
    await addEntries(admin, 0, [event("oss.office.heartbeat", "2024-03-05T08:00:00Z", {})]);
    const [writing, reading] = [await connect(redis.url, "writing"), await connect(redis.url, "reading")];
    const store = new PartitionStore(0, new Committer(writing), "one");
    await store.acquire();
    const stop = new AbortController();
    const clock = { now: () => NOW + DAY_MS, offset: 0 };
    const parts = {
      store,
      reader: streamReader(new StreamTail(reading), 0),
      clock,
      rules: scriptRules,
      report: () => {},
    };
    const life = new PartitionConsumer(parts).run(stop.signal);
    await until(async () => (await command(admin, ["ZCARD", dueKey(0)])) === 0);
    stop.abort();
    await life;
    writing.destroy();
    reading.destroy();
    expect(await total("due")).toBe(10_000);
    expect(await total("delayed")).toBe(10_000);
  });
});
