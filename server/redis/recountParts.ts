import { formatDay } from "../../shared/time.ts";
import type { ArchiveFolder } from "../archive/archiveFolder.ts";
import type { ReconcileParts } from "../archive/reconcile.ts";
import type { OfficeRules } from "../core/office.ts";
import type { Clock } from "../ports.ts";
import { trimmedDay } from "./archiver.ts";
import type { RedisNodes } from "./connection.ts";
import { partitionOf } from "./keys.ts";
import { rowSnapshot } from "./rowSnapshot.ts";

/** Events that are in the streams no longer are archived in a folder that is not this one. */
class ArchiveElsewhereError extends Error {
  override readonly name = "ArchiveElsewhereError";
}

async function assertHere(nodes: RedisNodes, folder: ArchiveFolder, partition: number): Promise<void> {
  const trimmed = await trimmedDay(nodes, partition);
  if (trimmed < 0 || (await folder.manifest(partition, trimmed)) !== null) return;
  throw new ArchiveElsewhereError(
    `The events of partition ${partition} up to ${formatDay(trimmed)} are archived in another folder; count where that folder is.`,
  );
}

/** What a recount works with: this archive, the running streams, and the stored rows. */
export function recountParts(of: {
  readonly nodes: RedisNodes;
  readonly partitions: number;
  readonly folder: ArchiveFolder;
  readonly clock: Clock;
  rules(office: string): OfficeRules | null;
}): ReconcileParts {
  const { nodes, partitions, folder, clock, rules } = of;
  return {
    ...{ source: { folder, streams: nodes }, clock, rules },
    partitionOf: (office) => partitionOf(office, partitions),
    async snapshot(partition, offices, from, to) {
      await assertHere(nodes, folder, partition);
      return rowSnapshot(nodes, partition, offices, from, to);
    },
  };
}
