import type { Connection } from "../redis/connection.ts";
import { readStream } from "./readStream.ts";

interface Parsed {
  readonly source: string;
  readonly type: string;
  readonly time: string;
  readonly data: { readonly operator?: string; readonly service?: string; readonly ticket?: string };
}

/** Ten counters that an event raises when figures are kept as hashes: office, operator and service of the day, the hour. */
function counters({ source, type, time, data }: Parsed): readonly (readonly [key: string, field: string])[] {
  const office = source.slice(9, 17);
  const date = time.slice(0, 10);
  const day = `bench:${office}:${date}`;
  const operator = `bench:operator:${data.operator ?? office}:${date}`;
  const service = `bench:service:${office}:${data.service ?? "none"}:${date}`;
  const hour = `bench:hour:${office}:${time.slice(0, 13)}`;
  return [
    [day, "events"],
    [day, type],
    [day, source],
    [operator, "events"],
    [operator, type],
    [service, "events"],
    [service, type],
    [hour, "events"],
    [hour, type],
    [`bench:country:${date}`, type],
  ];
}

/**
 * The other way: reads the streams as the product does, the next batch on its way, parses each event and raises ten
 * counters in Redis, pipelined in batches of 1,000 events. Ends after `most` events or at the ends of the streams.
 * @returns how many events it took
 */
export async function incrementTen(readers: readonly Connection[], writer: Connection, most: number): Promise<number> {
  let taken = 0;
  for (const [partition, connection] of readers.entries())
    await readStream(connection, partition, async (texts) => {
      const pipeline = writer.multi();
      for (const text of texts)
        for (const [key, field] of counters(JSON.parse(text) as Parsed))
          pipeline.addCommand(["HINCRBY", key, field, "1"]);
      await pipeline.execAsPipeline();
      taken += texts.length;
      return taken < most;
    });
  return taken;
}
