import type { OfficeRules } from "../core/office.ts";
import type { MemoryLimits } from "../ingest/memory.ts";
import {
  type ConsumerStore,
  type Pace,
  PartitionConsumer,
  type StreamEntry,
  type StreamReader,
} from "../ingest/partitionConsumer.ts";
import type { Clock } from "../ports.ts";
import { Committer } from "../redis/committer.ts";
import { type Connection, command } from "../redis/connection.ts";
import { eventsKey } from "../redis/keys.ts";
import { PartitionStore } from "../redis/partitionStore.ts";

/** One thing that happens to a partition once everything before it is folded: entries come, then the clock goes on. */
export interface Step {
  readonly entries: readonly string[];
  /** Epoch ms. */
  readonly now: number;
}

/** Where the consumer dies: at its n-th read, or at its n-th commit before or after Redis carried it out. */
export type Death = "before-commit" | "after-commit" | "read" | null;

/** A consumer's life as a script: what comes, when it dies, how much it takes at once and how little it keeps. */
export interface Script {
  readonly steps: readonly Step[];
  /** One for each commit or read, in turn; none are left: it lives. */
  readonly deaths: readonly Death[];
  readonly pace: Pace;
  readonly memory: MemoryLimits;
  readonly rules: (office: string) => OfficeRules | null;
  /** Added to the real time of an entry's arrival, ms. */
  readonly offset: number;
}

/** So many empty reads, a millisecond each, leave time for the last sweep and the last commit. */
const IDLE = 6;

class Killed extends Error {}

/** Adds entries to a partition's stream in one round trip. */
export async function addEntries(connection: Connection, partition: number, texts: readonly string[]): Promise<void> {
  await Promise.all(texts.map((text) => command(connection, ["XADD", eventsKey(partition), "*", "event", text])));
}

/** Entries of partition 0 after an id, without waiting for any. */
async function entriesAfter(connection: Connection, after: string, count: number): Promise<StreamEntry[]> {
  const args = ["XRANGE", eventsKey(0), `(${after}`, "+", "COUNT", `${count}`];
  const entries = await command<[string, [string, string]][]>(connection, args);
  return entries.map(([id, [, text]]) => [id, text]);
}

/**
 * Runs consumers of partition 0 through the script, each new one from the checkpoint of the one that died, until
 * everything is folded, committed, and swept for deadlines at the last clock.
 */
export async function runScript(reading: Connection, writing: Connection, script: Script): Promise<void> {
  const steps = [...script.steps];
  const deaths = [...script.deaths];
  let now = steps[0]?.now ?? 0;
  const clock: Clock = { now: () => now, offset: script.offset };
  const dies = (where: Death) => deaths[0] === where && deaths.shift() !== undefined;
  for (let alive = false; !alive; ) {
    const stop = new AbortController();
    let idle = 0;
    // some entries come only when the turn to commit is there
    let late: StreamEntry[] = [];
    const reader: StreamReader = {
      async read(after, count) {
        if (dies("read")) throw new Killed();
        const entries = await entriesAfter(reading, after, count);
        late = entries.splice(Math.ceil(entries.length / 2));
        if (entries.length > 0) return entries;
        const step = steps.shift();
        if (step === undefined) {
          idle += 1;
          await new Promise((done) => setTimeout(done, 1));
          if (idle > IDLE) stop.abort();
        } else {
          await addEntries(reading, 0, step.entries);
          now = step.now;
        }
        return entries;
      },
      arrived: () => late.splice(0),
    };
    const store = new PartitionStore(0, new Committer(writing, 0), "scripted");
    const mortal: ConsumerStore = {
      checkpoint: () => store.checkpoint(),
      renew: () => store.renew(),
      officeState: (office) => store.officeState(office),
      fetch: (wanted) => store.fetch(wanted),
      reached: (at, limit) => store.reached(at, limit),
      async commit(prepare, large) {
        if (dies("before-commit")) throw new Killed();
        await store.commit(prepare, large);
        if (dies("after-commit")) throw new Killed();
        if (deaths[0] === null) deaths.shift();
      },
    };
    if (!(await store.acquire())) throw new Error("The partition belongs to somebody else");
    const { rules, pace, memory } = script;
    const consumer = new PartitionConsumer({ store: mortal, reader, clock, rules, report: () => {}, pace, memory });
    try {
      await consumer.run(stop.signal);
      alive = true;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }
}
