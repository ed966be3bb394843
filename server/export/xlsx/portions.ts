import type { Row, RowPortions } from "./sheet.ts";

/** Rows that are read only once and in parts: as many as fit a sheet, then the rest. */
export class PortionReader {
  readonly #portions: AsyncIterator<readonly Row[]>;
  #rest: readonly Row[] = [];
  #ended = false;

  constructor(portions: RowPortions) {
    this.#portions = Symbol.asyncIterator in portions ? portions[Symbol.asyncIterator]() : awaited(portions);
  }

  /** Whether all rows were read; reads ahead by a portion at most. */
  async ended(): Promise<boolean> {
    while (this.#rest.length === 0 && !this.#ended) {
      const { done, value } = await this.#portions.next();
      if (done === true) this.#ended = true;
      else this.#rest = value;
    }
    return this.#rest.length === 0;
  }

  /** The next rows, at most so many. */
  async *upTo(most: number): AsyncGenerator<readonly Row[]> {
    let free = most;
    while (free > 0 && !(await this.ended())) {
      const portion = this.#rest.slice(0, free);
      this.#rest = this.#rest.slice(portion.length);
      free -= portion.length;
      yield portion;
    }
  }
}

async function* awaited(portions: Iterable<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  yield* portions;
}
