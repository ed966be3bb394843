import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PartitionManager } from "../../server/ingest/partitionManager.ts";
import type { Clock } from "../../server/ports.ts";
import { RedisNodes } from "../../server/redis/connection.ts";
import { eventLog } from "../../server/redis/eventStream.ts";
import { readStatistics } from "../../server/redis/statisticsReader.ts";
import { loadReference } from "../../server/reference.ts";
import { officeRules } from "../../server/rules.ts";
import { INGEST_TOKEN, NOW, startCentre } from "../../server/testing/centre.ts";
import { startTestRedis } from "../../server/testing/redis.ts";
import { until } from "../../server/testing/until.ts";
import { indexReference } from "../../shared/referenceIndex.ts";
import type { Dimension, StatisticsRow } from "../../shared/statistics.ts";
import { parseDay } from "../../shared/time.ts";
import { runCommand, type Said } from "./testing/command.ts";
import { withFile } from "./testing/eventsOf.ts";
import { expectRow } from "./testing/expectRow.ts";
import { expectedOf, hasReceipt, type LoggedCase, RECEIPT, readCases } from "./testing/receiptLog.ts";

const PARTITIONS = 16;

/** A whole centre with a Redis of its own: door, streams, consumers, figures. */
interface Pipeline {
  readonly url: string;
  readonly token: string;
  readonly redisUrl: string;
  /** Distinct events that the figures contain, those that came again, and dead letters. */
  readonly seen: { folded: number; duplicates: number; dead: number };
  /** Resolves when so many events were read from the streams. */
  consumed(events: number): Promise<void>;
  /** The rows of a question with office-local dates, both included. */
  rows(from: string, to: string, by: readonly Dimension[]): Promise<readonly StatisticsRow[]>;
  /** Numbers that are missing in the sources. */
  missing(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a centre with the reference data of a folder; its clock stands in November 2026. */
async function startPipeline(reference: string): Promise<Pipeline> {
  const redis = await startTestRedis();
  const index = indexReference(await loadReference(reference));
  const clock: Clock = { now: () => NOW, offset: NOW - Date.now() };
  const nodes = new RedisNodes([redis.url]);
  const seen = { folded: 0, duplicates: 0, dead: 0 };
  const failures: unknown[] = [];
  const manager = new PartitionManager({
    nodes,
    partitions: PARTITIONS,
    member: "test",
    clock,
    rules: officeRules(index),
    report: (_, { folded, duplicates, dead }) => {
      seen.folded += folded;
      seen.duplicates += duplicates;
      seen.dead += dead;
    },
    failed: (_, error) => failures.push(error),
  });
  await manager.start();
  const centre = await startCentre({
    eventLog: eventLog(nodes, PARTITIONS),
    places: { knownOffice: (id) => index.offices.has(id), knownRegion: (id) => index.regions.has(id) },
  });
  const ask = (from: string, to: string, by: readonly Dimension[]) =>
    readStatistics(
      { nodes, partitions: PARTITIONS, index, clock },
      { from: parseDay(from) ?? 0, to: parseDay(to) ?? 0, by, filter: {} },
    );
  return {
    url: centre.url,
    token: INGEST_TOKEN,
    redisUrl: redis.url,
    seen,
    async consumed(events) {
      await until(
        () => seen.folded + seen.duplicates + seen.dead >= events,
        () => `only ${JSON.stringify(seen)} of ${events} events were consumed; ${failures.join(", ")}`,
      );
    },
    rows: async (from, to, by) => (await ask(from, to, by)).rows,
    missing: async () => (await ask("2000-01-01", "2000-01-02", [])).coverage.missingEvents,
    async stop() {
      await centre.close();
      await manager.stop();
      await nodes.close();
      await redis.stop();
    },
  };
}

const OFFICES: Readonly<Record<string, string>> = {
  General: "NL-GEN",
  "Customer contact": "NL-CUS",
  Experts: "NL-EXP",
};
const FROM = "2010-09-01";
const TO = "2013-01-31";
const EVENTS = 4_046;

if (!hasReceipt) console.warn(`The real log is not at ${RECEIPT}: set REAL_LOGS to its folder to replay it.`);

describe.skipIf(!hasReceipt)("the real log of applications", () => {
  let pipeline: Pipeline;
  let first: Said;
  let cases: ReadonlyMap<string, LoggedCase>;

  beforeAll(async () => {
    cases = readCases();
    pipeline = await startPipeline("seeds/mappings/receipt/reference");
    first = await runCommand([RECEIPT, "--map", "receipt", "--url", pipeline.url], { INGEST_TOKEN: pipeline.token });
    await pipeline.consumed(EVENTS);
  });
  afterAll(() => pipeline?.stop());

  const equal = async (
    by: Parameters<Pipeline["rows"]>[2],
    keyOf: (of: LoggedCase, month: string) => string,
    keyOfRow: (row: StatisticsRow) => string,
  ) => {
    const wanted = expectedOf(cases, keyOf);
    const rows = new Map((await pipeline.rows(FROM, TO, by)).map((row) => [keyOfRow(row), row]));
    expect([...rows.keys()].sort()).toEqual([...wanted.keys()].sort());
    for (const [key, each] of wanted) expectRow(rows.get(key), each, key);
    return rows.size;
  };
  const allEqual = async () => {
    await equal(
      ["month"],
      (_, month) => month,
      ({ month = "" }) => month,
    );
    const offices = await equal(
      ["office"],
      ({ department }) => OFFICES[department] ?? "",
      ({ office = "" }) => office,
    );
    await equal(
      ["month", "office"],
      ({ department }, month) => `${month} ${OFFICES[department]}`,
      ({ month, office }) => `${month} ${office}`,
    );
    await equal(
      ["operator"],
      ({ department, responsible }) => `${OFFICES[department]} ${responsible}`,
      ({ office, operator }) => `${office} ${operator}`,
    );
    await equal(
      ["month", "operator"],
      ({ department, responsible }, month) => `${month} ${OFFICES[department]} ${responsible}`,
      ({ month, office, operator }) => `${month} ${office} ${operator}`,
    );
    expect(offices).toBe(3);
  };

  test("every event of the file is accepted, and the summary says so", () => {
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/rows read +8,577\ncases +1,434\nevents +4,046 /);
    expect(first.out).toMatch(/accepted +4,046\nrefused +0/);
    expect(pipeline.seen).toEqual({ folded: EVENTS, duplicates: 0, dead: 0 });
  });

  test("figures by month, office and operator are what the file says", async () => {
    expect(cases.size).toBe(1_434);
    expect(new Set([...cases.values()].map(({ responsible }) => responsible)).size).toBe(39);
    await allEqual();
    expect(await pipeline.missing()).toBe(0);
  });

  test("the same file again, by the door and by the streams, changes nothing", async () => {
    const again = await runCommand([RECEIPT, "--map", "receipt", "--url", pipeline.url, "--token", pipeline.token]);
    const inside = await runCommand([RECEIPT, "--map", "receipt"], { REDIS_URL: pipeline.redisUrl });
    expect([again.code, inside.code]).toEqual([0, 0]);
    await pipeline.consumed(3 * EVENTS);
    expect(pipeline.seen).toEqual({ folded: EVENTS, duplicates: 2 * EVENTS, dead: 0 });
    await allEqual();
  });
});

/** A queue's export as a spreadsheet writes it: with a byte order mark, CRLF, a comment of two lines. */
const TICKETS = [
  "\uFEFFoffice;queue;ticket;issued;called;closed;left;operator;desk;outcome;comment",
  "KZ-71-01;services;A-001;09.03.2026 09:00:00;09.03.2026 09:10:00;09.03.2026 09:25:00;;KZ-71-01-07;7;served;",
  'KZ-71-01;services;A-002;09.03.2026 09:01:00;09.03.2026 09:31:00;09.03.2026 09:36:00;;KZ-71-01-07;7;served;"two\r\nlines; ""quoted"""',
  "KZ-71-01;priority;A-003;09.03.2026 09:02:00;09.03.2026 09:37:00;09.03.2026 09:39:00;;KZ-71-01-08;8;no-show;",
  "KZ-71-01;banking;A-004;09.03.2026 09:03:00;;;09.03.2026 09:50:00;;;;",
  "KZ-71-01;services;A-001;10.03.2026 09:00:00;10.03.2026 09:05:00;;;KZ-71-01-07;7;;",
  "KZ-71-01;services;A-005;31.02.2026 09:00:00;;;;;;;",
  "KZ-99-99;services;A-001;09.03.2026 09:00:00;;;;;;;",
  "KZ-71-01;services;A-006",
  "KZ-71-01;services;A-007;09.03.2027 09:00:00;;;;;;;",
  "",
].join("\r\n");

describe("a queue's export", () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await startPipeline("seeds");
  });
  afterAll(() => pipeline?.stop());

  test("tickets with their times in the columns of one line become the queue's figures; what is wrong is told by line", async () => {
    await withFile("tickets.csv", TICKETS, async (file) => {
      const list = join(file, "..", "refused.csv");
      const args = [file, "--map", "tickets", "--url", pipeline.url, "--refused", list];
      const { code, out } = await runCommand(args, { INGEST_TOKEN: pipeline.token });
      expect(code).toBe(1);
      expect(out).toMatch(/rows read +9\ncases +—\nevents +15 /);
      expect(out).toMatch(/accepted +13\nrefused +4/);
      const refusals = readFileSync(list, "utf8").trimEnd().split("\n").slice(1).sort();
      expect(refusals).toEqual([
        expect.stringMatching(/^10,"",,"has 3 fields where the first line has 11; quote fields/),
        expect.stringMatching(/^11,"",oss\.ticket\.issued,"time: lies more than two minutes ahead/),
        expect.stringMatching(/^8,"issued",oss\.ticket\.issued,"is no date and time of the form/),
        expect.stringMatching(/^9,"",oss\.ticket\.issued,"source: the reference data has no office ""KZ-99-99""/),
      ]);
      await pipeline.consumed(13);
    });
    const [first, second] = await pipeline.rows("2026-03-09", "2026-03-10", ["day"]);
    expect(first).toMatchObject({ ticketsIssued: 4, called: 3, served: 2, noShow: 1, left: 1 });
    expect(first?.waitingTime).toMatchObject({ n: 3, mean: (600 + 1800 + 2100) / 3, withinNorm: 1 });
    expect(first?.serviceTime).toMatchObject({ n: 2, mean: (900 + 300) / 2 });
    expect(second).toMatchObject({ ticketsIssued: 1, called: 1, served: 0 });
    const operators = await pipeline.rows("2026-03-09", "2026-03-09", ["operator"]);
    expect(operators.map(({ operator, served, noShow }) => [operator, served, noShow])).toEqual([
      ["KZ-71-01-07", 2, 0],
      ["KZ-71-01-08", 0, 1],
    ]);
  });

  test("a check reads everything and sends nothing", async () => {
    await withFile("tickets.csv", TICKETS, async (file) => {
      const { code, out } = await runCommand([file, "--map", "tickets", "--check"]);
      expect(code).toBe(1);
      expect(out).toContain("only checked, nothing was sent");
      expect(out).toContain(`${file}, line 8, column "issued" (oss.ticket.issued): is no date and time`);
    });
  });

  test("a wrong token stops the import with the remedy", async () => {
    await withFile("tickets.csv", TICKETS, async (file) => {
      const args = [file, "--map", "tickets", "--url", pipeline.url, "--token", "wrong"];
      const { code, err } = await runCommand(args);
      expect(code).toBe(2);
      expect(err).toMatch(
        /answered 401: .*Give a token that may post for every office of the file, by INGEST_TOKEN or/s,
      );
    });
  });
});
