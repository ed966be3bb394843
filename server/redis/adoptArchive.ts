import type { ArchiveFolder } from "../archive/archiveFolder.ts";
import { command, type RedisNodes } from "./connection.ts";
import { archiveKey } from "./keys.ts";

/** Makes a folder the one that holds the archive of every partition; tells how many partitions there are. */
export async function adoptArchive(nodes: RedisNodes, partitions: number, folder: ArchiveFolder): Promise<number> {
  const identity = await folder.ensureIdentity();
  for (let partition = 0; partition < partitions; partition += 1)
    await command(await nodes.at(partition), ["HSET", archiveKey(partition), "folder", identity]);
  return partitions;
}
