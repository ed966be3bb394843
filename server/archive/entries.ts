import type { Day } from "../../shared/time.ts";
import { formatDay } from "../../shared/time.ts";
import { type ArchivedDay, type ArchivedEntry, unpackEntry } from "./archivedDay.ts";
import type { ArchiveFolder } from "./archiveFolder.ts";
import { linesOfFile } from "./readFile.ts";

/** The entries of an archived day in their order, some at once. @throws when the file is damaged */
export async function* dayEntries(folder: ArchiveFolder, day: ArchivedDay): AsyncGenerator<ArchivedEntry[]> {
  for await (const lines of linesOfFile(folder.fileOf(day.partition, day.day))) yield lines.map(unpackEntry);
}

/** The archived days of a partition that lie from `from` to `to`, both inclusive. */
export async function archivedBetween(
  folder: ArchiveFolder,
  partition: number,
  from: Day,
  to: Day,
): Promise<ArchivedDay[]> {
  const days = await folder.days(partition);
  return days.filter(({ day }) => day >= formatDay(from) && day <= formatDay(to));
}
