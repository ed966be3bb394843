import type { Day } from "../../shared/time.ts";
import type { StoredSnapshot } from "../archive/reconcile.ts";
import { unpackCheckpoint } from "./checkpoint.ts";
import { command, type RedisNodes } from "./connection.ts";
import { checkpointKey, rowsKey } from "./keys.ts";
import { monthOf } from "./storedRows.ts";

/**
 * The stored rows of offices of one partition on days, and the last entry that they contain: read at one moment, in a
 * transaction on a connection of its own. @throws RedisAwayError
 */
export async function rowSnapshot(
  nodes: RedisNodes,
  partition: number,
  offices: readonly string[],
  from: Day,
  to: Day,
): Promise<StoredSnapshot> {
  const months = new Set<string>();
  for (let day = from; day <= to; day += 1) months.add(monthOf(day));
  const asked = offices.flatMap((office) => [...months].map((month) => ({ office, month })));
  const connection = await nodes.own(partition, "oss-recount");
  try {
    const commands = [
      ["MULTI"],
      ["GET", checkpointKey(partition)],
      ...asked.map(({ office, month }) => ["HGETALL", rowsKey(partition, office, month, "office")]),
    ];
    const queued = commands.map((args) => command(connection, args));
    const replies = await command<(string | null | string[])[]>(connection, ["EXEC"]);
    await Promise.all(queued);
    const rows = new Map<string, [Day, string][]>();
    for (const [at, { office }] of asked.entries()) {
      const reply = replies[at + 1] as string[];
      const list = rows.get(office) ?? [];
      rows.set(office, list);
      for (let field = 0; field < reply.length; field += 2)
        list.push([Number(reply[field]), reply[field + 1] as string]);
    }
    return { checkpoint: unpackCheckpoint(replies[0] as string | null).id, rows };
  } finally {
    nodes.release(connection);
  }
}
