import { afterEach, expect, it } from "vitest";
import { type Connection, command, connect, RedisNodes } from "../redis/connection.ts";
import { leaseKey, partitionOf } from "../redis/keys.ts";
import { scriptRules, ZONES } from "../testing/arbitraryScript.ts";
import { countedEvents } from "../testing/countedEvents.ts";
import { startTestRedis, type TestRedis } from "../testing/redis.ts";
import { addEntries } from "../testing/scriptedPartition.ts";
import { until as waitUntil } from "../testing/until.ts";
import { PartitionManager } from "./partitionManager.ts";

const PARTITIONS = 16;
const clock = { now: () => Date.parse("2024-03-05T12:00:00Z"), offset: 0 };
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

let redis: TestRedis;
let admin: Connection;
const failures: string[] = [];
const members: { readonly nodes: RedisNodes; readonly manager: PartitionManager }[] = [];

async function begin(keeping: "always" | null): Promise<void> {
  redis = await startTestRedis(keeping === null ? {} : { appendfsync: keeping });
  admin = await connect(redis.url, "admin");
}
afterEach(async () => {
  await Promise.all(members.map(({ manager }) => manager.stop()));
  await Promise.all(members.map(({ nodes }) => nodes.close()));
  members.length = 0;
  failures.length = 0;
  admin.destroy();
  await redis.stop();
});

async function join(member: string) {
  const nodes = new RedisNodes([redis.url]);
  const manager = new PartitionManager({
    nodes,
    partitions: PARTITIONS,
    member,
    clock,
    rules: scriptRules,
    report: () => {},
    failed: (partition, error) => failures.push(`${member} ${partition}: ${String(error)}`),
  });
  const made = { nodes, manager };
  members.push(made);
  await manager.start();
  return made;
}

const until = (what: () => boolean | Promise<boolean>) => waitUntil(what, () => failures.join("\n"));

function heartbeat(office: string, sequence: number): string {
  const source = `/offices/${office}/queue`;
  const time = "2024-03-05T08:00:00Z";
  return JSON.stringify({
    specversion: "1.0",
    id: "x",
    source,
    sequence,
    type: "oss.office.heartbeat",
    time,
    data: {},
  });
}

const offices = Object.keys(ZONES);
const tell = (office: string, from: number, count: number) =>
  addEntries(
    admin,
    partitionOf(office, PARTITIONS),
    Array.from({ length: count }, (_, at) => heartbeat(office, from + at)),
  );
it("a process alone owns every partition; two share them; when one stops the other has them all", async () => {
  await begin(null);
  const one = (await join("one")).manager;
  expect(one.owned).toHaveLength(PARTITIONS);
  const two = (await join("two")).manager;
  await until(() => one.owned.length === 8 && two.owned.length === 8);
  expect([...one.owned, ...two.owned].sort((a, b) => a - b)).toEqual(Array.from({ length: PARTITIONS }, (_, at) => at));
  await two.stop();
  await until(() => one.owned.length === PARTITIONS);
});

it("when a process dies without a word the other takes over once its leases have run out, and every event counts once", async () => {
  await begin(null);
  const dead = await join("dead");
  for (const office of offices) await tell(office, 1, 500);
  await until(async () => (await countedEvents(admin)) > 0);
  // from one moment to the next it neither renews nor commits, as after kill -9
  for (const each of await command<string>(admin, ["CLIENT", "LIST"]).then((text) => text.split("\n"))) {
    const id = / ?id=(\d+)/.exec(each)?.[1];
    if (id !== undefined && /name=oss-/.test(each)) await command(admin, ["CLIENT", "KILL", "ID", id]);
  }
  dead.nodes.own = () => Promise.reject(new Error("dead"));
  dead.nodes.at = () => Promise.reject(new Error("dead"));
  for (const office of offices) await tell(office, 1, 1_000);
  const heir = (await join("heir")).manager;
  await until(() => heir.owned.length === PARTITIONS);
  await until(async () => (await countedEvents(admin)) === offices.length * 1_000);
});

it("Redis dies and comes back while events stream in: no event is lost and none counts twice", async () => {
  await begin("always");
  await join("steadfast");
  const sent = 2_000;
  const sending = Promise.all(
    offices.map(async (office) => {
      for (let from = 1; from <= sent; )
        try {
          await tell(office, from, 50);
          from += 50;
          await sleep(5);
        } catch {
          await sleep(50);
        }
    }),
  );
  for (let death = 0; death < 3; death += 1) {
    await sleep(150);
    await redis.kill("SIGKILL");
    await redis.restart();
  }
  await sending;
  await until(async () => (await countedEvents(admin).catch(() => 0)) >= offices.length * sent);
  await sleep(300);
  expect(await countedEvents(admin)).toBe(offices.length * sent);
});

it("a lease is left free when its process stops", async () => {
  await begin(null);
  const { manager } = await join("polite");
  await manager.stop();
  for (let partition = 0; partition < PARTITIONS; partition += 1)
    expect(await command(admin, ["GET", leaseKey(partition)])).toBeNull();
});
