import type { Hand } from "../ingest/hand.ts";
import type { WorkParts } from "../ingest/partitionWork.ts";
import { TakenPartitions } from "../ingest/takenPartitions.ts";

/** A hand in this same thread, over connections of its own, that counts what it was lent. */
export class NearHand implements Hand {
  readonly #taken: TakenPartitions;
  /** The partitions that it was lent, in the order in which they came. */
  readonly lent: number[] = [];

  constructor(parts: WorkParts) {
    this.#taken = new TakenPartitions(parts);
  }

  async work(partition: number, signal: AbortSignal): Promise<boolean> {
    this.lent.push(partition);
    const leave = () => this.#taken.leave(partition);
    signal.addEventListener("abort", leave, { once: true });
    const done = this.#taken.take(partition);
    if (signal.aborted) leave();
    await done;
    signal.removeEventListener("abort", leave);
    return true;
  }

  close(): Promise<void> {
    return this.#taken.close();
  }
}
