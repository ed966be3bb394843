import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { type PageTask, TRACED, type TraceEvent, tasksOf } from "../testing/processorTasks.ts";
import { chromiumPath, SWITCHES } from "./chromium.ts";

interface Told {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly value?: readonly TraceEvent[] };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}
type Listener = (told: Told) => void;

/**
 * A Chromium whose pages nobody looks into while they open. A program that drives a page has scripts of its own run in it
 * and has every error note where it came from, which React's first lines then pay for: 20 ms that no user waits.
 */
export class UnwatchedBrowser {
  readonly #process: ChildProcess;
  readonly #profile = mkdtempSync(join(tmpdir(), "bench-chromium-"));
  readonly #listeners = new Set<Listener>();
  #told = "";
  #asked = 0;

  /** Starts it. @throws when there is no Chromium */
  constructor() {
    const switches = [...SWITCHES, "--headless", "--remote-debugging-pipe", `--user-data-dir=${this.#profile}`];
    this.#process = spawn(chromiumPath(), [...switches, "--window-size=1920,1080", "about:blank"], {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    const out = this.#process.stdio[4] as Readable;
    out.setEncoding("utf8").on("data", (text: string) => this.#hear(text));
  }

  /** Opens an address in a window of its own and lets it be for so long; answers with the tasks of its document's main thread. */
  async tasksOfOpening(url: string, ms: number): Promise<{ readonly page: string; readonly tasks: PageTask[] }> {
    const events: TraceEvent[] = [];
    const collect: Listener = ({ method, params }) => {
      if (method === "Tracing.dataCollected") for (const event of params?.value ?? []) events.push(event);
    };
    this.#listeners.add(collect);
    await this.#ask("Tracing.start", {
      transferMode: "ReportEvents",
      traceConfig: { includedCategories: TRACED },
    });
    const { targetId: page } = await this.#ask<{ targetId: string }>("Target.createTarget", { url });
    await new Promise((resolve) => setTimeout(resolve, ms));
    const complete = this.#heard("Tracing.tracingComplete");
    await this.#ask("Tracing.end");
    await complete;
    this.#listeners.delete(collect);
    // in the midst of the browser's own task, which makes the document: the next one is the document's first
    const opened = events.find(({ name, args }) => name === "CommitLoad" && args?.data?.url === url);
    if (opened === undefined) throw new Error(`The trace does not tell which thread opened ${url}`);
    return { page, tasks: tasksOf(events, opened, opened.ts) };
  }

  /** How many elements of a page there are. */
  async count(page: string, selector: string): Promise<number> {
    const { sessionId } = await this.#ask<{ sessionId: string }>("Target.attachToTarget", {
      targetId: page,
      flatten: true,
    });
    const expression = `document.querySelectorAll(${JSON.stringify(selector)}).length`;
    const answer = await this.#ask<{ result: { value: number } }>("Runtime.evaluate", { expression }, sessionId);
    return answer.result.value;
  }

  /** Closes a page. */
  async close(page: string): Promise<void> {
    await this.#ask("Target.closeTarget", { targetId: page });
  }

  /** Ends the browser and removes its profile. */
  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#process.kill();
    await gone;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #hear(text: string): void {
    const parts = (this.#told + text).split("\0");
    this.#told = parts.pop() ?? "";
    for (const part of parts) for (const listener of [...this.#listeners]) listener(JSON.parse(part) as Told);
  }

  #heard(method: string): Promise<void> {
    return new Promise((resolve) => {
      const listener: Listener = (told) => {
        if (told.method !== method) return;
        this.#listeners.delete(listener);
        resolve();
      };
      this.#listeners.add(listener);
    });
  }

  #ask<T>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      const listener: Listener = (told) => {
        if (told.id !== id) return;
        this.#listeners.delete(listener);
        if (told.error === undefined) resolve(told.result as T);
        else reject(new Error(`${method}: ${told.error.message}`));
      };
      this.#listeners.add(listener);
      (this.#process.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }
}
