import { type Row, unpackRow } from "../core/row.ts";

/** Rows by key, kept as they are stored and unpacked when somebody looks: most are replaced before anybody does. */
export class PackedRows {
  readonly #rows = new Map<string, string | Row>();

  /** Puts a row as text. */
  set(key: string, packed: string): void {
    this.#rows.set(key, packed);
  }

  delete(key: string): void {
    this.#rows.delete(key);
  }

  clear(): void {
    this.#rows.clear();
  }

  /** All rows with their keys. */
  *[Symbol.iterator](): IterableIterator<readonly [key: string, row: Row]> {
    for (const [key, kept] of this.#rows) {
      const row = typeof kept === "string" ? unpackRow(kept) : kept;
      if (row !== kept) this.#rows.set(key, row);
      yield [key, row];
    }
  }
}
