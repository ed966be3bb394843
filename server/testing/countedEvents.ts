import { AT } from "../core/row.ts";
import type { Connection } from "../redis/connection.ts";
import { readRows } from "./campaign/readRows.ts";

/** How many events the stored rows of offices count, over all days. */
export async function countedEvents(admin: Connection): Promise<number> {
  const stored = await readRows(admin);
  return [...stored.values()].reduce((sum, { rows }) => {
    for (const [key, row] of rows) if (!key.includes("/")) return sum + (row.counts[AT.events] as number);
    return sum;
  }, 0);
}
