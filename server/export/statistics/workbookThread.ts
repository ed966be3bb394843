import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startThread } from "../../thread.ts";
import type { FileBytes } from "../fileFormat.ts";
import { packRows, type RowBlock } from "./rowBlock.ts";
import { layoutOf, type StatisticsFile } from "./statisticsLayout.ts";
import type { Rests, StatisticsSource } from "./statisticsSource.ts";
import { statisticsXlsx } from "./statisticsXlsx.ts";

/** What a thread that writes a workbook is started with. */
export interface WorkbookWorkerData {
  readonly rests: Rests;
  readonly file: StatisticsFile;
}
/** What it is sent: the rows that it asked for, null behind the last, or the wish for its next bytes. */
export type WorkbookOrder = { readonly kind: "rows"; readonly block: RowBlock | null } | { readonly kind: "next" };
/** What it tells: that it wants rows, its next bytes, or that there are no more. */
export type WorkbookTold =
  | { readonly kind: "more" }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "end" };

const BUNDLE = fileURLToPath(new URL("./workbookThread.js", import.meta.url));
/** MB of the thread's young objects: it has few that live long. */
const YOUNG = 12;
/** One at a time: another workbook that is asked for meanwhile is written where its rows are read. */
let writing = false;

/** Whether a question has so many rows that a thread of its own is worth its start. */
function isLong({ query: { by, filter } }: StatisticsFile): boolean {
  return by.length > 1 && filter.office === undefined && (by.includes("operator") || by.includes("office"));
}

/** Figures as a workbook; a long one is written in a thread of its own while its rows are read in this one. */
export function writeWorkbook(source: StatisticsSource, file: StatisticsFile): FileBytes {
  return isLong(file) && !writing && existsSync(BUNDLE) ? inThread(source, file) : statisticsXlsx(source, file);
}

async function* inThread({ rows, ...rests }: StatisticsSource, file: StatisticsFile): FileBytes {
  writing = true;
  const workerData: WorkbookWorkerData = { rests, file };
  const thread = startThread(BUNDLE, workerData, { maxYoungGenerationSizeMb: YOUNG });
  const order = (what: WorkbookOrder, handedOver: readonly ArrayBuffer[] = []) =>
    thread.postMessage(what, [...handedOver]);
  const layout = layoutOf(file);
  const portions = rows[Symbol.asyncIterator]();
  const pieces = new Pieces(() => order({ kind: "next" }));
  const giveRows = async () => {
    const { done, value } = await portions.next();
    if (done === true) order({ kind: "rows", block: null });
    else {
      const block = packRows(layout, value);
      order({ kind: "rows", block }, [block.figures.buffer]);
    }
  };
  thread.on("message", (told: WorkbookTold) => {
    if (told.kind === "more") giveRows().catch((error: unknown) => pieces.failed(error));
    else pieces.came(told.kind === "bytes" ? told.bytes : null);
  });
  thread.once("error", (error) => pieces.failed(error));
  thread.once("exit", () => pieces.failed(new Error("The thread that writes a workbook has ended")));
  try {
    let next = pieces.ask();
    for (let bytes = await next; bytes !== null; bytes = await next) {
      next = pieces.ask();
      next.catch(() => undefined);
      yield bytes;
    }
  } finally {
    writing = false;
    await Promise.all([thread.terminate(), portions.return?.()]);
  }
}

/** The bytes that a thread sends one after the other, each when it is asked for. */
class Pieces {
  readonly #want: () => void;
  #waiting: { came(bytes: Uint8Array | null): void; failed(error: unknown): void } | null = null;
  #failure: { readonly error: unknown } | null = null;

  constructor(want: () => void) {
    this.#want = want;
  }

  ask(): Promise<Uint8Array | null> {
    return new Promise((came, failed) => {
      if (this.#failure !== null) failed(this.#failure.error);
      else {
        this.#waiting = { came, failed };
        this.#want();
      }
    });
  }

  came(bytes: Uint8Array | null): void {
    this.#waiting?.came(bytes);
    this.#waiting = null;
  }

  failed(error: unknown): void {
    this.#failure ??= { error };
    this.#waiting?.failed(error);
    this.#waiting = null;
  }
}
