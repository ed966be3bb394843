import { RedisAwayError } from "../errors.ts";
import type { StreamEntry, StreamReader } from "../ingest/partitionConsumer.ts";
import type { EventLog } from "../ports.ts";
import { command, type RedisNodes } from "./connection.ts";
import { eventsKey, partitionOf } from "./keys.ts";
import type { Followed, RawEntry, StreamTail } from "./streamTail.ts";

/** The field of a stream entry that holds the event's JSON. */
const FIELD = "event";

/** Reads one partition's stream, in order and each entry once, from behind the entry first asked for. */
export function streamReader(tail: StreamTail, partition: number): StreamReader & { close(): void } {
  let followed: Followed | null = null;
  const texts = (entries: readonly RawEntry[]) => entries.map(([id, fields]): StreamEntry => [id, textOf(fields)]);
  return {
    async read(after, count, blockMs) {
      followed ??= tail.follow(eventsKey(partition), after);
      return texts(await followed.read(count, blockMs));
    },
    arrived: (count) => texts(followed?.take(count) ?? []),
    close: () => followed?.close(),
  };
}

/** The event's text among the fields of an entry; an entry without it reads as an empty text, which is no event. */
export function textOf(fields: readonly string[]): string {
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
