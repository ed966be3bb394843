import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import { KEPT_KINDS } from "../core/office.ts";
import { decodeEvent } from "../ingest/decode.ts";
import { type ConsumerStore, PartitionConsumer } from "../ingest/partitionConsumer.ts";
import { Turns } from "../ingest/turns.ts";
import type { Clock } from "../ports.ts";
import { Committer } from "../redis/committer.ts";
import type { Connection, RedisNodes } from "../redis/connection.ts";
import { streamReader } from "../redis/eventStream.ts";
import { PartitionStore } from "../redis/partitionStore.ts";
import { mergeStoredRows } from "../redis/storedRows.ts";
import { StreamTail } from "../redis/streamTail.ts";
import { writesOf } from "../redis/writes.ts";
import { officeRules } from "../rules.ts";
import { PARTITIONS } from "./benchDay.ts";
import type { PipelineParts } from "./pipeline.ts";
import { readAll, withReaders } from "./streamLimit.ts";

/** How much of the road is walked, and what a stage adds: each holds the one before it. */
export const STAGES = [
  ["decode", "check"],
  ["fold", "fold"],
  ["pack", "pack"],
  ["fetch", "fetch"],
] as const;
export type Stage = (typeof STAGES)[number][0];

/** A store that remembers nothing: it takes what it is given, packed or not. */
function forgetful(partition: number, packs: boolean): ConsumerStore {
  return {
    checkpoint: async () => ({ id: "0-0", entries: 0 }),
    renew: async () => undefined,
    // as of a store that has nothing yet, which is the one that is measured
    async officeState({ complete }) {
      for (const kind of KEPT_KINDS) complete.add(kind);
    },
    fetch: async () => undefined,
    reached: async () => [],
    async commit(prepare) {
      const batch = await prepare();
      await mergeStoredRows(batch.offices, partition, {
        texts: async (_key, fields) => fields.map(() => null),
        length: async () => 0,
      });
      if (packs) writesOf(partition, batch);
    },
  };
}

/** A store that asks Redis for everything and writes nothing. */
function asking(partition: number, connection: Connection): ConsumerStore {
  const real = new PartitionStore(partition, new Committer(connection), "bench");
  const packing = forgetful(partition, true);
  return {
    checkpoint: packing.checkpoint,
    renew: packing.renew,
    reached: (now, limit) => real.reached(now, limit),
    officeState: (office) => real.officeState(office),
    fetch: (wanted) => real.fetch(wanted),
    commit: packing.commit,
  };
}

async function consume(
  nodes: RedisNodes,
  index: ReferenceIndex,
  clock: Clock,
  events: number,
  storeOf: (partition: number, connection: Connection) => ConsumerStore,
): Promise<void> {
  const stop = new AbortController();
  const rules = officeRules(index);
  const turns = new Turns();
  let done = 0;
  const report = (folded: number) => {
    done += folded;
    if (done >= events) stop.abort();
  };
  const [reading, asked] = await Promise.all([nodes.own(0, "bench-read"), nodes.own(0, "bench-ask")]);
  const tail = new StreamTail(reading);
  const run = (partition: number) =>
    new PartitionConsumer({
      store: storeOf(partition, asked),
      reader: streamReader(tail, partition),
      clock,
      rules,
      turns,
      report: ({ folded, duplicates, dead }) => report(folded + duplicates + dead),
    }).run(stop.signal);
  await Promise.all(Array.from({ length: PARTITIONS }, (_, partition) => run(partition)));
  for (const connection of [reading, asked]) nodes.release(connection);
}

/** Walks the road with all events up to a stage: read and decoded; also folded; also packed; also asked for in the store. */
export async function runUpTo(stage: Stage, { nodes, index, clock, events }: PipelineParts): Promise<void> {
  if (stage === "decode") return withReaders(nodes, (readers) => readAll(readers, (text) => void decodeEvent(text)));
  await consume(nodes, index, clock, events, (partition, connection) =>
    stage === "fetch" ? asking(partition, connection) : forgetful(partition, stage === "pack"),
  );
}
