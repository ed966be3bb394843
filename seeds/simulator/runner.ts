import { type Day, localDay } from "../../shared/time.ts";
import { toJson } from "./generator/eventText.ts";
import type { Fact } from "./generator/fact.ts";
import { type LineOutage, lineOutages, sentAt } from "./generator/lineOutage.ts";
import { officeFacts } from "./generator/officeDay.ts";
import { SETTINGS } from "./generator/settings.ts";
import { createWorld, type World } from "./generator/world.ts";
import { Heartbeats } from "./heartbeats.ts";
import { httpSender } from "./httpSender.ts";
import type { SimulatorOptions, SimulatorReport } from "./options.ts";
import { redisSender } from "./redisSender.ts";
import { type Outgoing, type Sender, sleep } from "./sender.ts";
import { Timeline } from "./timeline.ts";

const CAPITAL_ZONE = "Asia/Almaty";
const TICK_MS = 200;
const CHUNK = 2000;
const PAUSE_MS = 100;
const SENT_EVERY_MS = 5000;
/** What was sent just before an end may have been lost with the store's last second; it is sent again. */
const RESUME_MARGIN_MS = 60_000;

/** A running simulation. */
export interface Simulation {
  /** Resolves when it has ended: stopped, or failed and said so. */
  readonly ended: Promise<void>;
  /** Ends it; what is on its way may be lost and is sent again by the next run. */
  stop(): Promise<void>;
}

/** What the runner is given from outside: the real clock (epoch ms), ears for its reports, and when history shall wait. */
export interface Surroundings {
  now(): number;
  report(message: SimulatorReport): void;
  shouldPause(): boolean;
}

const outgoing = (fact: Fact): Outgoing => ({ office: fact.origin.office, json: toJson(fact) });

/** Today, what comes, and what was: one country on its way into one centre. */
class Runner {
  readonly #options: SimulatorOptions;
  readonly #around: Surroundings;
  readonly #signal: AbortSignal;
  readonly #world: World;
  readonly #live: Sender;
  readonly #bulk: Sender;
  readonly #timeline: Timeline<Fact>;
  readonly #heartbeats: Heartbeats;
  #today: Day;
  #outages: ReadonlyMap<string, LineOutage>;
  #historyDone = false;

  constructor(options: SimulatorOptions, around: Surroundings, live: Sender, bulk: Sender, signal: AbortSignal) {
    this.#options = options;
    this.#around = around;
    this.#signal = signal;
    this.#live = live;
    this.#bulk = bulk;
    const now = this.#now();
    this.#today = localDay(now, CAPITAL_ZONE);
    const { index, seed, scale } = options;
    const scenario = { name: options.scenario, day: this.#today };
    this.#world = createWorld({ index, seed, scale, scenario, settings: SETTINGS });
    this.#timeline = new Timeline(now);
    this.#heartbeats = new Heartbeats(index, now);
    this.#outages = lineOutages(this.#world, this.#today);
  }

  async run(): Promise<void> {
    await this.#catchUpToday();
    await Promise.all([this.#goLive(), this.#layHistory()]);
  }

  #now(): number {
    return this.#around.now() + this.#options.clockOffsetMs;
  }

  /** Generates a day office by office: what is past by `now` is returned, the rest waits in the timeline. */
  async *#pastOf(day: Day): AsyncGenerator<Fact[]> {
    const { index } = this.#world;
    const since = (this.#options.resumeFrom ?? Number.NEGATIVE_INFINITY) - RESUME_MARGIN_MS;
    for (const office of index.reference.offices) {
      if (this.#signal.aborted) return;
      const now = this.#now();
      const past: Fact[] = [];
      for (const fact of officeFacts(this.#world, office, day)) {
        const due = sentAt(fact, this.#outages);
        if (due > now) this.#timeline.add(due, fact);
        else if (due > since) past.push(fact);
      }
      yield past;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async #catchUpToday(): Promise<void> {
    const facts: Fact[] = [];
    for await (const past of this.#pastOf(this.#today)) facts.push(...past);
    facts.sort((one, other) => one.at - other.at);
    for (let from = 0; from < facts.length && !this.#signal.aborted; from += CHUNK) {
      await this.#bulk.send(facts.slice(from, from + CHUNK).map(outgoing));
    }
    this.#around.report({ type: "today-done", events: facts.length });
  }

  async #turnDay(now: number): Promise<void> {
    const day = localDay(now, CAPITAL_ZONE);
    if (day === this.#today) return;
    this.#today = day;
    this.#outages = lineOutages(this.#world, day);
    for await (const past of this.#pastOf(day)) await this.#live.send(past.map(outgoing));
  }

  /** Whether the office's line is up; a fact that it holds back waits for its return. */
  #lineIsUp(fact: Fact, now: number): boolean {
    const due = sentAt(fact, this.#outages);
    if (due > now) this.#timeline.add(due, fact);
    return due <= now;
  }

  async #goLive(): Promise<void> {
    let told = 0;
    while (!this.#signal.aborted) {
      const now = this.#now();
      await this.#turnDay(now);
      const facts = this.#timeline.take(now).filter((fact) => this.#lineIsUp(fact, now));
      await this.#live.send([...this.#heartbeats.take(now, this.#outages), ...facts.map(outgoing)]);
      if (this.#historyDone && now - told >= SENT_EVERY_MS && !this.#signal.aborted) {
        told = now;
        this.#around.report({ type: "sent", until: now });
      }
      await sleep(TICK_MS, this.#signal);
    }
  }

  async #layHistory(): Promise<void> {
    const { historyDays } = this.#options;
    const offices = this.#world.index.reference.offices.length;
    const first = this.#today;
    let events = 0;
    let done = 0;
    let chunk: Fact[] = [];
    const flush = async () => {
      const began = this.#around.now();
      await this.#bulk.send(chunk.map(outgoing));
      events += chunk.length;
      const wanted = (chunk.length / this.#options.historyRate) * 1000;
      chunk = [];
      this.#around.report({ type: "history", progress: Math.min(0.999, done / (historyDays * offices)), events });
      await sleep(Math.max(0, wanted - (this.#around.now() - began)), this.#signal);
      while (this.#around.shouldPause() && !this.#signal.aborted) await sleep(PAUSE_MS, this.#signal);
    };
    for (let back = 1; back <= historyDays; back += 1) {
      for await (const past of this.#pastOf(first - back)) {
        chunk.push(...past);
        done += 1;
        if (chunk.length >= CHUNK) await flush();
      }
    }
    if (chunk.length > 0) await flush();
    if (this.#signal.aborted) return;
    this.#historyDone = true;
    this.#around.report({ type: "history", progress: 1, events });
  }
}

/**
 * Runs a simulated country against a centre, by its public ways in only: today so far at once, then every event when its
 * time comes, and behind it the history, newest day first. Repeating it is safe: the same seed tells the same events.
 */
export function runSimulator(options: SimulatorOptions, around: Surroundings): Simulation {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async () => {
    const live = httpSender(options.url, options.token, signal, (events, error) =>
      around.report({ type: "refused", events, error }),
    );
    const single = options.redisUrl !== null && !options.redisUrl.includes(",");
    const bulk = single ? await redisSender(options.redisUrl, signal) : live;
    try {
      await new Runner(options, around, live, bulk, signal).run();
    } finally {
      await bulk.close();
    }
  };
  const ended = run().catch((error: unknown) => {
    const wasStopped = signal.aborted;
    stopping.abort();
    if (!wasStopped) around.report({ type: "failed", error: error instanceof Error ? error.message : String(error) });
  });
  return {
    ended,
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
