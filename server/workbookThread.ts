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

/** Bytes sent at once: who reads them is busy with rows, and each sending waits for it. */
const PIECE = 512 * 1024;
const bytes = workbookOf(rests, file, rows())[Symbol.asyncIterator]();

/** The next bytes, as many as are sent at once; none when the file has ended. */
async function nextPiece(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let size = 0; size < PIECE; ) {
    const { done, value } = await bytes.next();
    if (done === true) break;
    parts.push(value);
    size += value.length;
  }
  const piece = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    piece.set(part, at);
    at += part.length;
  }
  return piece;
}

parentPort?.on("message", async (order: WorkbookOrder) => {
  if (order.kind === "rows") {
    given(order.block);
    return;
  }
  const piece = await nextPiece();
  if (piece.length === 0) tell({ kind: "end" });
  else tell({ kind: "bytes", bytes: piece }, [piece.buffer as ArrayBuffer]);
});
