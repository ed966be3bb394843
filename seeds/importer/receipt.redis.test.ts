import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StatisticsRow } from "../../shared/statistics.ts";
import { runCommand, type Said } from "./testing/command.ts";
import { type Pipeline, startPipeline } from "./testing/pipeline.ts";
import { type Expected, expectedOf, hasReceipt, type LoggedCase, RECEIPT, readCases } from "./testing/receiptLog.ts";

const OFFICES: Readonly<Record<string, string>> = {
  General: "NL-GEN",
  "Customer contact": "NL-CUS",
  Experts: "NL-EXP",
};
const FROM = "2010-09-01";
const TO = "2013-01-31";
const EVENTS = 4_046;

const nearestRank = (sorted: readonly number[], share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? null;

function expectWithin(actual: number | null | undefined, wanted: number | null, name: string): void {
  if (wanted === null) expect(actual, name).toBeNull();
  else expect(Math.abs((actual ?? Number.NaN) - wanted), name).toBeLessThanOrEqual(Math.abs(wanted) * 0.01 + 0.001);
}

function expectRow(row: StatisticsRow | undefined, wanted: Expected, key: string): void {
  const { accepted, due, delayed, ready, open, sent, sentSeconds, decided, decidedSeconds } = wanted;
  expect(row, key).toMatchObject({ accepted, due, delayed, ready, open });
  const lead = [...wanted.lead].sort((one, other) => one - other);
  const mean = lead.length === 0 ? null : lead.reduce((sum, each) => sum + each, 0) / lead.length;
  expect(row?.leadTime?.n, key).toBe(lead.length);
  if (mean === null) expect(row?.leadTime?.mean, key).toBeNull();
  else expect(row?.leadTime?.mean, key).toBeCloseTo(mean, 3);
  expectWithin(row?.leadTime?.p50, nearestRank(lead, 0.5), `${key} p50`);
  expectWithin(row?.leadTime?.p90, nearestRank(lead, 0.9), `${key} p90`);
  expectWithin(row?.leadTime?.max, lead.at(-1) ?? null, `${key} max`);
  expect(row?.frontOfficeTime?.acceptedToSent.n, key).toBe(sent);
  expect(row?.frontOfficeTime?.acceptedToSent.seconds, key).toBeCloseTo(sentSeconds, 2);
  expect(row?.backOfficeTime?.n, key).toBe(decided);
  expect(row?.backOfficeTime?.seconds, key).toBeCloseTo(decidedSeconds, 2);
}

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
