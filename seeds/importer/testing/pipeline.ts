import { PartitionManager } from "../../../server/ingest/partitionManager.ts";
import type { Clock } from "../../../server/ports.ts";
import { RedisNodes } from "../../../server/redis/connection.ts";
import { eventLog } from "../../../server/redis/eventStream.ts";
import { readStatistics } from "../../../server/redis/statisticsReader.ts";
import { loadReference } from "../../../server/reference.ts";
import { officeRules } from "../../../server/rules.ts";
import { INGEST_TOKEN, NOW, startCentre } from "../../../server/testing/centre.ts";
import { startTestRedis } from "../../../server/testing/redis.ts";
import { indexReference } from "../../../shared/referenceIndex.ts";
import type { Dimension, StatisticsRow } from "../../../shared/statistics.ts";
import { parseDay } from "../../../shared/time.ts";

const PARTITIONS = 16;

/** A whole centre with a Redis of its own: door, streams, consumers, figures. */
export interface Pipeline {
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
export async function startPipeline(reference: string): Promise<Pipeline> {
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
      const deadline = Date.now() + 30_000;
      while (seen.folded + seen.duplicates + seen.dead < events) {
        if (failures.length > 0) throw failures[0];
        if (Date.now() > deadline) throw new Error(`only ${JSON.stringify(seen)} of ${events} events were consumed`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
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
