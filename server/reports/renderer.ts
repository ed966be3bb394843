import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Worker } from "node:worker_threads";
import type { Report } from "../../shared/report.ts";
import type { FileBytes, FileFormat, Language } from "../export/fileFormat.ts";
import { renderDictionary, renderReport } from "../export/renderReport.ts";
import { startThread } from "../thread.ts";

/** A file that is asked for. */
export interface RenderOrder {
  readonly id: number;
  readonly report: Report;
  readonly format: FileFormat;
  readonly language: Language;
  /** The dictionary that goes beside the file instead of the file itself. */
  readonly dictionary: boolean;
}

/** What the thread answers: the file, or why there is none. */
export type RenderTold =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly error: string };

/** Makes files of reports. */
export interface Renderer {
  render(report: Report, format: FileFormat, language: Language, dictionary?: boolean): FileBytes;
  stop(): Promise<void>;
}

const BUNDLE = fileURLToPath(new URL("./renderThread.js", import.meta.url));

/** Makes files in a thread of its own, begun when first asked; run from its sources, in this one. */
export function createRenderer(): Renderer {
  return existsSync(BUNDLE) ? new RenderThread() : { render: renderHere, stop: async () => {} };
}

function renderHere(report: Report, format: FileFormat, language: Language, dictionary = false): FileBytes {
  return dictionary ? renderDictionary(report, language) : renderReport(report, format, language);
}

interface Waiting {
  done(bytes: Uint8Array): void;
  failed(error: Error): void;
}

class RenderThread implements Renderer {
  #thread: Worker | null = null;
  #last = 0;
  readonly #waiting = new Map<number, Waiting>();

  async *render(report: Report, format: FileFormat, language: Language, dictionary = false): FileBytes {
    yield await new Promise<Uint8Array>((done, failed) => {
      const id = ++this.#last;
      this.#waiting.set(id, { done, failed });
      this.#running().postMessage({ id, report, format, language, dictionary } satisfies RenderOrder);
    });
  }

  async stop(): Promise<void> {
    await this.#thread?.terminate();
  }

  #running(): Worker {
    if (this.#thread !== null) return this.#thread;
    const thread = startThread(BUNDLE);
    thread.unref();
    thread.on("message", (told: RenderTold) => {
      const waiting = this.#waiting.get(told.id);
      this.#waiting.delete(told.id);
      if ("bytes" in told) waiting?.done(told.bytes);
      else waiting?.failed(new Error(told.error));
    });
    const over = (error: Error) => {
      if (this.#thread === thread) this.#thread = null;
      for (const { failed } of this.#waiting.values()) failed(error);
      this.#waiting.clear();
    };
    thread.once("error", over);
    thread.once("exit", () => over(new Error("the thread that writes files has ended")));
    this.#thread = thread;
    return thread;
  }
}
