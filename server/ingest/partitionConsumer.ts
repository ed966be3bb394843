import type { OfficeRules } from "../core/office.ts";
import { dayOfArrival } from "../core/retention.ts";
import type { Clock } from "../ports.ts";
import type { PartitionStore } from "../redis/partitionStore.ts";
import type { Batch } from "../redis/writes.ts";
import type { MemoryLimits } from "./memory.ts";
import { PartitionMemory } from "./partitionMemory.ts";
import { type Dropping, letGo, RetentionSweep } from "./retentionSweep.ts";
import type { Turns } from "./turns.ts";

/** An entry of the event stream: its id, and the text of the event. */
export type StreamEntry = readonly [id: string, text: string];

/** Reads a partition's stream. */
export interface StreamReader {
  /**
   * Entries behind the last one read, at first behind `after`, oldest first; waits at most `blockMs` for the first, then
   * answers with none.
   */
  read(after: string, count: number, blockMs: number): Promise<readonly StreamEntry[]>;
  /** What has come meanwhile, without waiting. */
  arrived(count: number): readonly StreamEntry[];
}

/** What the consumer tells about its work. */
export interface ConsumerReport {
  readonly folded: number;
  readonly duplicates: number;
  readonly dead: number;
  /** ms that the commit took. */
  readonly commitMs: number;
}

/** What the consumer asks of its partition's store. */
export type ConsumerStore = Pick<
  PartitionStore,
  "checkpoint" | "renew" | "officeState" | "fetch" | "reached" | "commit"
> &
  Partial<Pick<PartitionStore, "keeping" | "dropping" | "swept">>;

/** How much at once and how often. */
export interface Pace {
  /** Entries read at once. */
  readonly count: number;
  /** Longest wait for an entry, ms: the deadlines' sweep and the lease must not wait for events. */
  readonly blockMs: number;
  /** While catching up, one commit takes in the events of this long, ms: a row that changed often is written once. */
  readonly catchUpMs: number;
  /** Between two looks for deadlines that the clock has reached, ms. */
  readonly sweepMs: number;
}

const PACE: Pace = { count: 1_000, blockMs: 250, catchUpMs: 3_000, sweepMs: 1_000 };

export interface ConsumerParts {
  readonly store: ConsumerStore;
  readonly reader: StreamReader;
  readonly clock: Clock;
  /** The rules of an office; null when the reference data has none of that id. */
  rules(office: string): OfficeRules | null;
  report(of: ConsumerReport): void;
  /** Told after each read how long ago its last event was stored, ms; 0 when none waits behind it. */
  behind?(ms: number): void;
  /** Who folds much waits here for its turn, so that the thread serves others between two partitions. */
  readonly turns?: Turns;
  readonly pace?: Pace;
  readonly memory?: MemoryLimits;
  /** False: no record is removed, as while history is folded again that arrived long ago. */
  readonly retention?: boolean;
}

/** A commit of more events than this is written by itself. */
const LARGE = 1_000;
const RENEW_MS = 3_000;
/** Who is stuck for so long, ms, does not renew: another may take over. */
const STUCK_MS = 60_000;

/**
 * The owner of one partition: reads its stream from the checkpoint, folds in memory, commits by time. Any error is
 * final for this object: memory may be ahead of the store then, and whoever runs it starts anew from the checkpoint.
 */
export class PartitionConsumer {
  readonly #parts: ConsumerParts;
  readonly #pace: Pace;
  readonly #memory: PartitionMemory;
  readonly #retention: RetentionSweep | null;
  #dropping: Dropping | null = null;
  #swept: number | null = null;
  #lastCommit = 0;
  #lastSweep = 0;
  #lastTurn = performance.now();
  #lost: unknown = null;
  #leaving = false;

  constructor(parts: ConsumerParts) {
    this.#parts = parts;
    this.#pace = parts.pace ?? PACE;
    this.#memory = new PartitionMemory(parts);
    const keeping = parts.retention === false ? undefined : parts.store.keeping?.();
    this.#retention = keeping === undefined ? null : new RetentionSweep(keeping);
  }

  /** Works until the signal is raised, then commits what is folded. Rejects on any failure. */
  async run(signal: AbortSignal): Promise<void> {
    // by a clock of its own: on a busy machine a batch may take longer than the lease holds
    const renewal = setInterval(() => {
      if (performance.now() - this.#lastTurn > STUCK_MS) return;
      this.#parts.store.renew().catch((error: unknown) => {
        this.#lost ??= error;
      });
    }, RENEW_MS);
    try {
      await this.#work(signal);
    } finally {
      clearInterval(renewal);
    }
  }

  async #work(signal: AbortSignal): Promise<void> {
    const { store, reader } = this.#parts;
    this.#memory.checkpoint = await store.checkpoint();
    this.#lastCommit = performance.now();
    const { count, blockMs } = this.#pace;
    while (!signal.aborted) {
      this.#lastTurn = performance.now();
      const entries = await reader.read(this.#memory.checkpoint.id, count, blockMs);
      if (this.#lost !== null) throw this.#lost;
      const last = entries.at(-1);
      const caughtUp = entries.length < count;
      this.#parts.behind?.(caughtUp || last === undefined ? 0 : Math.max(0, this.#memory.age(last[0])));
      // what was read and not folded is read again by whoever goes on, from the checkpoint
      this.#leaving = signal.aborted;
      if (this.#leaving) break;
      if (entries.length > 0) await this.#memory.fold(entries);
      await this.#sweep();
      if (this.#hasChanged && (caughtUp || this.#isTime())) await this.#commit();
      if (caughtUp) await this.#retain();
    }
    if (this.#hasChanged) await this.#commit();
  }

  async #sweep(): Promise<void> {
    if (performance.now() - this.#lastSweep < this.#pace.sweepMs) return;
    this.#lastSweep = performance.now();
    await this.#memory.passDeadlines();
  }

  /** Records whose time is over are removed with the next commit; while it catches up, the clock is ahead of what arrives. */
  async #retain(): Promise<void> {
    if (this.#retention === null || this.#dropping !== null) return;
    const found = await this.#retention.next(dayOfArrival(this.#parts.clock.now()));
    if (found === null) return;
    const { dropping, finished } = found;
    this.#swept = finished;
    if (dropping !== null && Object.values(dropping).some((list) => typeof list !== "string" && list.length > 0))
      this.#dropping = dropping;
  }

  /** The commands of what is removed, as memory stands now. */
  async #removals(): Promise<string[][]> {
    const { store, clock } = this.#parts;
    const commands: string[][] = [];
    if (this.#dropping !== null) {
      const office = this.#memory.office(this.#dropping.office);
      const kept = letGo(office, this.#dropping, dayOfArrival(clock.now()) - 1);
      commands.push(...((await store.dropping?.(kept)) ?? []));
    }
    if (this.#swept !== null && store.swept !== undefined) commands.push(store.swept(this.#swept));
    return commands;
  }

  get #hasChanged(): boolean {
    return this.#memory.hasChanged || this.#dropping !== null || this.#swept !== null;
  }

  #isTime(): boolean {
    return performance.now() - this.#lastCommit >= this.#pace.catchUpMs || this.#memory.manyDead;
  }

  /** Commits what is folded, and what has come until the turn to write is there. */
  async #commit(): Promise<void> {
    let begun = 0;
    let batch: Batch | null = null;
    await this.#parts.store.commit(async () => {
      begun = performance.now();
      const entries = this.#leaving ? [] : this.#parts.reader.arrived(this.#pace.count);
      if (entries.length > 0) await this.#memory.fold(entries);
      const changes = this.#memory.contribute();
      batch = { ...changes, also: await this.#removals() };
      return batch;
    }, this.#memory.folded > LARGE);
    if (batch !== null) this.#settle(batch, begun);
  }

  #settle(batch: Batch, begun: number): void {
    this.#memory.settle(batch);
    this.#lastCommit = performance.now();
    this.#dropping = null;
    this.#swept = null;
    const { folded, duplicates, dead } = batch;
    this.#parts.report({ folded, duplicates, dead: dead.length, commitMs: this.#lastCommit - begun });
  }
}
