import { createHash } from "node:crypto";
import { formatDay } from "../../shared/time.ts";
import { type ArchivedDay, compareIds, firstIdOf, packEntry } from "../archive/archivedDay.ts";
import { type ArchiverParts, ownsArchive, rewriteDay, safelyArchived, trimmedDay } from "./archiver.ts";
import { unpackCheckpoint } from "./checkpoint.ts";
import { command } from "./connection.ts";
import { archiveKey, checkpointKey, eventsKey } from "./keys.ts";
import { nextDayInStream, redisDay, streamDay } from "./streamDays.ts";

/** Days that stay in the streams besides the running one. */
const DAYS_IN_STREAM = 7;

/** Whether what is archived of a day is to the letter what the stream holds of it. */
async function agrees({ nodes, rest }: ArchiverParts, day: ArchivedDay, of: number): Promise<boolean> {
  const hash = createHash("sha256");
  let entries = 0;
  for await (const slice of streamDay(nodes, day.partition, of, rest)) {
    hash.update(slice.map(packEntry).join(""));
    entries += slice.length;
  }
  return entries === day.entries && hash.digest("hex") === day.textHash;
}

/**
 * Trims the days from a partition's stream that have lain there long enough, the oldest first: only what is folded (the
 * checkpoint has passed it) and archived to the letter, in a sound file. Tells the days. @throws RedisAwayError
 */
export async function trimPartition(parts: ArchiverParts, partition: number, keep = DAYS_IN_STREAM): Promise<string[]> {
  const { nodes, crash = () => {} } = parts;
  if (!(await ownsArchive(parts, partition))) return [];
  const at = await nodes.at(partition);
  const trim = (day: number) => command(at, ["XTRIM", eventsKey(partition), "MINID", "=", firstIdOf(day + 1)]);
  const horizon = await redisDay(nodes, partition, keep * 86_400_000);
  const begun = await trimmedDay(nodes, partition);
  // what a process that died had decided
  if (begun >= 0) await trim(begun);
  const trimmed: string[] = [];
  for (;;) {
    const day = await nextDayInStream(nodes, partition, 0);
    if (day === null || day >= horizon) return trimmed;
    let kept = await safelyArchived(parts, partition, day);
    if (kept !== null && !(await agrees(parts, kept, day))) kept = await rewriteDay(parts, partition, day);
    if (kept === null || !(await agrees(parts, kept, day))) return trimmed;
    const folded = unpackCheckpoint(await command<string | null>(at, ["GET", checkpointKey(partition)]));
    if (compareIds(folded.id, kept.last) < 0) return trimmed;
    await command(at, ["HSET", archiveKey(partition), "trimmed", formatDay(day)]);
    crash("before-trim");
    await trim(day);
    crash("after-trim");
    trimmed.push(kept.day);
  }
}
