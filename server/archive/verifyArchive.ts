import type { ArchivedDay } from "./archivedDay.ts";
import type { ArchiveFolder } from "./archiveFolder.ts";
import { checkFile } from "./checkFile.ts";
import { dayEntries } from "./entries.ts";
import { SequenceLedger, type SourceHoles } from "./sequenceLedger.ts";

/** What a look through the whole archive found. */
export interface Verification {
  readonly files: number;
  readonly entries: number;
  readonly bytes: number;
  /** What is wrong, in words: damaged or missing files, counts that do not add up. */
  readonly faults: readonly string[];
  /** Sources of which sequence numbers are not in the archive. */
  readonly holes: readonly SourceHoles[];
}

/** Whether a day follows upon the days before it: none was taken away between. */
function chainFault(day: ArchivedDay, before: ArchivedDay["before"]): string | null {
  if (day.before.day === before.day && day.before.entries === before.entries) return null;
  const missing = day.before.day ?? "none";
  return `${day.day} of partition ${day.partition} follows upon ${missing} with ${day.before.entries} entries before it, but ${before.day ?? "none"} with ${before.entries} is there`;
}

/** Reads every file: checksums, counts, order, and that the sequence numbers of every source go through. */
export async function verifyArchive(
  folder: ArchiveFolder,
  progress: (day: ArchivedDay) => void = () => {},
): Promise<Verification> {
  const faults: string[] = [];
  const ledger = new SequenceLedger();
  let [files, entries, bytes] = [0, 0, 0];
  for (const partition of await folder.partitions()) {
    let before: ArchivedDay["before"] = { day: null, entries: 0 };
    for (const day of await folder.days(partition)) {
      const chain = chainFault(day, before);
      if (chain !== null) faults.push(chain);
      const path = folder.fileOf(partition, day.day);
      const wrong = await checkFile(path, day);
      faults.push(...wrong.map((fault) => `${path} ${fault}`));
      if (wrong.length === 0) for await (const slice of dayEntries(folder, day)) ledger.add(slice);
      before = { day: day.day, entries: before.entries + day.entries };
      files += 1;
      entries += day.entries;
      bytes += day.fileBytes;
      progress(day);
    }
  }
  return { files, entries, bytes, faults, holes: ledger.holes() };
}
