/** Lets those who work long in one thread work one after the other, with the thread's other work between two of them. */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Resolves when it is one's turn: no sooner than what came from outside meanwhile was served. */
  next(): Promise<void> {
    this.#last = this.#last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return this.#last;
  }
}
