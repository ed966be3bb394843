import { parentPort, workerData } from "node:worker_threads";
import type { ReportCell } from "../shared/report.ts";
import { type RowBlock, unpackRows } from "./export/statistics/rowBlock.ts";
import { layoutOf } from "./export/statistics/statisticsLayout.ts";
import { workbookOf } from "./export/statistics/statisticsXlsx.ts";
import type { WorkbookOrder, WorkbookTold, WorkbookWorkerData } from "./export/statistics/workbookThread.ts";

/*
 * Writes one workbook of figures in a thread of its own, from rows that are read in another. Both sides ask: this one for
 * the next rows, one block ahead, the other for the next bytes, so that neither runs away from a slow reader.
 */
const { rests, file } = workerData as WorkbookWorkerData;
const tell = (told: WorkbookTold, bytes: readonly ArrayBuffer[] = []) => parentPort?.postMessage(told, [...bytes]);
let given: (block: RowBlock | null) => void = () => undefined;

function askForRows(): Promise<RowBlock | null> {
  return new Promise((resolve) => {
    given = resolve;
    tell({ kind: "more" });
  });
}

async function* rows(): AsyncGenerator<readonly ReportCell[][]> {
  const layout = layoutOf(file);
  let next = askForRows();
  for (let block = await next; block !== null; block = await next) {
    next = askForRows();
    yield unpackRows(layout, block, file);
  }
}

const pieces = workbookOf(rests, file, rows())[Symbol.asyncIterator]();
parentPort?.on("message", async (order: WorkbookOrder) => {
  if (order.kind === "rows") {
    given(order.block);
    return;
  }
  const { done, value } = await pieces.next();
  if (done === true) tell({ kind: "end" });
  else {
    const bytes = new Uint8Array(value);
    tell({ kind: "bytes", bytes }, [bytes.buffer]);
  }
});
