import type { Connection, RedisNodes } from "../redis/connection.ts";
import { streamReader } from "../redis/eventStream.ts";
import { PARTITIONS } from "./benchDay.ts";

const COUNT = 1_000;

/** Opens one connection a partition, as the product reads, and closes them when `body` is done. */
export async function withReaders<T>(
  nodes: RedisNodes,
  body: (connections: readonly Connection[]) => Promise<T>,
): Promise<T> {
  const connections: Connection[] = [];
  for (let partition = 0; partition < PARTITIONS; partition += 1)
    connections.push(await nodes.own(partition, "bench-limit"));
  try {
    return await body(connections);
  } finally {
    for (const connection of connections) nodes.release(connection);
  }
}

/** Reads all streams at the same time to their ends, the next batch on its way while this one is looked at. */
export async function readAll(connections: readonly Connection[], look: (text: string) => void): Promise<void> {
  const read = async (connection: Connection, partition: number) => {
    const reader = streamReader(connection, partition);
    let next = reader.read("0-0", COUNT, 1);
    for (;;) {
      const entries = await next;
      const last = entries.at(-1);
      if (last === undefined) return;
      next = reader.read(last[0], COUNT, 1);
      for (const [, text] of entries) look(text);
    }
  };
  await Promise.all(connections.map(read));
}

/** Reads and parses all events and does nothing with them: what Node and Redis leave to reach. */
export async function readAndParse(connections: readonly Connection[], events: number): Promise<void> {
  let parsed = 0;
  await readAll(connections, (text) => {
    if ((JSON.parse(text) as { source?: string }).source !== undefined) parsed += 1;
  });
  if (parsed !== events) throw new Error(`The streams hold ${parsed} events and not ${events}`);
}
