import { PartitionWork, type WorkParts } from "./partitionWork.ts";

/** Partitions that were taken from their owner while a backlog waits: each is worked at until nothing waits in it. */
export class TakenPartitions {
  readonly #parts: WorkParts;
  readonly #work: PartitionWork;
  readonly #taken = new Map<number, AbortController>();

  /** @param parts of the same member as the owner */
  constructor(parts: WorkParts) {
    this.#parts = parts;
    this.#work = new PartitionWork({
      ...parts,
      behind: (partition, ms) => {
        parts.behind?.(partition, ms);
        if (ms === 0) this.leave(partition);
      },
    });
  }

  /** Resolves when it is worked off, or let go, and the lease given back. What goes wrong is told. */
  async take(partition: number): Promise<void> {
    const stop = new AbortController();
    this.#taken.set(partition, stop);
    try {
      const store = await this.#work.claim(partition);
      if (store !== null) await this.#work.run(store, stop.signal);
    } catch (error) {
      this.#parts.nodes.forget();
      this.#parts.failed(partition, error);
    }
    this.#taken.delete(partition);
  }

  /** Lets go of a partition once what is folded of it is committed. */
  leave(partition: number): void {
    this.#taken.get(partition)?.abort();
  }

  /** Closes its connections. */
  close(): Promise<void> {
    return this.#work.close();
  }
}
