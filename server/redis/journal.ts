import { type Connection, command } from "./connection.ts";

/** Adds an entry to a stream that is only added to; entries older than `keptMs` may be trimmed. @throws RedisAwayError */
export async function addToJournal(at: Connection, key: string, entry: object, keptMs: number): Promise<void> {
  const oldest = `${Date.now() - keptMs}`;
  await command(at, ["XADD", key, "MINID", "~", oldest, "*", "entry", JSON.stringify(entry)]);
}

/** All entries of a stream in their order. @throws RedisAwayError */
export async function readJournal<T>(at: Connection, key: string): Promise<T[]> {
  const entries = await command<[string, [string, string]][]>(at, ["XRANGE", key, "-", "+"]);
  return entries.map(([, [, text]]) => JSON.parse(text) as T);
}
