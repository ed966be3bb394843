import { parentPort, workerData } from "node:worker_threads";
import { indexReference } from "../shared/referenceIndex.ts";
import type { ConsumerReport } from "./ingest/partitionConsumer.ts";
import { TakenPartitions } from "./ingest/takenPartitions.ts";
import { RedisNodes } from "./redis/connection.ts";
import { loadReference } from "./reference.ts";
import { officeRules } from "./rules.ts";

/** What the thread is started with. */
export interface HandWorkerData {
  readonly redis: readonly string[];
  /** Folder of the reference data. */
  readonly reference: string;
  readonly member: string;
  readonly clockOffsetMs: number;
  /** Months for which operators' daily rows are kept. */
  readonly operatorMonths: number | undefined;
}

/** What it is asked: to fold a partition, to let go of it, to end. */
export type HandOrder =
  | { readonly kind: "take"; readonly partition: number }
  | { readonly kind: "leave"; readonly partition: number }
  | { readonly kind: "end" };

/** What it tells; `left` when a partition's work is committed and its lease is given back. */
export type HandTold =
  | { readonly kind: "ready" }
  | { readonly kind: "report"; readonly partition: number; readonly of: ConsumerReport }
  | { readonly kind: "behind"; readonly partition: number; readonly ms: number }
  | { readonly kind: "failed"; readonly partition: number; readonly error: string }
  | { readonly kind: "left"; readonly partition: number };

const { redis, reference, member, clockOffsetMs, operatorMonths } = workerData as HandWorkerData;
const tell = (told: HandTold) => parentPort?.postMessage(told);
const nodes = new RedisNodes(redis);
const taken = new TakenPartitions({
  nodes,
  member,
  clock: { now: () => Date.now() + clockOffsetMs, offset: clockOffsetMs },
  operatorMonths,
  rules: officeRules(indexReference(await loadReference(reference)), operatorMonths),
  report: (partition, of) => tell({ kind: "report", partition, of }),
  behind: (partition, ms) => tell({ kind: "behind", partition, ms }),
  failed: (partition, error) => tell({ kind: "failed", partition, error: String(error) }),
});
parentPort?.on("message", async (order: HandOrder) => {
  switch (order.kind) {
    case "take":
      await taken.take(order.partition);
      tell({ kind: "left", partition: order.partition });
      break;
    case "leave":
      taken.leave(order.partition);
      break;
    case "end":
      await taken.close();
      await nodes.close();
      parentPort?.close();
  }
});
tell({ kind: "ready" });
