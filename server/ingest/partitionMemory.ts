import { type Fact, foldFact, passDeadline } from "../core/fold.ts";
import { followUp, needFor, Wanted } from "../core/needs.ts";
import { type OfficeRules, OfficeState } from "../core/office.ts";
import { dayOfArrival } from "../core/retention.ts";
import type { Clock } from "../ports.ts";
import type { Checkpoint } from "../redis/checkpoint.ts";
import { type Batch, type DeadLetter, settle } from "../redis/writes.ts";
import { checkAgainst, type Decoded, decodeEvent } from "./decode.ts";
import { forgetOld, MEMORY } from "./memory.ts";
import type { ConsumerParts, StreamEntry } from "./partitionConsumer.ts";

/** So many events are folded in no time, and wait for nobody. */
const SHORT = 100;
const SWEEP_LIMIT = 5_000;
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

/** What the owner of a partition holds in memory: its offices, ahead of the store by what was folded since the last commit. */
export class PartitionMemory {
  readonly #parts: ConsumerParts;
  readonly #offices = new Map<string, OfficeState>();
  readonly #changed = new Set<OfficeState>();
  #dead: DeadLetter[] = [];
  #duplicates = 0;
  #folded = 0;
  /** How far the memory contains the stream. */
  checkpoint: Checkpoint = { id: "0-0", entries: 0 };

  constructor(parts: ConsumerParts) {
    this.#parts = parts;
  }

  /** Whether anything is ahead of the store. */
  get hasChanged(): boolean {
    return this.#changed.size > 0 || this.#dead.length > 0;
  }

  /** Events folded since the last commit. */
  get folded(): number {
    return this.#folded;
  }

  /** Whether so many dead letters wait for the commit that it must not be put off. */
  get manyDead(): boolean {
    if (this.#dead.length > DEAD_LETTERS) return true;
    let characters = 0;
    for (const { text } of this.#dead) characters += text.length;
    return characters > DEAD_CHARACTERS;
  }

  /** The state of an office; undefined where it is not in memory. */
  office(id: string): OfficeState | undefined {
    return this.#offices.get(id);
  }

  /** How long ago an entry was stored, ms. */
  age(id: string): number {
    const { clock } = this.#parts;
    return clock.now() - arrivalOf(id, clock);
  }

  /** Takes entries of the stream in, at least one, in their order. */
  async fold(entries: readonly StreamEntry[]): Promise<void> {
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
    for (let at = 0; at < facts.length; at += 1) {
      const fact = facts[at] as Decoded;
      const office = this.#offices.get(fact.office) as OfficeState;
      const arrival = arrivals[at] as number;
      if (foldFact(office, fact, now, dayOfArrival(arrival))) this.#folded += 1;
      else this.#duplicates += 1;
      if (arrival > office.lastArrival) office.lastArrival = arrival;
      this.#changed.add(office);
    }
    const [last] = entries.at(-1) as StreamEntry;
    this.checkpoint = { id: last, entries: this.checkpoint.entries + entries.length };
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
  async passDeadlines(): Promise<void> {
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

  /** Puts the contributions of what changed, and tells all that is ahead of the store, for a commit. */
  contribute(): Omit<Batch, "also"> {
    for (const office of this.#changed) office.contribute();
    return {
      offices: [...this.#changed],
      dead: this.#dead,
      checkpoint: this.checkpoint,
      now: this.#parts.clock.now(),
      duplicates: this.#duplicates,
      folded: this.#folded,
    };
  }

  /** A batch is stored: nothing is ahead any more, and what is old may be forgotten. */
  settle(batch: Batch): void {
    settle(batch);
    this.#changed.clear();
    this.#dead = [];
    this.#folded = 0;
    this.#duplicates = 0;
    forgetOld(batch.offices, this.#parts.clock.now(), this.#parts.memory ?? MEMORY);
  }
}
