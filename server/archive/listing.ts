import type { ArchiveFolder } from "./archiveFolder.ts";
import { verifyArchive } from "./verifyArchive.ts";

const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`;

/** What is archived, a line a partition. */
export async function listArchive(folder: ArchiveFolder, print: (line: string) => void): Promise<number> {
  let [files, entries, bytes] = [0, 0, 0];
  for (const partition of await folder.partitions()) {
    const days = await folder.days(partition);
    const [first] = days;
    const last = days.at(-1);
    if (first === undefined || last === undefined) continue;
    const held = days.reduce((sum, day) => sum + day.entries, 0);
    const size = days.reduce((sum, day) => sum + day.fileBytes, 0);
    print(
      `partition ${partition}: ${first.day} to ${last.day}, ${days.length} days, ${held} entries, ${megabytes(size)}`,
    );
    files += days.length;
    entries += held;
    bytes += size;
  }
  print(`${files} files, ${entries} entries, ${megabytes(bytes)} in ${folder.path}`);
  return 0;
}

/** Reads the whole archive and says what is wrong; the exit code is 1 when a file is damaged or missing. */
export async function verifyAndPrint(folder: ArchiveFolder, print: (line: string) => void): Promise<number> {
  const found = await verifyArchive(folder);
  for (const fault of found.faults) print(`FAULT ${fault}`);
  for (const { office, producer, missing, seen } of found.holes)
    print(`hole /offices/${office}/${producer}: ${missing} numbers are not in the archive, ${seen} are`);
  const { files, entries, bytes } = found;
  print(
    `${files} files, ${entries} entries, ${megabytes(bytes)}: ${found.faults.length === 0 ? "all checksums and counts are right" : `${found.faults.length} faults`}`,
  );
  return found.faults.length === 0 ? 0 : 1;
}
