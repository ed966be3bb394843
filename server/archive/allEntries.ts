import type { RedisNodes } from "../redis/connection.ts";
import { streamSlices } from "../redis/streamDays.ts";
import type { ArchivedEntry } from "./archivedDay.ts";
import type { ArchiveFolder } from "./archiveFolder.ts";
import { dayEntries } from "./entries.ts";

/** The archive, and the streams that go on where it ends; null when only the archive is there. */
export interface EventSource {
  readonly folder: ArchiveFolder;
  readonly streams: RedisNodes | null;
}

/**
 * Everything that ever arrived at a partition, in its order, some entries at once: first what is archived, then what only
 * the stream holds yet.
 * @param fromDay leaves out archived days before it, such as `2026-10-01`
 */
export async function* allEntries(
  { folder, streams }: EventSource,
  partition: number,
  fromDay = "",
): AsyncGenerator<ArchivedEntry[]> {
  let last = "0-0";
  for (const day of await folder.days(partition)) {
    if (day.day >= fromDay) yield* dayEntries(folder, day);
    last = day.last;
  }
  if (streams !== null) yield* streamSlices(streams, partition, last, "+");
}
