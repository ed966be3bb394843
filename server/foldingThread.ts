import { parentPort, workerData } from "node:worker_threads";
import { indexReference } from "../shared/referenceIndex.ts";
import type { ConsumerReport } from "./ingest/partitionConsumer.ts";
import { PartitionManager } from "./ingest/partitionManager.ts";
import { RedisNodes } from "./redis/connection.ts";
import { loadReference } from "./reference.ts";
import { officeRules } from "./rules.ts";

/** What a thread that folds is started with. */
export interface FoldingWorkerData {
  readonly redis: readonly string[];
  /** Folder of the reference data. */
  readonly reference: string;
  readonly partitions: number;
  readonly member: string;
  readonly clockOffsetMs: number;
  /** Months for which operators' daily rows are kept. */
  readonly operatorMonths: number | undefined;
}

/** What it tells. */
export type FoldingTold =
  | { readonly kind: "ready" }
  | { readonly kind: "report"; readonly partition: number; readonly of: ConsumerReport; readonly owned: number }
  | { readonly kind: "behind"; readonly partition: number; readonly ms: number }
  | { readonly kind: "failed"; readonly partition: number; readonly error: string };
export type FoldingOrder = "stop";

const { redis, reference, partitions, member, clockOffsetMs, operatorMonths } = workerData as FoldingWorkerData;
const tell = (told: FoldingTold) => parentPort?.postMessage(told);
const nodes = new RedisNodes(redis);
const lag = new Map<number, number>();
const manager: PartitionManager = new PartitionManager({
  nodes,
  partitions,
  member,
  clock: { now: () => Date.now() + clockOffsetMs, offset: clockOffsetMs },
  operatorMonths,
  rules: officeRules(indexReference(await loadReference(reference)), operatorMonths),
  report: (partition, of) => tell({ kind: "report", partition, of, owned: manager.owned.length }),
  behind(partition, ms) {
    if (lag.get(partition) === ms) return;
    lag.set(partition, ms);
    tell({ kind: "behind", partition, ms });
  },
  failed: (partition, error) => tell({ kind: "failed", partition, error: String(error) }),
});
parentPort?.on("message", async (order: FoldingOrder) => {
  if (order !== "stop") return;
  await manager.stop();
  await nodes.close();
  parentPort?.close();
});
await manager.start();
tell({ kind: "ready" });
