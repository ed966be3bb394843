import type { Hand } from "./hand.ts";

/** Events that have waited for so long, ms, with a full read of more behind them, are a backlog. */
const WAITED_MS = 2_000;
/** In so many partitions at once it is worth a second thread. */
const PARTITIONS = 4;

/** Which partitions of this thread a backlog waits in; when they are many, the hand is called for every second one. */
export class Backlog {
  readonly #hand: Hand | undefined;
  readonly #lend: (partition: number) => void;
  readonly #waiting = new Set<number>();
  readonly #lent = new Set<number>();
  #calling = false;

  /** @param lend has the hand go on with a partition that is worked at here */
  constructor(hand: Hand | undefined, lend: (partition: number) => void) {
    this.#hand = hand;
    this.#lend = lend;
  }

  /** How far a partition that is worked at here is behind its stream, ms; 0 when nothing waits. */
  note(partition: number, behindMs: number): void {
    if (this.#hand === undefined) return;
    if (behindMs < WAITED_MS) this.#waiting.delete(partition);
    else this.#waiting.add(partition);
    if (this.#waiting.size >= PARTITIONS && this.#lent.size === 0 && !this.#calling) void this.#call(this.#hand);
  }

  /** A partition is not worked at any more, neither here nor by the hand. */
  forget(partition: number): void {
    this.#waiting.delete(partition);
    this.#lent.delete(partition);
  }

  /** A hand that can not come is not called again: this thread works on alone. */
  async #call(hand: Hand): Promise<void> {
    this.#calling = true;
    if (!(await hand.come())) return;
    this.#calling = false;
    for (const partition of [...this.#waiting].filter((_, at) => at % 2 === 1)) {
      this.#waiting.delete(partition);
      this.#lent.add(partition);
      this.#lend(partition);
    }
  }
}
