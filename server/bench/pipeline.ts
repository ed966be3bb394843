import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import { PartitionManager } from "../ingest/partitionManager.ts";
import type { Clock } from "../ports.ts";
import type { RedisNodes } from "../redis/connection.ts";
import { officeRules } from "../rules.ts";
import { PARTITIONS } from "./benchDay.ts";

/** What it takes to fold events. */
export interface PipelineParts {
  readonly nodes: RedisNodes;
  readonly index: ReferenceIndex;
  readonly clock: Clock;
  /** Entries of the streams: the run ends when all are committed. */
  readonly events: number;
}

/**
 * Folds and commits all events of the streams as a server does, all partitions in this process. Resolves when the last
 * one is committed to what lets the partitions go.
 */
export function runPipeline({ nodes, index, clock, events }: PipelineParts): Promise<() => Promise<void>> {
  return new Promise((resolve, reject) => {
    let done = 0;
    const manager = new PartitionManager({
      nodes,
      partitions: PARTITIONS,
      member: `bench-${process.pid}-${performance.now()}`,
      clock,
      rules: officeRules(index),
      report(_partition, { folded, duplicates, dead }) {
        done += folded + duplicates;
        if (dead > 0) void manager.stop().then(() => reject(new Error(`${dead} events were refused`)));
        else if (done === events) resolve(() => manager.stop());
      },
      failed: (_partition, error) => void manager.stop().then(() => reject(error)),
    });
    manager.start().catch(reject);
  });
}
