import type { Connection, RedisNodes } from "./connection.ts";

/**
 * Things that need a connection of their own and serve many partitions: one for all partitions of a single Redis, one for
 * each partition of a Cluster, where two partitions may lie on two nodes. What has become unusable is made anew.
 */
export class Lines<T extends { readonly usable: boolean }> {
  readonly #nodes: RedisNodes;
  readonly #name: string;
  readonly #make: (connection: Connection) => T;
  readonly #made = new Map<number, Promise<{ readonly connection: Connection; readonly line: T }>>();

  /** @param name of the connections, as Redis lists them */
  constructor(nodes: RedisNodes, name: string, make: (connection: Connection) => T) {
    this.#nodes = nodes;
    this.#name = name;
    this.#make = make;
  }

  /** The line that serves a partition. @throws RedisAwayError */
  async at(partition: number): Promise<T> {
    const place = this.#nodes.clustered ? partition : 0;
    const known = this.#made.get(place);
    if (known !== undefined) {
      const { connection, line } = await known;
      if (line.usable) return line;
      if (this.#made.get(place) === known) {
        this.#made.delete(place);
        this.#nodes.release(connection);
      }
      return this.at(partition);
    }
    const making = this.#nodes
      .own(place, this.#nodes.clustered ? `${this.#name}-${place}` : this.#name)
      .then((connection) => ({ connection, line: this.#make(connection) }));
    this.#made.set(place, making);
    making.catch(() => this.#made.delete(place));
    return (await making).line;
  }

  /** Closes all of them. */
  async close(): Promise<void> {
    const made = await Promise.allSettled(this.#made.values());
    this.#made.clear();
    for (const each of made) if (each.status === "fulfilled") this.#nodes.release(each.value.connection);
  }
}
