import { command, type RedisNodes } from "./connection.ts";
import { checkpointKey, FORMAT_KEY, PARTITIONS_KEY } from "./keys.ts";

/** How entities and rows are written. A store of another format is refused: read in this one it would be nonsense. */
export const FORMAT = "3";

/** The store was written in another format. The message says what to do. */
export class StoreFormatError extends Error {
  override readonly name = "StoreFormatError";
}

/**
 * The store's number of partitions: what it says, or `wanted` for a new store, for good.
 * @throws StoreFormatError, RedisAwayError
 */
export async function openStore(nodes: RedisNodes, wanted: number): Promise<number> {
  const at = await nodes.forKey(PARTITIONS_KEY);
  await command(at, ["SET", PARTITIONS_KEY, `${wanted}`, "NX"]);
  const partitions = Number(await command<string>(at, ["GET", PARTITIONS_KEY]));
  const formats = await nodes.forKey(FORMAT_KEY);
  if (!(await hasFigures(nodes, partitions))) await command(formats, ["SET", FORMAT_KEY, FORMAT]);
  const format = await command<string | null>(formats, ["GET", FORMAT_KEY]);
  if (format !== FORMAT)
    throw new StoreFormatError(
      `The store is of format ${format ?? "0"} and this version writes format ${FORMAT}: give it an empty Redis or another DATA_DIR, and rebuild it from the archive ("npm run archive -- rebuild"), or send or import the events again.`,
    );
  return partitions;
}

/** Whether anything was ever folded; events that wait in the streams are of no format yet. */
async function hasFigures(nodes: RedisNodes, partitions: number): Promise<boolean> {
  const found = await Promise.all(
    Array.from({ length: partitions }, async (_, partition) =>
      command<number>(await nodes.at(partition), ["EXISTS", checkpointKey(partition)]),
    ),
  );
  return found.includes(1);
}
