import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { freePort } from "../redis/freePort.ts";
import { processIdentity } from "../redis/processIdentity.ts";
import { type BuiltCentre, notedRedis, place, runToItsEnd, startBuilt } from "./builtCentre.ts";
import { applicationsOf, mondayClock, THAT_DAY } from "./officeEvents.ts";

const clock = mondayClock();
const accept = applicationsOf("KZ-71-01", clock.now);
const runs = (pid: number | null): boolean => pid !== null && processIdentity(pid) !== null;

/** What was said is one sentence for people: no stack, no second line. */
const oneSentence = (said: string): string => {
  expect(said.trim().split("\n")).toHaveLength(1);
  expect(said).not.toMatch(/\bat .*:\d+:\d+|node:internal|Error:/);
  return said.trim();
};

let centre: BuiltCentre;

async function accepted(): Promise<number | null | undefined> {
  return (await centre.statistics(THAT_DAY)).rows[0]?.accepted;
}

beforeAll(async () => {
  centre = await startBuilt("main", { CLOCK_OFFSET_MS: clock.CLOCK_OFFSET_MS });
});

afterAll(() => centre?.stop());

test("figures are only for those who may read them: the server alone has no open dashboard", async () => {
  await centre.post(accept(5));
  await expect.poll(accepted).toBe(5);
  expect((await fetch(`${centre.url}/api/statistics?${THAT_DAY}`)).status).toBe(401);
});

test("a second server on the same data says in one sentence who uses it, and leaves the first alone", async () => {
  const port = `${await freePort()}`;
  const { code, out, errors } = await runToItsEnd("main", { PORT: port, DATA_DIR: centre.dataDir });
  expect(code).toBe(1);
  expect(out).toBe("");
  expect(oneSentence(errors)).toContain(`Process ${centre.pid} already uses the data`);
  expect(runs(centre.redisPid())).toBe(true);
  expect(await accepted()).toBe(5);
});

test("a port in use is told in one sentence with its remedy, and no Redis stays behind", async () => {
  const { dataDir } = await place();
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const { code, errors } = await runToItsEnd("main", { PORT: `${centre.port}`, DATA_DIR: dataDir });
  expect(code).toBe(1);
  expect(oneSentence(errors)).toMatch(new RegExp(`Port ${centre.port} .* is in use: .*PORT`));
  expect(runs(notedRedis(dataDir))).toBe(false);
});

test("a setting that can not be used is told with its name and its remedy", async () => {
  const { code, errors } = await runToItsEnd("main", { PORT: "http" });
  expect(code).toBe(1);
  expect(oneSentence(errors)).toMatch(/^PORT is "http": give a whole number/);
});

test("after kill -9 of the server its Redis lives on, and the next start takes it over with the same figures", async () => {
  const redis = centre.redisPid();
  await centre.kill("SIGKILL");
  expect(runs(redis)).toBe(true);
  await centre.start();
  expect(centre.redisPid()).toBe(redis);
  expect(centre.errors).toContain("Took over the Redis that an earlier server left running");
  expect(await accepted()).toBe(5);
  await centre.post(accept(2));
  await expect.poll(accepted).toBe(7);
});

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s ends the server and its Redis, and the next start goes on with the figures",
  async (signal) => {
    const [server, redis] = [centre.pid, centre.redisPid()];
    expect(await centre.kill(signal)).toBe(0);
    expect(runs(server)).toBe(false);
    expect(runs(redis)).toBe(false);
    await centre.start();
    expect(centre.redisPid()).not.toBe(redis);
    expect(await accepted()).toBe(7);
  },
);
