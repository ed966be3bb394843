import { FoldingHand } from "../foldingHand.ts";
import type { ConsumerReport } from "../ingest/partitionConsumer.ts";
import type { Clock } from "../ports.ts";

/** The member that all runs of a bench are, one after the other. */
export const MEMBER = "bench";

/** The second thread of a server that catches up several times: cold the first time, and warm as the first one is then. */
export class SecondHand {
  readonly hand: FoldingHand;
  /** Told of each of its commits. */
  report: (of: ConsumerReport) => void = () => {};
  /** Told when something went wrong with a partition. */
  failed: () => void = () => {};

  constructor(redis: string, clock: Clock) {
    this.hand = new FoldingHand({
      ...{ redis: [redis], reference: "seeds", member: MEMBER, clock },
      report: (_partition, of) => this.report(of),
      failed: () => this.failed(),
    });
  }
}
