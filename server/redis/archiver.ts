import { formatDay, parseDay } from "../../shared/time.ts";
import type { ArchivedDay } from "../archive/archivedDay.ts";
import type { ArchiveFolder } from "../archive/archiveFolder.ts";
import { checkFile } from "../archive/checkFile.ts";
import { writeDay } from "../archive/writeDay.ts";
import { command, type RedisNodes } from "./connection.ts";
import { archiveKey } from "./keys.ts";
import { nextDayInStream, redisDay, streamDay } from "./streamDays.ts";

/** A day is over for good when Redis' clock is so far past it, ms: no entry gets an id of it any more. */
const SETTLED_MS = 600_000;

export interface ArchiverParts {
  readonly nodes: RedisNodes;
  readonly folder: ArchiveFolder;
  /** A rest between two slices, so that the live path goes first. */
  rest(): Promise<void>;
  /** Called at the points where a test lets the process die. */
  readonly crash?: (point: string) => void;
}

/** Whether this folder holds, or from now on will hold, the archive of a partition: it belongs to one folder, whole. */
export async function ownsArchive({ nodes, folder }: ArchiverParts, partition: number): Promise<boolean> {
  const at = await nodes.at(partition);
  const identity = await folder.ensureIdentity();
  await command(at, ["HSETNX", archiveKey(partition), "folder", identity]);
  return (await command<string>(at, ["HGET", archiveKey(partition), "folder"])) === identity;
}

/** The last day that may be partly trimmed from a partition's stream: what is archived of it and before stands for good. */
export async function trimmedDay(nodes: RedisNodes, partition: number): Promise<number> {
  const text = await command<string | null>(await nodes.at(partition), ["HGET", archiveKey(partition), "trimmed"]);
  return text === null ? -1 : (parseDay(text) ?? -1);
}

async function sound(folder: ArchiveFolder, day: ArchivedDay): Promise<boolean> {
  return (await checkFile(folder.fileOf(day.partition, day.day), day)).length === 0;
}

/**
 * Archives every day of a partition that is over and not archived yet, the oldest first; tells the days it wrote. Whoever
 * was interrupted begins the day anew. @throws RedisAwayError, ArchiveWriteError
 */
export async function archivePartition(parts: ArchiverParts, partition: number): Promise<ArchivedDay[]> {
  const { nodes, folder } = parts;
  if (!(await ownsArchive(parts, partition))) return [];
  await folder.sweep(partition);
  const written: ArchivedDay[] = [];
  const running = await redisDay(nodes, partition, SETTLED_MS);
  const trimmed = await trimmedDay(nodes, partition);
  let day = await nextDayInStream(nodes, partition, trimmed + 1);
  while (day !== null && day < running) {
    if ((await folder.manifest(partition, day)) === null) {
      const done = await rewriteDay(parts, partition, day);
      if (done !== null) written.push(done);
    }
    day = await nextDayInStream(nodes, partition, day + 1);
  }
  return written;
}

/** Archives a day out of the stream, whatever is archived of it. The stream must hold all of it. */
export async function rewriteDay(parts: ArchiverParts, partition: number, day: number): Promise<ArchivedDay | null> {
  const { nodes, folder, rest, crash } = parts;
  const known = (await folder.days(partition)).filter((each) => each.day < formatDay(day));
  const last = known.at(-1);
  const before =
    last === undefined ? { day: null, entries: 0 } : { day: last.day, entries: last.before.entries + last.entries };
  return writeDay(folder, { partition, day: formatDay(day), before }, streamDay(nodes, partition, day, rest), crash);
}

/** Whether a day is archived and its file is sound; one that was damaged is written anew out of the stream. */
export async function safelyArchived(
  parts: ArchiverParts,
  partition: number,
  day: number,
): Promise<ArchivedDay | null> {
  const kept = await parts.folder.manifest(partition, day);
  return kept !== null && (await sound(parts.folder, kept)) ? kept : rewriteDay(parts, partition, day);
}
