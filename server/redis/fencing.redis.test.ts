import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foldFact } from "../core/fold.ts";
import { OfficeState } from "../core/office.ts";
import { AT, unpackRow } from "../core/row.ts";
import { type ConsumerStore, PartitionConsumer } from "../ingest/partitionConsumer.ts";
import { scriptRules } from "../testing/arbitraryScript.ts";
import { startTestRedis, type TestRedis } from "../testing/redis.ts";
import { addEntries } from "../testing/scriptedPartition.ts";
import { until } from "../testing/until.ts";
import { Committer, LEASE_MS, LeaseLostError } from "./committer.ts";
import { type Connection, command, connect } from "./connection.ts";
import { streamReader } from "./eventStream.ts";
import { checkpointKey, leaseKey, rowsKey } from "./keys.ts";
import { PartitionStore } from "./partitionStore.ts";
import { StreamTail } from "./streamTail.ts";
import type { Batch } from "./writes.ts";

const NOW = Date.parse("2024-02-28T12:00:00Z");
const OFFICE = "KZ-71-01";
const rules = () => scriptRules(OFFICE) as NonNullable<ReturnType<typeof scriptRules>>;

let redis: TestRedis;
let open: Connection[] = [];
let admin: Connection;
async function connection(): Promise<Connection> {
  const made = await connect(redis.url, "test", "stay-broken");
  open.push(made);
  return made;
}
const committer = async () => new Committer(await connection(), 0);
beforeAll(async () => {
  redis = await startTestRedis();
});
beforeEach(async () => {
  for (const each of open) if (each.isOpen) each.destroy();
  open = [];
  admin = await connection();
  await command(admin, ["FLUSHALL"]);
});
afterAll(async () => {
  for (const each of open) if (each.isOpen) each.destroy();
  await redis.stop();
});

function heartbeat(sequence: number) {
  return {
    specversion: "1.0",
    id: `e${sequence}`,
    source: `/offices/${OFFICE}/queue`,
    sequence,
    type: "oss.office.heartbeat",
    time: "2024-02-28T10:00:00Z",
    data: {},
  } as const;
}

/** A commit that tells of one event. */
function batchOf(sequence: number): Batch {
  const office = new OfficeState(rules());
  const time = Date.parse("2024-02-28T10:00:00Z");
  foldFact(office, { event: heartbeat(sequence), producer: "queue", sequence, time }, NOW);
  const checkpoint = { id: `${sequence}-0`, entries: sequence };
  return { offices: [office], dead: [], checkpoint, now: NOW, duplicates: 0, folded: 1 };
}

async function eventsCounted(): Promise<number> {
  const day = Math.floor((NOW + 6 * 3_600_000) / 86_400_000);
  const key = rowsKey(0, OFFICE, "2024-02", "office");
  const text = await command<string | null>(admin, ["HGET", key, `${day}`]);
  return text === null ? 0 : (unpackRow(text).counts[AT.events] as number);
}

const expire = () =>
  command(admin, ["PEXPIRE", leaseKey(0), "1"]).then(() => new Promise((done) => setTimeout(done, 10)));

describe("one owner a partition", () => {
  it("a second process gets no lease while the first holds it, and gets it once it is given back", async () => {
    const one = new PartitionStore(0, await committer(), "one");
    const two = new PartitionStore(0, await committer(), "two");
    expect(await one.acquire()).toBe(true);
    expect(await two.acquire()).toBe(false);
    await one.release();
    expect(await command(admin, ["GET", leaseKey(0)])).toBeNull();
    expect(await two.acquire()).toBe(true);
  });

  it("of two that try at the same moment one gets the lease", async () => {
    const stores = await Promise.all([1, 2, 3, 4].map(async (n) => new PartitionStore(0, await committer(), `m${n}`)));
    const got = await Promise.all(stores.map((store) => store.acquire()));
    expect(got.filter(Boolean)).toHaveLength(1);
  });

  it("a stale owner's commit fails with LeaseLostError and writes nothing", async () => {
    const stale = new PartitionStore(0, await committer(), "stale");
    await stale.acquire();
    await stale.commit(async () => batchOf(1), false);
    await expire();
    const fresh = new PartitionStore(0, await committer(), "fresh");
    expect(await fresh.acquire()).toBe(true);
    await expect(stale.commit(async () => batchOf(2), false)).rejects.toThrow(LeaseLostError);
    expect(await eventsCounted()).toBe(1);
    expect(await command(admin, ["GET", checkpointKey(0)])).toBe("1-0|1");
    await fresh.commit(async () => batchOf(2), false);
    expect(await eventsCounted()).toBe(2);
  });

  it("a commit after the lease has run out fails, even when nobody has taken it", async () => {
    const late = new PartitionStore(0, await committer(), "late");
    await late.acquire();
    await expire();
    await expect(late.commit(async () => batchOf(1), false)).rejects.toThrow(LeaseLostError);
    await expect(late.renew()).rejects.toThrow(LeaseLostError);
    expect(await eventsCounted()).toBe(0);
  });

  it("a stale owner that gives up leaves the lease to its new owner", async () => {
    const stale = new PartitionStore(0, await committer(), "stale");
    await stale.acquire();
    await expire();
    const fresh = new PartitionStore(0, await committer(), "fresh");
    await fresh.acquire();
    await expect(stale.commit(async () => batchOf(1), false)).rejects.toThrow(LeaseLostError);
    await expect(stale.release()).rejects.toThrow(LeaseLostError);
    expect(await command<string>(admin, ["GET", leaseKey(0)])).toMatch(/^fresh#/);
    await fresh.commit(async () => batchOf(1), false);
    expect(await eventsCounted()).toBe(1);
  });

  it("of two stores of one process the later one owns the partition", async () => {
    const earlier = new PartitionStore(0, await committer(), "same");
    await earlier.acquire();
    const later = new PartitionStore(0, await committer(), "same");
    expect(await later.acquire()).toBe(true);
    await later.commit(async () => batchOf(1), false);
    await expect(earlier.commit(async () => batchOf(1), false)).rejects.toThrow(LeaseLostError);
    expect(await eventsCounted()).toBe(1);
  });

  it("when one of a process's partitions is taken over, its others are written in the same moment and lose nothing", async () => {
    const shared = await committer();
    const kept = new PartitionStore(0, shared, "shared");
    const lost = new PartitionStore(1, shared, "shared");
    expect([await kept.acquire(), await lost.acquire()]).toEqual([true, true]);
    await command(admin, ["SET", leaseKey(1), "somebody else"]);
    const [written, refused] = await Promise.allSettled([
      kept.commit(async () => batchOf(1), false),
      lost.commit(async () => batchOf(1), false),
    ]);
    expect(written.status).toBe("fulfilled");
    expect((refused as PromiseRejectedResult).reason).toBeInstanceOf(LeaseLostError);
    expect(await eventsCounted()).toBe(1);
    expect(await command(admin, ["GET", checkpointKey(1)])).toBeNull();
    await kept.commit(async () => batchOf(2), false);
    expect(await command(admin, ["GET", checkpointKey(0)])).toBe("2-0|2");
  });

  it("a large commit is prepared while the one before it is written, and refused when its partition is taken over meanwhile", async () => {
    const shared = await committer();
    const [first, second, third] = [0, 1, 2].map((partition) => new PartitionStore(partition, shared, "shared"));
    for (const store of [first, second, third]) await store?.acquire();
    let isWritten = false;
    const written = first
      ?.commit(async () => batchOf(1), true)
      .then(() => {
        isWritten = true;
      });
    let wasWritten = true;
    const overtaken = second?.commit(async () => {
      wasWritten = isWritten;
      await command(admin, ["SET", leaseKey(1), "somebody else"]);
      return batchOf(1);
    }, true);
    const behind = third?.commit(async () => batchOf(3), true);
    await expect(overtaken).rejects.toThrow(LeaseLostError);
    await Promise.all([written, behind]);
    expect(wasWritten).toBe(false);
    const checkpoints = await command(admin, ["MGET", ...[0, 1, 2].map(checkpointKey)]);
    expect(checkpoints).toEqual(["1-0|1", null, "3-0|3"]);
  });

  it("an owner whose connection broke commits nothing, though the lease is still its own", async () => {
    const own = await connection();
    const store = new PartitionStore(0, new Committer(own, 0), "broken");
    await store.acquire();
    await command(admin, ["CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"]);
    await expect(store.commit(async () => batchOf(1), false)).rejects.toThrow();
    await new Promise((done) => setTimeout(done, 200));
    await expect(store.commit(async () => batchOf(1), false)).rejects.toThrow();
    expect(await eventsCounted()).toBe(0);
  });

  it("a batch that takes longer than the lease holds is committed: the lease is renewed meanwhile", async () => {
    const store = new PartitionStore(0, await committer(), "slow");
    await store.acquire();
    await addEntries(admin, 0, [JSON.stringify(heartbeat(1))]);
    const stop = new AbortController();
    const slow: ConsumerStore = {
      checkpoint: () => store.checkpoint(),
      renew: () => store.renew(),
      officeState: (office) => store.officeState(office),
      reached: (now, limit) => store.reached(now, limit),
      commit: (prepare, large) => store.commit(prepare, large),
      async fetch(wanted) {
        await store.fetch(wanted);
        if (stop.signal.aborted) return;
        await new Promise((done) => setTimeout(done, LEASE_MS + 1_000));
        stop.abort();
      },
    };
    const reader = streamReader(new StreamTail(await connection()), 0);
    const clock = { now: () => NOW, offset: 0 };
    await new PartitionConsumer({ store: slow, reader, clock, rules: scriptRules, report: () => {} }).run(stop.signal);
    expect(await eventsCounted()).toBe(1);
  });

  it("two consumers that both believe they own a partition count every event once", async () => {
    const texts = Array.from({ length: 3_000 }, (_, at) => JSON.stringify(heartbeat(at + 1)));
    const stop = new AbortController();
    const work = async (member: string): Promise<unknown> => {
      const store = new PartitionStore(0, await committer(), member);
      if (!(await store.acquire())) return null;
      const reader = streamReader(new StreamTail(await connection()), 0);
      const clock = { now: () => NOW, offset: 0 };
      const pace = { count: 50, blockMs: 20, catchUpMs: 5, sweepMs: 1_000 };
      const parts = { store, reader, clock, rules: scriptRules, report: () => {}, pace };
      return new PartitionConsumer(parts).run(stop.signal).catch((error: unknown) => error);
    };
    const errors: unknown[] = [];
    const isLoss = (error: unknown) => error instanceof LeaseLostError;
    const lives: Promise<unknown>[] = [];
    for (let part = 0; part < 10; part += 1) {
      lives.push(work(`member-${part}`).then((error) => errors.push(error)));
      await addEntries(admin, 0, texts.slice(part * 300, (part + 1) * 300));
      await until(async () => (await command(admin, ["GET", leaseKey(0)])) !== null);
      await new Promise((done) => setTimeout(done, 15));
      if (part < 9) await command(admin, ["DEL", leaseKey(0)]);
    }
    await until(async () => errors.some(isLoss) && (await eventsCounted()) === 3_000);
    stop.abort();
    await Promise.all(lives);
    expect(await eventsCounted()).toBe(3_000);
    expect(await command<string>(admin, ["GET", checkpointKey(0)])).toMatch(/\|3000$/);
  });
});
