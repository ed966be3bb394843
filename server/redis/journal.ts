import { type Connection, command } from "./connection.ts";

/** Streams of so many offices are remembered; the one that was read longest ago goes first. */
const MOST_KEPT = 400;

interface Kept<T> {
  readonly last: string;
  readonly entries: readonly T[];
}

/**
 * Streams that are only added to. What was read once is remembered, and only what came since is asked for: many pages ask
 * every few seconds, and hardly anything is said.
 */
export class Journals<T extends object> {
  readonly #keptMs: number;
  readonly #kept = new Map<string, Kept<T>>();

  /** @param keptMs entries that are older may be trimmed */
  constructor(keptMs: number) {
    this.#keptMs = keptMs;
  }

  /** Adds an entry. @throws RedisAwayError */
  async add(at: Connection, key: string, entry: T): Promise<void> {
    const oldest = `${Date.now() - this.#keptMs}`;
    await command(at, ["XADD", key, "MINID", "~", oldest, "*", "entry", JSON.stringify(entry)]);
  }

  /** All entries in their order. @throws RedisAwayError */
  async read(at: Connection, key: string): Promise<readonly T[]> {
    const known = this.#kept.get(key) ?? { last: "", entries: [] };
    const from = known.last === "" ? "-" : `(${known.last}`;
    const fresh = await command<[string, [string, string]][]>(at, ["XRANGE", key, from, "+"]);
    const entries =
      fresh.length === 0 ? known.entries : [...known.entries, ...fresh.map(([, [, text]]) => JSON.parse(text) as T)];
    this.#kept.delete(key);
    this.#kept.set(key, { last: fresh.at(-1)?.[0] ?? known.last, entries });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return entries;
  }
}
