import type { Day } from "../../shared/time.ts";
import type { EventLog } from "../ports.ts";
import type { ArchiveFolder } from "./archiveFolder.ts";
import { archivedBetween, dayEntries } from "./entries.ts";

/** Which archived events are asked for: days of arrival (UTC), both included, and one office or all. */
export interface ReplayQuestion {
  readonly from: Day;
  readonly to: Day;
  readonly office: string | null;
}

/** The texts of archived entries, some at once: of an office those whose source names it. */
export async function* archivedTexts(folder: ArchiveFolder, { from, to, office }: ReplayQuestion) {
  const named = office === null ? "" : `/offices/${office}/`;
  for (const partition of await folder.partitions())
    for (const day of await archivedBetween(folder, partition, from, to))
      for await (const slice of dayEntries(folder, day)) {
        const texts = slice.map(([, text]) => text).filter((text) => text.includes(named));
        if (texts.length > 0) yield { partition, texts };
      }
}

const SOURCE = /"source"\s*:\s*"\/offices\/([^/"]+)\//;

/** Sends archived events through the streams of a store once more; those that it knows change nothing. Tells how many. */
export async function replayInto(
  log: EventLog,
  folder: ArchiveFolder,
  question: ReplayQuestion,
): Promise<{ sent: number; left: number }> {
  let [sent, left] = [0, 0];
  for await (const { texts } of archivedTexts(folder, question)) {
    const events = texts.flatMap((json) => {
      const office = SOURCE.exec(json)?.[1];
      return office === undefined ? [] : [{ office, json }];
    });
    await log.append(events);
    sent += events.length;
    left += texts.length - events.length;
  }
  return { sent, left };
}
