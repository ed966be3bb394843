import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { command, connect } from "../redis/connection.ts";
import { eventsKey, partitionOf } from "../redis/keys.ts";
import { loadReference } from "../reference.ts";
import { sheetsByLibreOffice } from "../testing/outsideProgram.ts";
import { parseCsv } from "../testing/parseCsv.ts";
import { startTestRedis } from "../testing/redis.ts";
import { READ_TOKEN, startBuilt } from "./builtCentre.ts";
import { applicationsOf, mondayClock, THAT_DAY } from "./officeEvents.ts";

/*
 * What the built product does in threads of its own: the sources alone do the same in one.
 */

const PARTITIONS = 16;
const OFFICES = (await loadReference("seeds")).offices.slice(0, 12).map(({ id }) => id);
const clock = mondayClock();

test("a backlog is worked off by two threads, and every event counts once", async () => {
  const redis = await startTestRedis();
  onTestFinished(() => redis.stop());
  const admin = await connect(redis.url, "admin");
  onTestFinished(() => admin.destroy());
  const each = 12_000;
  const stored = Date.now() - 20_000;
  for (const office of OFFICES) {
    const key = eventsKey(partitionOf(office, PARTITIONS));
    const events = applicationsOf(office, clock.now)(each);
    await Promise.all(events.map((one) => command(admin, ["XADD", key, `${stored}-*`, "event", JSON.stringify(one)])));
  }
  let committers = 0;
  const watch = setInterval(async () => {
    const clients = await command<string>(admin, ["CLIENT", "LIST"]).catch(() => "");
    committers = Math.max(committers, clients.split("name=oss-commit").length - 1);
  }, 20);
  onTestFinished(() => clearInterval(watch));
  const centre = await startBuilt("main", { CLOCK_OFFSET_MS: clock.CLOCK_OFFSET_MS, REDIS_URL: redis.url });
  onTestFinished(() => centre.stop());
  const accepted = async () => (await centre.statistics(THAT_DAY)).rows[0]?.accepted;
  await expect.poll(accepted, { timeout: 60_000 }).toBe(OFFICES.length * each);
  // with three cores one thread of its own has all of it
  expect(committers).toBe(availableParallelism() === 3 ? 1 : 2);
});

test("a long workbook, written in a thread, holds row by row what the statistics answer", async () => {
  expect(existsSync("dist/server/workbookThread.js")).toBe(true);
  const centre = await startBuilt("main", { CLOCK_OFFSET_MS: clock.CLOCK_OFFSET_MS });
  onTestFinished(() => centre.stop());
  for (const [at, office] of OFFICES.entries()) await centre.post(applicationsOf(office, clock.now)(3 + at));
  const total = OFFICES.reduce((sum, _, at) => sum + 3 + at, 0);
  await expect.poll(async () => (await centre.statistics(THAT_DAY)).rows[0]?.accepted).toBe(total);
  const question = `${THAT_DAY}&by=operator,service`;
  const { rows } = await centre.statistics(question);
  const answer = await fetch(`${centre.url}/api/statistics.xlsx?${question}&language=en`, {
    headers: { Authorization: `Bearer ${READ_TOKEN}` },
  });
  expect(answer.status).toBe(200);
  const sheets = sheetsByLibreOffice(new Uint8Array(await answer.arrayBuffer()));
  const [head, ...lines] = parseCsv(
    [...sheets.values()].find((text) => text.includes(`${OFFICES[0]}-01`))?.replaceAll("\n", "\r\n") ?? "",
  );
  const column = (head ?? []).findIndex((name) => /^Accepted\b/.test(name));
  expect(rows).toHaveLength(OFFICES.length);
  expect(
    lines.map((line) => [line.find((cell) => /^KZ-\d\d-\d\d-01$/.test(cell)), Number(line[column])]).sort(),
  ).toEqual(rows.map(({ operator, accepted }) => [operator, accepted]).sort());
});
