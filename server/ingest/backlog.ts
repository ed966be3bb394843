/** Events that have waited for so long, ms, with a full read of more behind them, are a backlog. */
const WAITED_MS = 2_000;
/** In so many partitions at once it is worth a second thread. */
const WORTH = 4;

/**
 * Which partitions of this thread a backlog waits in, and which of them are lent to the hand: half of them, while they are
 * many. When one comes back worked off, another takes its place, so that both threads are done at about the same time.
 */
export class Backlog {
  readonly #waiting = new Set<number>();
  readonly #lent = new Set<number>();
  #lends: boolean;

  /** @param lends false when there is no hand to lend to */
  constructor(lends: boolean) {
    this.#lends = lends;
  }

  /**
   * Told how far a partition that is worked at here is behind its stream, ms; 0 when nothing waits.
   * @returns whether the hand shall go on with it
   */
  note(partition: number, behindMs: number): boolean {
    if (behindMs < WAITED_MS) {
      this.#waiting.delete(partition);
      return false;
    }
    this.#waiting.add(partition);
    const all = this.#waiting.size + this.#lent.size;
    if (!this.#lends || all < WORTH || this.#lent.size * 2 >= all) return false;
    this.#waiting.delete(partition);
    this.#lent.add(partition);
    return true;
  }

  /** A partition is not worked at any more, neither here nor by the hand. */
  forget(partition: number): void {
    this.#waiting.delete(partition);
    this.#lent.delete(partition);
  }

  /** There is no hand any more: nothing is lent again. */
  keepAll(): void {
    this.#lends = false;
  }
}
