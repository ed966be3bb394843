import type { Connection, RedisNodes } from "../redis/connection.ts";
import { PARTITIONS } from "./benchDay.ts";
import { readStream } from "./readStream.ts";

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
  const read = (connection: Connection, partition: number) =>
    readStream(connection, partition, (texts) => {
      for (const text of texts) look(text);
      return true;
    });
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
