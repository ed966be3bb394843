import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { indexReference } from "../../shared/referenceIndex.ts";
import { RedisNodes } from "../redis/connection.ts";
import { reportDeps } from "../redis/reportDeps.ts";
import { loadReference } from "../reference.ts";
import { MONTH_OFFICES, monthOf } from "../testing/monthOfEvents.ts";
import { startTestRedis, type TestRedis } from "../testing/redis.ts";
import { until } from "../testing/until.ts";
import { startWholeCentre, type WholeCentre } from "../testing/wholeCentre.ts";
import { closesOn, todayOf } from "./monthEnds.ts";
import { MonthlyReports } from "./monthlyReports.ts";
import { MonthQuestions } from "./monthQuestions.ts";
import { createRenderer } from "./renderer.ts";
import { reportCommand } from "./reportCommand.ts";
import { ReportFolder } from "./reportFolder.ts";
import { ReportSchedule } from "./schedule.ts";

let redis: TestRedis;
let centre: WholeCentre;
let nodes: RedisNodes;
/** The clock of the schedules: the fifth of October 2026. */
const now = Date.parse("2026-10-05T09:00:00+05:00");

beforeAll(async () => {
  redis = await startTestRedis();
  centre = await startWholeCentre(redis.url);
  nodes = new RedisNodes([redis.url]);
  let events = 0;
  for (const office of MONTH_OFFICES) {
    const told = monthOf(office, "2026-09", 10).events;
    events += told.length;
    await centre.post(told);
  }
  const report = () => centre.json<{ events: { received: number } }>("/api/reports/monthly/2026-09.json");
  await until(async () => (await report()).events.received === events);
});
afterAll(async () => {
  await nodes?.close();
  await centre?.stop();
  await redis?.stop();
});

/** A schedule as one process runs it, with a small country so that its files are few. */
async function schedule(at: number, closingDay = 5) {
  const reference = await loadReference("seeds");
  const offices = reference.offices.filter(({ id }) => (MONTH_OFFICES as readonly string[]).includes(id));
  const index = indexReference({ ...reference, offices });
  const clock = { now: () => at, offset: at - Date.now() };
  const deps = reportDeps({ nodes, partitions: 16, index, clock }, closingDay);
  const reports = new MonthlyReports(deps);
  const run = new ReportSchedule({
    reports,
    closings: deps.closings,
    folder: new ReportFolder(centre.dataDir),
    renderer: createRenderer(),
    index,
    today: () => todayOf(deps),
    closesOn: (month) => closesOn(deps, month),
    events: async (month) => (await new MonthQuestions(deps).readiness(month)).events,
    failed: (error) => {
      throw error;
    },
  });
  return { run, reports, index };
}

const folder = () => join(centre.dataDir, "reports", "2026-09", "v1");
const hashes = () =>
  Object.fromEntries(
    readdirSync(folder())
      .sort()
      .map((name) => [
        name,
        createHash("sha256")
          .update(readFileSync(join(folder(), name)))
          .digest("hex"),
      ]),
  );

test("the day before the closing day nothing closes, and with no closing day nothing ever does", async () => {
  for (const each of [await schedule(now - 86_400_000), await schedule(now, 0)]) {
    await each.run.look();
    await each.run.look();
    expect(await each.reports.versions("2026-09")).toEqual([]);
  }
});

test("on the closing day the month before closes once, whoever looks, and its files are written once", async () => {
  const [one, other] = [await schedule(now), await schedule(now)];
  await one.run.look();
  expect(await one.reports.versions("2026-09")).toEqual([]);
  await Promise.all([one.run.look(), other.run.look()]);
  await other.run.look();
  const versions = await other.reports.versions("2026-09");
  expect(versions.map(({ version, by }) => [version, by])).toEqual([[1, ""]]);
  const written = hashes();
  expect(Object.keys(written)).toContain("report-2026-09-KZ-v1-kk.pdf");
  expect(Object.keys(written)).toContain("report-2026-09-KZ-71-v1-ru.xlsx");
  expect(Object.keys(written).some((name) => name.endsWith(".part"))).toBe(false);
  expect(statSync(join(folder(), "report-2026-09-KZ-v1-kk.pdf")).mode & 0o222).toBe(0);
  const third = await schedule(now + 60_000);
  await third.run.look();
  expect(hashes()).toEqual(written);
});

test("the command writes the same file as lies in the folder, and says what is wrong", async () => {
  const { reports, index } = await schedule(now);
  const said: string[] = [];
  const parts = { reports, index, out: process.stdout, print: (line: string) => void said.push(line) };
  const out = join(centre.dataDir, "own.csv");
  expect(await reportCommand(["2026-09", "--format", "csv", "--language", "en", "--out", out], parts)).toBe(0);
  expect(readFileSync(out)).toEqual(readFileSync(join(folder(), "report-2026-09-KZ-v1-en.csv")));
  expect(said.join()).toContain("final, version 1");
  for (const wrong of [
    ["2026-13"],
    ["2026-09", "--office", "KZ-99-99"],
    ["2026-09", "--version", "7"],
    ["2026-09", "--fast"],
  ])
    expect(await reportCommand(wrong, parts)).toBe(2);
});
