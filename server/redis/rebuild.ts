import { allEntries, type EventSource } from "../archive/allEntries.ts";
import type { OfficeRules } from "../core/office.ts";
import { PartitionConsumer, type StreamEntry, type StreamReader } from "../ingest/partitionConsumer.ts";
import type { Clock } from "../ports.ts";
import { Committer } from "./committer.ts";
import { command, type RedisNodes } from "./connection.ts";
import { eventsKey } from "./keys.ts";
import { openStore } from "./openStore.ts";
import { PartitionStore } from "./partitionStore.ts";
import { streamSlices } from "./streamDays.ts";

/** The store that is to be rebuilt holds something already. */
class NotEmptyError extends Error {
  override readonly name = "NotEmptyError";
}

export interface RebuildParts {
  readonly source: EventSource;
  readonly target: RedisNodes;
  readonly partitions: number;
  readonly clock: Clock;
  rules(office: string): OfficeRules | null;
  /** Told how many entries of a partition were folded so far. */
  progress(partition: number, entries: number): void;
}

/** Entries of a partition from wherever they lie, handed out as a stream would; ends the work when none are left. */
function readerOf(slices: AsyncGenerator<StreamEntry[]>, end: AbortController): StreamReader {
  let held: StreamEntry[] = [];
  return {
    async read(_after, count) {
      while (held.length < count) {
        const { value, done } = await slices.next();
        if (done) break;
        held = held.length === 0 ? value : [...held, ...value];
      }
      if (held.length === 0) end.abort();
      return held.splice(0, count);
    },
    arrived: () => [],
  };
}

/** Folds everything that ever arrived at a partition into the target; then puts there what the running stream holds. */
async function rebuildPartition(parts: RebuildParts, partition: number): Promise<number> {
  const { source, target, clock, rules } = parts;
  const connection = await target.own(partition, "oss-rebuild");
  try {
    const store = new PartitionStore(partition, new Committer(connection, 0), "rebuild");
    if (!(await store.acquire())) throw new NotEmptyError("Somebody else works on the store that is to be rebuilt.");
    const end = new AbortController();
    let entries = 0;
    async function* counted() {
      for await (const slice of allEntries(source, partition)) {
        entries += slice.length;
        parts.progress(partition, entries);
        yield [...slice];
      }
    }
    const reader = readerOf(counted(), end);
    // what was removed meanwhile is removed by the centre that will run there; arrivals alone decide what counts
    const consumer = new PartitionConsumer({ store, reader, clock, rules, report: () => {}, retention: false });
    await consumer.run(end.signal);
    await store.release();
    return entries;
  } finally {
    target.release(connection);
  }
}

async function copyStream({ source, target }: RebuildParts, partition: number): Promise<void> {
  if (source.streams === null) return;
  const at = await target.at(partition);
  for await (const slice of streamSlices(source.streams, partition, "0-0", "+"))
    await Promise.all(slice.map(([id, text]) => command(at, ["XADD", eventsKey(partition), id, "event", text])));
}

/**
 * Makes an empty store out of the archive and of what the running streams hold beyond it: the same rows, records and dead
 * letters as in the store that it comes from. Begins anew in an empty store after an interruption. Tells how many entries.
 * @throws NotEmptyError, RedisAwayError
 */
export async function rebuild(parts: RebuildParts): Promise<number> {
  const { target, partitions } = parts;
  for (let partition = 0; partition < partitions; partition += 1)
    if ((await command<number>(await target.at(partition), ["DBSIZE"])) > 0)
      throw new NotEmptyError("The store that is to be rebuilt is not empty; name an empty Redis.");
  await openStore(target, partitions);
  let entries = 0;
  for (let partition = 0; partition < partitions; partition += 1) {
    entries += await rebuildPartition(parts, partition);
    await copyStream(parts, partition);
  }
  return entries;
}
