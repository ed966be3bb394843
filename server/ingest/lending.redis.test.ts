import { afterEach, beforeEach, expect, it } from "vitest";
import { type Connection, command, connect, RedisNodes } from "../redis/connection.ts";
import { eventsKey, leaseKey, partitionOf } from "../redis/keys.ts";
import { scriptRules, ZONES } from "../testing/arbitraryScript.ts";
import { countedEvents } from "../testing/countedEvents.ts";
import { NearHand } from "../testing/nearHand.ts";
import { startTestRedis, type TestRedis } from "../testing/redis.ts";
import { until as waitUntil } from "../testing/until.ts";
import { PartitionManager } from "./partitionManager.ts";

/*
 * The law of the totals where a partition changes hands: every event counts once, whoever folds it.
 */

const PARTITIONS = 16;
const EVENTS = 12_000;
const offices = Array.from({ length: 12 }, (_, at) => `KZ-99-${String(at + 1).padStart(2, "0")}`);
const clock = { now: () => Date.now(), offset: 0 };
const rules = (office: string) => {
  const some = scriptRules(Object.keys(ZONES)[0] as string);
  return some === null || !offices.includes(office) ? null : { ...some, id: office };
};

let redis: TestRedis;
let admin: Connection;
const ended: (() => Promise<void>)[] = [];
const failures: string[] = [];

beforeEach(async () => {
  redis = await startTestRedis();
  admin = await connect(redis.url, "admin");
});
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
  failures.length = 0;
  admin.destroy();
  await redis.stop();
});

/** Heartbeats that were stored ten minutes ago: a backlog. */
async function leaveBacklog(): Promise<void> {
  const stored = Date.now() - 600_000;
  const time = new Date(stored).toISOString();
  for (const office of offices)
    await Promise.all(
      Array.from({ length: EVENTS }, (_, at) => {
        const source = `/offices/${office}/queue`;
        const event = { specversion: "1.0", id: "x", source, sequence: at + 1, type: "oss.office.heartbeat", time };
        const key = eventsKey(partitionOf(office, PARTITIONS));
        return command(admin, ["XADD", key, `${stored}-*`, "event", JSON.stringify({ ...event, data: {} })]);
      }),
    );
}

async function begin(member: string) {
  const nodes = new RedisNodes([redis.url]);
  const parts = {
    ...{ nodes, member, clock, rules },
    report: () => {},
    failed: (partition: number, error: unknown) => failures.push(`${member} ${partition}: ${String(error)}`),
  };
  const hand = new NearHand(parts);
  const manager = new PartitionManager({ ...parts, partitions: PARTITIONS, hand });
  let running = true;
  const stop = async () => {
    if (!running) return;
    running = false;
    await manager.stop();
    await hand.close();
    await nodes.close();
  };
  ended.push(stop);
  await manager.start();
  return { manager, hand, stop };
}

const until = (what: () => boolean | Promise<boolean>) => waitUntil(what, () => failures.join("\n"));

const whole = async () => (await countedEvents(admin)) === offices.length * EVENTS;

it("a backlog is worked off by two, comes back to its owner, and every event counts once", async () => {
  await leaveBacklog();
  const { manager, hand } = await begin("one");
  await until(() => hand.lent.length > 1);
  await until(whole);
  await until(() => manager.owned.length === PARTITIONS);
  expect(failures).toEqual([]);
});

it("who stops while a partition is lent gives every lease back, and its heir counts the rest once", async () => {
  await leaveBacklog();
  const { hand, stop } = await begin("one");
  await until(() => hand.lent.length > 1);
  await stop();
  for (let partition = 0; partition < PARTITIONS; partition += 1)
    expect(await command(admin, ["GET", leaseKey(partition)])).toBeNull();
  expect(await whole()).toBe(false);
  await begin("heir");
  await until(whole);
  expect(failures).toEqual([]);
});

it("another process takes its share also of what is lent, and every event counts once", async () => {
  await leaveBacklog();
  const one = await begin("one");
  await until(() => one.hand.lent.length > 1);
  const two = await begin("two");
  await until(() => one.manager.owned.length === 8 && two.manager.owned.length === 8);
  await until(whole);
  expect(failures).toEqual([]);
});

it("a hand whose connections break is replaced by the owner, and every event counts once", async () => {
  await leaveBacklog();
  const { manager, hand } = await begin("one");
  await until(() => hand.lent.length > 1);
  const clients = (await command<string>(admin, ["CLIENT", "LIST"])).split("\n");
  for (const each of clients.filter((line) => /name=oss-(commit|read)/.test(line)))
    await command(admin, ["CLIENT", "KILL", "ID", /id=(\d+)/.exec(each)?.[1] as string]);
  await until(whole);
  await until(() => manager.owned.length === PARTITIONS);
  expect(failures.length).toBeGreaterThan(0);
});
