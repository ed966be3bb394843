import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Worker } from "node:worker_threads";
import type { HandOrder, HandTold, HandWorkerData } from "./handThread.ts";
import type { Hand } from "./ingest/hand.ts";
import type { WorkParts } from "./ingest/partitionWork.ts";
import { startThread } from "./thread.ts";

export interface FoldingHandParts extends Pick<WorkParts, "member" | "clock" | "operatorMonths" | "report" | "failed"> {
  /** The addresses of Redis. */
  readonly redis: readonly string[];
  /** Folder of the reference data. */
  readonly reference: string;
  behind?(partition: number, ms: number): void;
}

const BUNDLE = fileURLToPath(new URL("./handThread.js", import.meta.url));
/** A thread that nothing was asked of for so long, ms, is let go, and its memory with it. */
const IDLE_MS = 60_000;
/** Size of the space of new objects, MB: a fold makes many that live until the commit. */
const YOUNG_MB = 192;

/** A thread beside this one that folds partitions while a backlog waits: made when it is called, gone when it was idle. */
export class FoldingHand implements Hand {
  readonly #parts: FoldingHandParts;
  readonly #held = new Map<number, () => void>();
  #thread: Worker | null = null;
  #coming: Promise<boolean> | null = null;
  #idle: NodeJS.Timeout | null = null;

  constructor(parts: FoldingHandParts) {
    this.#parts = parts;
  }

  async work(partition: number, signal: AbortSignal): Promise<boolean> {
    this.#coming ??= this.#start();
    if (!(await this.#coming)) return false;
    await this.#handOver(partition, signal);
    return true;
  }

  /** Ends the thread, which holds nothing any more. */
  async dismiss(): Promise<void> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    const thread = this.#thread;
    if (thread === null) return;
    this.#forget();
    const gone = new Promise((resolve) => thread.once("exit", resolve));
    thread.postMessage({ kind: "end" } satisfies HandOrder);
    await gone;
  }

  #start(): Promise<boolean> {
    if (!existsSync(BUNDLE)) return Promise.resolve(false);
    const { redis, reference, member, clock, operatorMonths, failed } = this.#parts;
    const workerData: HandWorkerData = { redis, reference, member, clockOffsetMs: clock.offset, operatorMonths };
    const thread = startThread(BUNDLE, workerData, { maxYoungGenerationSizeMb: YOUNG_MB });
    this.#thread = thread;
    return new Promise((resolve) => {
      thread.on("message", (told: HandTold) => {
        if (told.kind === "ready") resolve(true);
        else this.#hear(told);
      });
      thread.once("error", (error) => failed(-1, error));
      thread.once("exit", () => {
        resolve(false);
        if (this.#thread !== thread) return;
        this.#forget();
        for (const partition of [...this.#held.keys()]) this.#left(partition);
      });
    });
  }

  /** Who asks from now on is given a new thread. */
  #forget(): void {
    this.#thread = null;
    this.#coming = null;
  }

  #handOver(partition: number, signal: AbortSignal): Promise<void> {
    const thread = this.#thread;
    if (thread === null) return Promise.resolve();
    if (this.#idle !== null) clearTimeout(this.#idle);
    const order = (of: HandOrder) => thread.postMessage(of);
    return new Promise((resolve) => {
      const leave = () => order({ kind: "leave", partition });
      signal.addEventListener("abort", leave, { once: true });
      this.#held.set(partition, () => {
        signal.removeEventListener("abort", leave);
        resolve();
      });
      order({ kind: "take", partition });
      if (signal.aborted) leave();
    });
  }

  #hear(told: Exclude<HandTold, { kind: "ready" }>): void {
    const { report, behind, failed } = this.#parts;
    if (told.kind === "report") report(told.partition, told.of);
    else if (told.kind === "behind") behind?.(told.partition, told.ms);
    else if (told.kind === "failed") failed(told.partition, told.error);
    else this.#left(told.partition);
  }

  #left(partition: number): void {
    this.#held.get(partition)?.();
    this.#held.delete(partition);
    if (this.#held.size === 0 && this.#thread !== null) this.#idle = setTimeout(() => void this.dismiss(), IDLE_MS);
  }
}
