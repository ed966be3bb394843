import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { ArchivedDay, ArchivedEntry } from "./archivedDay.ts";
import { packEntry } from "./archivedDay.ts";
import type { ArchiveFolder } from "./archiveFolder.ts";
import { checkFile } from "./checkFile.ts";

/** The file that was read back is not what was written: nothing is kept of it. */
export class ArchiveWriteError extends Error {
  override readonly name = "ArchiveWriteError";
}

export interface DayToWrite {
  readonly partition: number;
  readonly day: string;
  readonly before: ArchivedDay["before"];
}

/**
 * Archives one day: into a temporary file, to the disk, read back and compared, then renamed, then the manifest. A crash at
 * any point leaves either the whole day or nothing that counts. Null when there is nothing of the day.
 * @param slices the entries in their order, some at once
 * @param crash called at the points where a test lets the process die
 */
export async function writeDay(
  folder: ArchiveFolder,
  { partition, day, before }: DayToWrite,
  slices: AsyncIterable<readonly ArchivedEntry[]>,
  crash: (point: string) => void = () => {},
): Promise<ArchivedDay | null> {
  await mkdir(folder.folderOf(partition), { recursive: true, mode: 0o700 });
  const temporary = `${folder.fileOf(partition, day)}.${randomUUID().slice(0, 8)}.tmp`;
  const textHash = createHash("sha256");
  const fileHash = createHash("sha256");
  let [entries, textBytes, fileBytes, first, last] = [0, 0, 0, "", ""];
  async function* lines() {
    for await (const slice of slices) {
      if (slice.length === 0) continue;
      if (entries === 0) [first] = slice[0] as ArchivedEntry;
      [last] = slice.at(-1) as ArchivedEntry;
      entries += slice.length;
      const bytes = Buffer.from(slice.map(packEntry).join(""));
      textHash.update(bytes);
      textBytes += bytes.length;
      crash("writing");
      yield bytes;
    }
  }
  const handle = await open(temporary, "wx", 0o600);
  try {
    await pipeline(Readable.from(lines()), createGzip(), async (packed: AsyncIterable<Buffer>) => {
      for await (const chunk of packed) {
        fileHash.update(chunk);
        fileBytes += chunk.length;
        await handle.write(chunk);
      }
    });
    crash("before-sync");
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (entries === 0) {
    await rm(temporary, { force: true });
    return null;
  }
  const written: ArchivedDay = {
    ...{ partition, day, entries, first, last },
    ...{ fileHash: fileHash.digest("hex"), fileBytes, textHash: textHash.digest("hex"), textBytes, before },
  };
  crash("before-check");
  const [fault] = await checkFile(temporary, written);
  if (fault !== undefined) {
    await rm(temporary, { force: true });
    throw new ArchiveWriteError(`${temporary}: ${fault}`);
  }
  crash("before-rename");
  await folder.keep(written, temporary, crash);
  return written;
}
