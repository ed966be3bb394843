import { RedisAwayError } from "../errors.ts";
import type { StreamEntry, StreamReader } from "../ingest/partitionConsumer.ts";
import type { EventLog } from "../ports.ts";
import { type Connection, command, type RedisNodes, type Reply } from "./connection.ts";
import { eventsKey, partitionOf } from "./keys.ts";

/** The field of a stream entry that holds the event's JSON. */
const FIELD = "event";

/** Reads one partition's stream over a connection of its own. */
export function streamReader(connection: Connection, partition: number): StreamReader {
  const key = eventsKey(partition);
  return {
    async read(after, count, blockMs) {
      const args = ["XREAD", "COUNT", `${count}`, "BLOCK", `${blockMs}`, "STREAMS", key, after];
      const reply = await command<Reply>(connection, args);
      if (reply === null) return [];
      const [[, entries]] = reply as [[string, [string, string[]][]]];
      return entries.map(([id, fields]): StreamEntry => [id, textOf(fields)]);
    },
  };
}

/** The event's text among the fields of an entry; an entry without it reads as an empty text, which is no event. */
function textOf(fields: readonly string[]): string {
  if (fields[0] === FIELD) return fields[1] ?? "";
  for (let at = 2; at < fields.length; at += 2) if (fields[at] === FIELD) return fields[at + 1] ?? "";
  return "";
}

/** The way in for accepted events: `XADD` to the partition of each, all in one round trip a node. */
export function eventLog(nodes: RedisNodes, partitions: number, deadlineMs = 5_000): EventLog {
  return {
    async append(events) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new RedisAwayError("Redis did not answer in time")), deadlineMs);
      });
      const stored = events.map(async ({ office, json }) => {
        const partition = partitionOf(office, partitions);
        const connection = await nodes.at(partition);
        if (!connection.isReady) throw new RedisAwayError("The connection to Redis is lost");
        return command(connection, ["XADD", eventsKey(partition), "*", FIELD, json]);
      });
      const all = Promise.all(stored);
      all.catch(() => undefined);
      try {
        await Promise.race([all, late]);
      } catch (error) {
        await Promise.race([Promise.allSettled(stored), late]).catch(() => undefined);
        throw error instanceof RedisAwayError ? error : new RedisAwayError(String(error));
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
