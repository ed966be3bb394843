import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import type { ConsumerReport } from "../ingest/partitionConsumer.ts";
import { PartitionManager } from "../ingest/partitionManager.ts";
import type { Clock } from "../ports.ts";
import type { RedisNodes } from "../redis/connection.ts";
import { officeRules } from "../rules.ts";
import { PARTITIONS } from "./benchDay.ts";
import { MEMBER, type SecondHand } from "./secondHand.ts";

/** What it takes to fold events. */
export interface PipelineParts {
  readonly nodes: RedisNodes;
  readonly index: ReferenceIndex;
  readonly clock: Clock;
  /** Entries of the streams: the run ends when all are committed. */
  readonly events: number;
  /** Takes half of the partitions while a backlog waits, as on a server. */
  readonly second?: SecondHand | undefined;
}

/** A run whose events are all committed. */
export interface PipelineRun {
  /** How often a partition lost its lease or its connection and began anew from its checkpoint. */
  readonly begunAnew: number;
  /** Lets the partitions go. */
  stop(): Promise<void>;
}

/**
 * Folds and commits all events of the streams as a server does, all partitions in this process. Resolves when the last
 * one is committed. @throws when an event is refused
 */
export function runPipeline({ nodes, index, clock, events, second }: PipelineParts): Promise<PipelineRun> {
  return new Promise((resolve, reject) => {
    let done = 0;
    let begunAnew = 0;
    const report = ({ folded, duplicates, dead }: ConsumerReport) => {
      done += folded + duplicates;
      if (dead > 0) void manager.stop().then(() => reject(new Error(`${dead} events were refused`)));
      else if (done === events) resolve({ begunAnew, stop: () => manager.stop() });
    };
    const failed = () => {
      begunAnew += 1;
    };
    if (second !== undefined) Object.assign(second, { report, failed });
    const manager = new PartitionManager({
      ...{ nodes, clock, failed, partitions: PARTITIONS, member: MEMBER, hand: second?.hand },
      rules: officeRules(index),
      report: (_partition, of) => report(of),
    });
    manager.start().catch(reject);
  });
}
