import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateDay } from "../../seeds/simulator/generator/countryDay.ts";
import { SETTINGS } from "../../seeds/simulator/generator/settings.ts";
import { indexReference, type ReferenceIndex } from "../../shared/referenceIndex.ts";
import { momentAt, parseDay } from "../../shared/time.ts";
import type { Scope, WireRow } from "../../shared/wire.ts";
import { PartitionManager } from "../ingest/partitionManager.ts";
import type { Clock } from "../ports.ts";
import { RedisNodes } from "../redis/connection.ts";
import { eventLog } from "../redis/eventStream.ts";
import { Follower } from "../redis/follower.ts";
import { loadReference } from "../reference.ts";
import { officeRules } from "../rules.ts";
import { startTestRedis, type TestRedis } from "../testing/redis.ts";
import { until } from "../testing/until.ts";
import { ComparedUnits, comparisonRow } from "./comparisons.ts";
import { Replica } from "./replica.ts";
import { StatusView } from "./statusView.ts";
import { viewOf } from "./view.ts";

const PARTITIONS = 16;
const DAY = parseDay("2026-11-23") as number;
const now = momentAt(DAY, 20 * 60 + 30, "Asia/Almaty");
const clock: Clock = { now: () => now, offset: now - Date.now() };

let redis: TestRedis;
let nodes: RedisNodes;
let index: ReferenceIndex;

beforeAll(async () => {
  redis = await startTestRedis();
  nodes = new RedisNodes([redis.url]);
  index = indexReference(await loadReference("seeds"));
});

afterAll(async () => {
  await nodes.close();
  await redis.stop();
});

async function follow(): Promise<{ replica: Replica; status: StatusView; follower: Follower }> {
  const replica = new Replica(index, now);
  const status = new StatusView(replica, PARTITIONS);
  const failed = () => undefined;
  const follower = new Follower({ nodes, partitions: PARTITIONS, replica, status, clock, failed });
  await follower.start();
  return { replica, status, follower };
}

function seen(replica: Replica, scope: Scope): Record<string, WireRow> {
  const rows: Record<string, WireRow> = {};
  viewOf(replica, scope)?.all((key, row) => {
    if (row !== null) rows[key] = row;
  });
  return rows;
}

function told({ regions, offices }: ComparedUnits): unknown {
  return [regions, offices].map((compared) => Object.values(compared).map((units) => units.map(comparisonRow)));
}

describe("[W1] the live view", () => {
  it("a replica that followed every commit, large and small, shows what one shows that is loaded afterwards", async () => {
    const following = await follow();
    const compared = new ComparedUnits(following.replica);
    const rules = officeRules(index);
    const report = () => undefined;
    const failures: unknown[] = [];
    const failed = (_partition: number, error: unknown) => failures.push(error);
    const manager = new PartitionManager({
      nodes,
      partitions: PARTITIONS,
      member: "one",
      clock,
      rules,
      report,
      failed,
    });
    const log = eventLog(nodes, PARTITIONS, 60_000);
    const world = { seed: "replica", index, settings: SETTINGS, scale: 0.15, heartbeats: false, day: DAY };
    const events = [...generateDay({ ...world, scenario: { name: "ordinary", day: DAY } })];
    const entries = events.map(([office, json]) => ({ office, json }));
    const most = Math.floor(entries.length * 0.9);
    for (let at = 0; at < most; at += 2_000) await log.append(entries.slice(at, Math.min(most, at + 2_000)));
    await manager.start();
    for (let at = most; at < entries.length; at += 400) {
      await log.append(entries.slice(at, at + 400));
      compared.anew();
      expect(compared.offices.rejectionRate).toHaveLength(following.replica.offices.size);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const folded = () => following.status.partitions.reduce((sum, { events: each }) => sum + each, 0);
    await until(() => folded() >= entries.length);
    expect(failures).toEqual([]);
    await manager.stop();
    const fresh = await follow();
    expect(following.replica.country.row.counts.some((value) => value > 1_000)).toBe(true);
    for (const scope of ["country", "region:KZ-71", "office:KZ-71-01", "office:KZ-75-01"] as const)
      await expect.poll(() => seen(following.replica, scope), { message: scope }).toEqual(seen(fresh.replica, scope));
    compared.anew();
    expect(told(compared)).toEqual(told(new ComparedUnits(fresh.replica)));
    await following.follower.stop();
    await fresh.follower.stop();
  });
});
