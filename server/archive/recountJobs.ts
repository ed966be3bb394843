import type { Reconciliation, ReconciliationJob } from "../../shared/reconciliation.ts";
import type { ReconcileQuestion, Step } from "./reconcile.ts";

/** What is done for a question. */
export type Work = (question: ReconcileQuestion, step: Step) => Promise<Reconciliation>;

interface Job {
  state: ReconciliationJob["state"];
  progress: number;
  result: Reconciliation | null;
  problem: string | null;
  ended: number;
  cancelled: boolean;
}

class Cancelled extends Error {}

/** How long a result is kept, ms, and how many jobs may wait. */
const KEPT_MS = 3_600_000;
const MOST_WAITING = 20;
/** Work rests so long, ms, after so much work: figures and viewers go first. */
const REST_MS = 8;
const WORK_MS = 8;

/** Recounts of this process: one at a time, the same question once; who asks again is told how far it is. */
export class RecountJobs {
  readonly #work: Work;
  readonly #jobs = new Map<string, Job>();
  #turn: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(work: Work) {
    this.#work = work;
  }

  /** Begins the recount, or tells how one that was begun stands; null when too many wait. */
  ask(key: string, question: ReconcileQuestion): ReconciliationJob | null {
    this.#forget();
    const known = this.#jobs.get(key);
    if (known !== undefined) return known;
    if ([...this.#jobs.values()].filter(({ state }) => state === "waiting").length >= MOST_WAITING) return null;
    const job: Job = { state: "waiting", progress: 0, result: null, problem: null, ended: 0, cancelled: false };
    this.#jobs.set(key, job);
    this.#turn = this.#turn.then(() => this.#run(job, question));
    return job;
  }

  /** Ends a recount, or forgets its result, so that the next one counts anew. */
  cancel(key: string): void {
    const job = this.#jobs.get(key);
    if (job === undefined) return;
    job.cancelled = true;
    this.#jobs.delete(key);
  }

  /** Ends everything. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const job of this.#jobs.values()) job.cancelled = true;
    await this.#turn;
  }

  async #run(job: Job, question: ReconcileQuestion): Promise<void> {
    if (job.cancelled || this.#stopped) {
      job.state = "cancelled";
      return;
    }
    job.state = "running";
    let rested = performance.now();
    const step: Step = async (progress) => {
      if (job.cancelled) throw new Cancelled();
      job.progress = progress;
      if (performance.now() - rested < WORK_MS) return;
      await new Promise((done) => setTimeout(done, REST_MS));
      rested = performance.now();
    };
    try {
      job.result = await this.#work(question, step);
      job.state = "done";
      job.progress = 1;
    } catch (error) {
      job.state = error instanceof Cancelled ? "cancelled" : "failed";
      job.problem = error instanceof Cancelled ? null : (error as Error).message;
    }
    job.ended = performance.now();
  }

  #forget(): void {
    for (const [key, { ended }] of this.#jobs)
      if (ended > 0 && performance.now() - ended > KEPT_MS) this.#jobs.delete(key);
  }
}
