import { type Fact, foldFact, passDeadline } from "../core/fold.ts";
import { followUp, needFor, Wanted } from "../core/needs.ts";
import { type OfficeRules, OfficeState } from "../core/office.ts";
import { dayOfArrival } from "../core/retention.ts";
import type { Clock } from "../ports.ts";
import type { Checkpoint } from "../redis/checkpoint.ts";
import type { PartitionStore } from "../redis/partitionStore.ts";
import { type Batch, type DeadLetter, settle } from "../redis/writes.ts";
import { checkAgainst, type Decoded, decodeEvent } from "./decode.ts";
import { forgetOld, MEMORY, type MemoryLimits } from "./memory.ts";
import { type Dropping, letGo, RetentionSweep } from "./retentionSweep.ts";
import type { Turns } from "./turns.ts";

/** An entry of the event stream: its id, and the text of the event. */
export type StreamEntry = readonly [id: string, text: string];

/** Reads a partition's stream. */
export interface StreamReader {
  /**
   * Entries behind the last one read, at first behind `after`, oldest first; waits at most `blockMs` for the first, then
   * answers with none.
   */
  read(after: string, count: number, blockMs: number): Promise<readonly StreamEntry[]>;
  /** What has come meanwhile, without waiting. */
  arrived(count: number): readonly StreamEntry[];
}

/** What the consumer tells about its work. */
export interface ConsumerReport {
  readonly folded: number;
  readonly duplicates: number;
  readonly dead: number;
  /** ms that the commit took. */
  readonly commitMs: number;
}

/** What the consumer asks of its partition's store. */
export type ConsumerStore = Pick<
  PartitionStore,
  "checkpoint" | "renew" | "officeState" | "fetch" | "reached" | "commit"
> &
  Partial<Pick<PartitionStore, "keeping" | "dropping" | "swept">>;

/** How much at once and how often. */
export interface Pace {
  /** Entries read at once. */
  readonly count: number;
  /** Longest wait for an entry, ms: the deadlines' sweep and the lease must not wait for events. */
  readonly blockMs: number;
  /** While catching up, one commit takes in the events of this long, ms: a row that changed often is written once. */
  readonly catchUpMs: number;
  /** Between two looks for deadlines that the clock has reached, ms. */
  readonly sweepMs: number;
}

const PACE: Pace = { count: 1_000, blockMs: 250, catchUpMs: 3_000, sweepMs: 1_000 };

export interface ConsumerParts {
  readonly store: ConsumerStore;
  readonly reader: StreamReader;
  readonly clock: Clock;
  /** The rules of an office; null when the reference data has none of that id. */
  rules(office: string): OfficeRules | null;
  report(of: ConsumerReport): void;
  /** Told after each read how long ago its last event was stored, ms; 0 when none waits behind it. */
  behind?(ms: number): void;
  /** Who folds much waits here for its turn, so that the thread serves others between two partitions. */
  readonly turns?: Turns;
  readonly pace?: Pace;
  readonly memory?: MemoryLimits;
  /** False: no record is removed, as while history is folded again that arrived long ago. */
  readonly retention?: boolean;
}

/** So many events are folded in no time, and wait for nobody. */
const SHORT = 100;
/** A commit of more events than this is written by itself. */
const LARGE = 1_000;
const SWEEP_LIMIT = 5_000;
const RENEW_MS = 3_000;
/** Who is stuck for so long, ms, does not renew: another may take over. */
const STUCK_MS = 60_000;
/** Dead letters are kept whole, so a commit takes no more than these many, or these many characters of them. */
const DEAD_LETTERS = 2_000;
const DEAD_CHARACTERS = 16_000_000;

/** The arrival of an entry on the centre's clock: its stream id says the real time. */
function arrivalOf(id: string, clock: Clock): number {
  let time = 0;
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at);
    if (code === DASH) break;
    time = time * 10 + code - ZERO;
  }
  return time + clock.offset;
}
const DASH = 45;
const ZERO = 48;

/**
 * The owner of one partition: reads its stream from the checkpoint, folds in memory, commits by time. Any error is
 * final for this object: memory may be ahead of the store then, and whoever runs it starts anew from the checkpoint.
 */
export class PartitionConsumer {
  readonly #parts: ConsumerParts;
  readonly #pace: Pace;
  readonly #offices = new Map<string, OfficeState>();
  readonly #changed = new Set<OfficeState>();
  #dead: DeadLetter[] = [];
  #checkpoint: Checkpoint = { id: "0-0", entries: 0 };
  #folded = 0;
  #duplicates = 0;
  #lastCommit = 0;
  #lastSweep = 0;
  #lastTurn = performance.now();
  #lost: unknown = null;
  #leaving = false;
  readonly #retention: RetentionSweep | null;
  #dropping: Dropping | null = null;
  #swept: number | null = null;

  constructor(parts: ConsumerParts) {
    this.#parts = parts;
    this.#pace = parts.pace ?? PACE;
    const keeping = parts.retention === false ? undefined : parts.store.keeping?.();
    this.#retention = keeping === undefined ? null : new RetentionSweep(keeping);
  }

  /** Works until the signal is raised, then commits what is folded. Rejects on any failure. */
  async run(signal: AbortSignal): Promise<void> {
    // by a clock of its own: on a busy machine a batch may take longer than the lease holds
    const renewal = setInterval(() => {
      if (performance.now() - this.#lastTurn > STUCK_MS) return;
      this.#parts.store.renew().catch((error: unknown) => {
        this.#lost ??= error;
      });
    }, RENEW_MS);
    try {
      await this.#work(signal);
    } finally {
      clearInterval(renewal);
    }
  }

  async #work(signal: AbortSignal): Promise<void> {
    const { store, reader } = this.#parts;
    this.#checkpoint = await store.checkpoint();
    this.#lastCommit = performance.now();
    const { count, blockMs } = this.#pace;
    while (!signal.aborted) {
      this.#lastTurn = performance.now();
      const entries = await reader.read(this.#checkpoint.id, count, blockMs);
      if (this.#lost !== null) throw this.#lost;
      const last = entries.at(-1);
      const caughtUp = entries.length < count;
      this.#parts.behind?.(caughtUp || last === undefined ? 0 : Math.max(0, this.#age(last[0])));
      // what was read and not folded is read again by whoever goes on, from the checkpoint
      this.#leaving = signal.aborted;
      if (this.#leaving) break;
      if (entries.length > 0) await this.#fold(entries);
      await this.#sweep();
      if (this.#hasChanged && (caughtUp || this.#isTime())) await this.#commit();
      if (caughtUp) await this.#retain();
    }
    if (this.#hasChanged) await this.#commit();
  }

  #age(id: string): number {
    const { clock } = this.#parts;
    return clock.now() - arrivalOf(id, clock);
  }

  async #fold(entries: readonly StreamEntry[]): Promise<void> {
    const { clock, rules } = this.#parts;
    const facts: Decoded[] = [];
    const arrivals: number[] = [];
    const absent = new Set<string>();
    const centre = { knownOffice: (office: string) => rules(office) !== null, arrival: 0 };
    for (const [id, text] of entries) {
      const decoded = decodeEvent(text);
      centre.arrival = arrivalOf(id, clock);
      const refusal = decoded.ok ? checkAgainst(decoded, centre) : decoded;
      if (refusal !== null) {
        const { office = "", reason, message } = refusal;
        this.#dead.push({ entry: id, office, reason, message, text });
      } else if (decoded.ok) {
        facts.push(decoded);
        arrivals.push(centre.arrival);
        if (!this.#offices.has(decoded.office)) absent.add(decoded.office);
      }
    }
    if (absent.size > 0) await this.#bringOffices(absent);
    await this.#bring(facts, needFor);
    await this.#bring(facts, followUp);
    if (facts.length > SHORT) await this.#parts.turns?.next();
    const now = clock.now();
    for (const [at, fact] of facts.entries()) {
      const office = this.#offices.get(fact.office) as OfficeState;
      const arrival = arrivals[at] as number;
      if (foldFact(office, fact, now, dayOfArrival(arrival))) this.#folded += 1;
      else this.#duplicates += 1;
      if (arrival > office.lastArrival) office.lastArrival = arrival;
      this.#changed.add(office);
    }
    const [last] = entries.at(-1) as StreamEntry;
    this.#checkpoint = { id: last, entries: this.#checkpoint.entries + entries.length };
  }

  /** Makes the state of those offices that are not in memory, in one round trip. */
  async #bringOffices(ids: Iterable<string>): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#offices.has(id));
    const made = missing.map(async (id) => {
      const office = new OfficeState(this.#parts.rules(id) as OfficeRules);
      await this.#parts.store.officeState(office);
      this.#offices.set(id, office);
    });
    await Promise.all(made);
  }

  async #bring(
    facts: readonly Decoded[],
    need: (office: OfficeState, fact: Fact, wanted: Wanted) => void,
  ): Promise<void> {
    const wanted = new Wanted();
    for (const fact of facts) need(this.#offices.get(fact.office) as OfficeState, fact, wanted);
    if (wanted.byOffice.size > 0) await this.#parts.store.fetch(wanted.byOffice);
  }

  /** Deadlines that the clock has passed change their applications, as an event would. */
  async #sweep(): Promise<void> {
    if (performance.now() - this.#lastSweep < this.#pace.sweepMs) return;
    this.#lastSweep = performance.now();
    const now = this.#parts.clock.now();
    const due = await this.#parts.store.reached(now, SWEEP_LIMIT);
    const reached = due.filter(([id]) => this.#parts.rules(id) !== null);
    await this.#bringOffices(reached.map(([id]) => id));
    const wanted = new Wanted();
    for (const [id, application] of reached) {
      const office = this.#offices.get(id) as OfficeState;
      if (!office.applications.has(application)) wanted.of(office).applications.add(application);
    }
    await this.#parts.store.fetch(wanted.byOffice);
    for (const [id, name] of reached) {
      const office = this.#offices.get(id) as OfficeState;
      if (!office.applications.has(name)) continue;
      const application = office.changingApplication(name);
      passDeadline(application, office, now);
      application.dueChanged = true;
      this.#changed.add(office);
    }
  }

  /** Records whose time is over are removed with the next commit; while it catches up, the clock is ahead of what arrives. */
  async #retain(): Promise<void> {
    if (this.#retention === null || this.#dropping !== null) return;
    const found = await this.#retention.next(dayOfArrival(this.#parts.clock.now()));
    if (found === null) return;
    const { dropping, finished } = found;
    this.#swept = finished;
    if (dropping !== null && Object.values(dropping).some((list) => typeof list !== "string" && list.length > 0))
      this.#dropping = dropping;
  }

  /** The commands of what is removed, as memory stands now. */
  async #removals(): Promise<string[][]> {
    const { store, clock } = this.#parts;
    const commands: string[][] = [];
    if (this.#dropping !== null) {
      const office = this.#offices.get(this.#dropping.office);
      const kept = letGo(office, this.#dropping, dayOfArrival(clock.now()) - 1);
      commands.push(...((await store.dropping?.(kept)) ?? []));
    }
    if (this.#swept !== null && store.swept !== undefined) commands.push(store.swept(this.#swept));
    return commands;
  }

  get #hasChanged(): boolean {
    return this.#changed.size > 0 || this.#dead.length > 0 || this.#dropping !== null || this.#swept !== null;
  }

  #isTime(): boolean {
    return performance.now() - this.#lastCommit >= this.#pace.catchUpMs || this.#manyDead();
  }

  #manyDead(): boolean {
    if (this.#dead.length > DEAD_LETTERS) return true;
    let characters = 0;
    for (const { text } of this.#dead) characters += text.length;
    return characters > DEAD_CHARACTERS;
  }

  /** Commits what is folded, and what has come until the turn to write is there. */
  async #commit(): Promise<void> {
    let begun = 0;
    let batch: Batch | null = null;
    await this.#parts.store.commit(async () => {
      begun = performance.now();
      const entries = this.#leaving ? [] : this.#parts.reader.arrived(this.#pace.count);
      if (entries.length > 0) await this.#fold(entries);
      for (const office of this.#changed) office.contribute();
      batch = {
        offices: [...this.#changed],
        dead: this.#dead,
        checkpoint: this.#checkpoint,
        now: this.#parts.clock.now(),
        duplicates: this.#duplicates,
        folded: this.#folded,
        also: await this.#removals(),
      };
      return batch;
    }, this.#folded > LARGE);
    if (batch !== null) this.#settle(batch, begun);
  }

  #settle(batch: Batch, begun: number): void {
    settle(batch);
    this.#lastCommit = performance.now();
    this.#parts.report({
      folded: batch.folded,
      duplicates: batch.duplicates,
      dead: batch.dead.length,
      commitMs: this.#lastCommit - begun,
    });
    this.#changed.clear();
    this.#dead = [];
    this.#dropping = null;
    this.#swept = null;
    this.#folded = 0;
    this.#duplicates = 0;
    forgetOld(batch.offices, this.#parts.clock.now(), this.#parts.memory ?? MEMORY);
  }
}
