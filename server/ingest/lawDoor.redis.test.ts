import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CloudEvent } from "../../shared/events.ts";
import { indexReference } from "../../shared/referenceIndex.ts";
import type { StatisticsAnswer, StatisticsRow } from "../../shared/statistics.ts";
import { formatDay } from "../../shared/time.ts";
import type { Centre } from "../centre.ts";
import { readConfig } from "../config.ts";
import type { OfficeRules } from "../core/office.ts";
import { AT, unpackRow } from "../core/row.ts";
import { type Connection, command, connect } from "../redis/connection.ts";
import { partitionOf, rowsKey } from "../redis/keys.ts";
import { officeRules } from "../rules.ts";
import { arbitraryEvents } from "../testing/arbitraryEvents.ts";
import { startCentreOn } from "../testing/centreOn.ts";
import { type NaiveRow, naiveRows } from "../testing/naive.ts";
import { startTestRedis, type TestRedis } from "../testing/redis.ts";

const RUNS = Number(process.env.LAW_RUNS ?? 25);
const TOKEN = "a-token-for-every-office";
const READ = "a-token-to-read-everything";
const [FROM, TO] = ["2024-02-20", "2024-12-31"];

let redis: TestRedis;
let dataDir: string;
let centre: Centre;
let store: Connection;

beforeAll(async () => {
  redis = await startTestRedis();
  store = await connect(redis.url, "test");
  dataDir = mkdtempSync(join(tmpdir(), "law-door-"));
  const own = { PORT: "0", REDIS_URL: redis.url, DATA_DIR: dataDir };
  const config = readConfig({ ...own, INGEST_TOKEN: TOKEN, READ_TOKEN: READ });
  centre = await startCentreOn(config, redis.url);
});

afterAll(async () => {
  store.destroy();
  await centre.stop();
  await redis.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function post(events: readonly CloudEvent[], zipped: boolean): Promise<void> {
  const body = JSON.stringify(events.length === 1 ? events[0] : events);
  const answer = await fetch(`${centre.url}/api/events`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${TOKEN}`,
      "content-type": "application/cloudevents-batch+json",
      ...(zipped ? { "content-encoding": "gzip" } : {}),
    },
    body: zipped ? gzipSync(body) : body,
  });
  expect(answer.status, await answer.clone().text()).toBe(202);
  expect(await answer.json()).toEqual({ accepted: events.length, refused: [] });
}

async function ask(office: string, by: string): Promise<readonly StatisticsRow[]> {
  const address = `${centre.url}/api/statistics?from=${FROM}&to=${TO}&office=${office}&by=${by}`;
  const answer = await fetch(address, { headers: { authorization: `Bearer ${READ}` } });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as StatisticsAnswer).rows;
}

/** Waits until as many events of the office are counted as there are distinct ones. */
async function counted(office: string, events: number): Promise<void> {
  const p = partitionOf(office);
  for (let tries = 0; tries < 400; tries += 1) {
    const months = await Promise.all(
      ["2024-02", "2024-03"].map((month) => command<string[]>(store, ["HVALS", rowsKey(p, office, month, "office")])),
    );
    const sum = months.flat().reduce((all, packed) => all + (unpackRow(packed).counts[AT.events] as number), 0);
    if (sum === events) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${office} did not come to ${events} events`);
}

function exact({ counts, waiting, service, lead }: NaiveRow) {
  const mean = (of: readonly number[]) => (of.length === 0 ? null : of.reduce((a, b) => a + b, 0) / of.length / 1000);
  const count = (name: string) => counts[name] ?? 0;
  return {
    accepted: count("accepted"),
    rejected: count("rejected"),
    returned: count("returned"),
    due: count("due"),
    delayed: count("delayed"),
    ready: count("ready"),
    issued: count("issued"),
    open: count("open"),
    ratings: count("ratingsN"),
    leadTime: [lead.length, mean(lead)],
    waitingTime: [waiting.length, mean(waiting)],
    serviceTime: [service.length, mean(service)],
    signedIn: count("signedIn") / 1000,
    serving: count("serving") / 1000,
  };
}

function told(row: StatisticsRow) {
  const { accepted, rejected, returned, due, delayed, ready, issued, open, ratings, signedIn, serving } = row;
  const of = (which: "leadTime" | "waitingTime" | "serviceTime") => [row[which]?.n, row[which]?.mean];
  return {
    ...{ accepted, rejected, returned, due, delayed, ready, issued, open, ratings: ratings?.n },
    ...{ leadTime: of("leadTime"), waitingTime: of("waitingTime"), serviceTime: of("serviceTime"), signedIn, serving },
  };
}

const day = (key: string) => formatDay(Number(key.split("/")[0]));

describe("[L1] the law of the totals, by the whole road", () => {
  it("what is posted in any order, in any batches, with repetitions, is what the statistics say", async () => {
    const index = indexReference(centre.reference);
    const rules = officeRules(index);
    const offices = [...index.offices.values()].filter(({ zone }) => zone === "Asia/Almaty").map(({ id }) => id);
    let next = 0;
    const posting = arbitraryEvents("OFFICE", 60).chain((events) => {
      const twice = [...events, ...events];
      return fc.record({
        events: fc.constant(events),
        order: fc.shuffledSubarray(twice, { minLength: twice.length, maxLength: twice.length }),
        size: fc.integer({ min: 1, max: 30 }),
        zipped: fc.boolean(),
      });
    });
    await fc.assert(
      fc.asyncProperty(posting, async ({ events, order, size, zipped }) => {
        const office = offices[next] as string;
        next += 1;
        const named = (event: CloudEvent) =>
          ({ ...event, source: event.source.replace("OFFICE", office) }) as CloudEvent;
        for (let at = 0; at < order.length; at += size) await post(order.slice(at, at + size).map(named), zipped);
        await counted(office, events.length);
        const { zone, waitNorm, deadline, authorityOf } = rules(office) as OfficeRules;
        const naive = naiveRows(events.map(named), { zone, waitNorm, now: Date.now(), deadline, authorityOf });
        const expected = [...naive].filter(([key]) => !key.includes("/")).map(([key, row]) => [day(key), exact(row)]);
        const rows = (await ask(office, "day")).map((row) => [row.day, told(row)]);
        expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(expected));
        const byOperator = [...naive].filter(([key]) => /^\d+\/[^/]+$/.test(key));
        const people = (await ask(office, "day,operator")).map((row) => [`${row.day} ${row.operator}`, told(row)]);
        expect(Object.fromEntries(people)).toEqual(
          Object.fromEntries(byOperator.map(([key, row]) => [`${day(key)} ${key.split("/")[1]}`, exact(row)])),
        );
      }),
      { numRuns: Math.min(RUNS, offices.length) },
    );
  });
});
