import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Worker } from "node:worker_threads";
import type { OfficeRules } from "./core/office.ts";
import { FoldingHand } from "./foldingHand.ts";
import type { FoldingOrder, FoldingTold, FoldingWorkerData } from "./foldingThread.ts";
import type { ConsumerReport } from "./ingest/partitionConsumer.ts";
import { PartitionManager } from "./ingest/partitionManager.ts";
import type { Clock } from "./ports.ts";
import { command, type RedisNodes } from "./redis/connection.ts";
import { MEMBERS_KEY } from "./redis/keys.ts";
import { startThread } from "./thread.ts";

/** What folds the events of this process's partitions, and how it tells of its work. */
export interface Folding {
  /** Begins to claim partitions; resolves after the first round. */
  start(): Promise<void>;
  /** Commits what is folded and gives the partitions back. */
  stop(): Promise<void>;
}

export interface FoldingParts {
  readonly nodes: RedisNodes;
  /** The addresses of Redis. */
  readonly redis: readonly string[];
  /** Folder of the reference data. */
  readonly reference: string;
  readonly partitions: number;
  /** Names this process among all that share the store. */
  readonly member: string;
  readonly clock: Clock;
  rules(office: string): OfficeRules | null;
  /** Months for which operators' daily rows are kept; 13 unless told. */
  readonly operatorMonths?: number | undefined;
  report(partition: number, of: ConsumerReport): void;
  /** How far a partition's figures are behind its stream, ms. */
  behind(partition: number, ms: number): void;
  /** How many partitions this process owns now. */
  owned(count: number): void;
  failed(partition: number, error: unknown): void;
}

/**
 * A core each is left to the web and to Redis, and two threads are as many as one Redis keeps busy. On two cores a thread
 * only makes everybody wait for each other (measured: an event took twice as long to the screen).
 */
const THREADS = Math.min(2, availableParallelism() - 2);
const BUNDLE = fileURLToPath(new URL("./foldingThread.js", import.meta.url));
const RESTART_MS = 1_000;

/**
 * Folds in threads of their own where there are cores for them, so that a backlog never keeps the web waiting; else in this
 * one, and a second one takes half of the work while a backlog waits.
 */
export function createFolding(parts: FoldingParts): Folding {
  return existsSync(BUNDLE) && THREADS > 0 ? new FoldingThreads(parts) : inThisThread(parts);
}

function inThisThread(parts: FoldingParts): Folding {
  const { nodes, redis, reference, partitions, member, clock, rules, operatorMonths, behind, failed } = parts;
  const report: FoldingParts["report"] = (partition, of) => {
    parts.report(partition, of);
    parts.owned(manager.owned.length);
  };
  const hand = new FoldingHand({ redis, reference, member, clock, operatorMonths, report, behind, failed });
  const manager: PartitionManager = new PartitionManager({
    ...{ nodes, partitions, member, clock, rules, operatorMonths, report, behind, failed, hand },
  });
  return {
    start: () => manager.start(),
    async stop() {
      await manager.stop();
      await hand.dismiss();
    },
  };
}

/** Threads that share the partitions as processes do: each is a member with leases of its own. One that dies is replaced. */
class FoldingThreads implements Folding {
  readonly #parts: FoldingParts;
  readonly #threads: Worker[] = [];
  readonly #owned: number[] = [];
  #stopping = false;

  constructor(parts: FoldingParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    const members = Array.from({ length: THREADS }, (_, at) => `${this.#parts.member}-${at}`);
    const at = await this.#parts.nodes.at(0);
    await command(at, ["ZADD", MEMBERS_KEY, ...members.flatMap((member) => [`${Date.now()}`, member])]);
    await Promise.all(members.map((member, place) => this.#run(member, place)));
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const gone = this.#threads.map((thread) => new Promise<void>((resolve) => thread.once("exit", () => resolve())));
    for (const thread of this.#threads) thread.postMessage("stop" satisfies FoldingOrder);
    await Promise.all(gone);
  }

  #run(member: string, place: number): Promise<void> {
    const { redis, reference, partitions, clock, operatorMonths } = this.#parts;
    const workerData: FoldingWorkerData = {
      ...{ redis, reference, partitions, member, clockOffsetMs: clock.offset },
      operatorMonths,
    };
    const thread = startThread(BUNDLE, workerData, { maxYoungGenerationSizeMb: 192 });
    this.#threads[place] = thread;
    return new Promise((resolve) => {
      thread.on("message", (told: FoldingTold) => {
        if (told.kind === "ready") resolve();
        else this.#hear(told, place);
      });
      thread.once("error", (error) => this.#parts.failed(-1, error));
      thread.once("exit", () => {
        resolve();
        if (!this.#stopping) setTimeout(() => this.#stopping || void this.#run(member, place), RESTART_MS);
      });
    });
  }

  #hear(told: Exclude<FoldingTold, { kind: "ready" }>, place: number): void {
    switch (told.kind) {
      case "report":
        this.#parts.report(told.partition, told.of);
        this.#owned[place] = told.owned;
        this.#parts.owned(this.#owned.reduce((sum, count) => sum + count, 0));
        break;
      case "behind":
        this.#parts.behind(told.partition, told.ms);
        break;
      case "failed":
        this.#parts.failed(told.partition, told.error);
    }
  }
}
