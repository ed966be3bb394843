import type { RefusalReason } from "../ingest/decode.ts";
import type { RefusalCounter } from "../ports.ts";
import { command, type RedisNodes } from "./connection.ts";
import { partitionOf, refusedKey } from "./keys.ts";

const FLUSH_MS = 1_000;

/** Counts refusals of the door in memory, adds them to the store once a second, and tells whoever shows them. */
export class StoredRefusals implements RefusalCounter {
  readonly #nodes: RedisNodes;
  readonly #partitions: number;
  readonly #told: (counted: string, amount: number) => void;
  #waiting = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;

  /** @param told called with `office|reason` and how many were added */
  constructor(nodes: RedisNodes, partitions: number, told: (counted: string, amount: number) => void) {
    this.#nodes = nodes;
    this.#partitions = partitions;
    this.#told = told;
    this.#timer = setInterval(() => void this.flush(), FLUSH_MS);
  }

  count(office: string | null, reason: RefusalReason): void {
    const counted = `${office ?? ""}|${reason}`;
    this.#waiting.set(counted, (this.#waiting.get(counted) ?? 0) + 1);
  }

  /** Adds what waits to the store; what fails waits on. */
  async flush(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = new Map();
    for (const [counted, amount] of waiting) {
      try {
        const partition = partitionOf(counted.slice(0, counted.indexOf("|")), this.#partitions);
        await command(await this.#nodes.at(partition), ["HINCRBY", refusedKey(partition), counted, `${amount}`]);
        this.#told(counted, amount);
      } catch {
        this.#waiting.set(counted, (this.#waiting.get(counted) ?? 0) + amount);
      }
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }
}
