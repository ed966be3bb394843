import { RedisAwayError } from "../errors.ts";
import { type Connection, command } from "./connection.ts";

/** An entry of a stream: its id and its fields with their values. */
export type RawEntry = readonly [id: string, fields: readonly string[]];

/** A stream that is followed: entries in order, each once. */
export interface Followed {
  /** At most `count` entries; waits at most `waitMs` for the first, then answers with none. Rejects when the line broke. */
  read(count: number, waitMs: number): Promise<readonly RawEntry[]>;
  /** At most `count` of the entries that have come already. */
  take(count: number): readonly RawEntry[];
  /** Ends it; what was not taken is forgotten. */
  close(): void;
}

interface Line {
  readonly key: string;
  last: string;
  /** Come and not yet taken, from `from` on. */
  entries: RawEntry[];
  wake: (() => void) | null;
}

const COUNT = 1_000;
/** Who has so many entries waiting gets no more until some are taken. */
const ENOUGH = 1_000;
const BLOCK_MS = 100;
/** While somebody is passed over because of too many entries, the others are not waited for long. */
const SHORT_BLOCK_MS = 5;

/**
 * Reads any number of streams of one node over one connection: one `XREAD` for all that are followed, so that what came
 * to several streams at the same moment costs one round trip.
 */
export class StreamTail {
  readonly #connection: Connection;
  readonly #paceMs: number;
  readonly #lines = new Set<Line>();
  #reading = false;
  #failure: Error | null = null;
  #resume: (() => void) | null = null;

  /**
   * @param connection of its own: it blocks while it waits for entries
   * @param paceMs where no backlog waits, entries are brought no more often than this, ms
   */
  constructor(connection: Connection, paceMs = 0) {
    this.#connection = connection;
    this.#paceMs = paceMs;
  }

  /** Whether it can still read. */
  get usable(): boolean {
    return this.#failure === null && this.#connection.isReady;
  }

  /** Follows a stream from behind the entry `after`. */
  follow(key: string, after: string): Followed {
    const line: Line = { key, last: after, entries: [], wake: null };
    this.#lines.add(line);
    if (!this.#reading) void this.#read();
    const take = (count: number): readonly RawEntry[] => {
      const taken = line.entries.splice(0, count);
      if (taken.length > 0 && line.entries.length < ENOUGH) this.#resume?.();
      return taken;
    };
    return {
      take,
      read: async (count, waitMs) => {
        if (line.entries.length === 0) await this.#arrival(line, waitMs);
        if (line.entries.length === 0 && this.#failure !== null) throw this.#failure;
        return take(count);
      },
      close: () => {
        this.#lines.delete(line);
        line.wake?.();
        this.#resume?.();
      },
    };
  }

  #arrival(line: Line, waitMs: number): Promise<void> {
    if (this.#failure !== null) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => line.wake?.(), waitMs);
      line.wake = () => {
        clearTimeout(timer);
        line.wake = null;
        resolve();
      };
    });
  }

  async #read(): Promise<void> {
    this.#reading = true;
    try {
      // streams that are followed in the same turn are read together from the first time on
      await new Promise((resolve) => setImmediate(resolve));
      while (this.#lines.size > 0) {
        const open = [...this.#lines].filter(({ entries }) => entries.length < ENOUGH);
        if (open.length === 0) await this.#untilTaken();
        else await this.#bring(open);
      }
    } catch (error) {
      this.#failure = error instanceof Error ? error : new RedisAwayError(String(error));
      for (const { wake } of this.#lines) wake?.();
    }
    this.#reading = false;
  }

  async #bring(open: readonly Line[]): Promise<void> {
    const begun = performance.now();
    const replies = await this.#readSome(open);
    this.#deliver(open, replies);
    if (this.#paceMs === 0 || replies.some((reply) => reply.some(([, came]) => came.length === COUNT))) return;
    await new Promise((resolve) => setTimeout(resolve, this.#paceMs - (performance.now() - begun)));
  }

  /** What came to the streams, in one reply or two; waits a little when there is nothing. */
  async #readSome(open: readonly Line[]): Promise<readonly (readonly [string, RawEntry[]][])[]> {
    // who does not wait is told of every stream at once
    const there = this.#paceMs > 0 ? await this.#ask(open) : null;
    if (there !== null) return [there];
    const block = open.length === this.#lines.size ? BLOCK_MS : SHORT_BLOCK_MS;
    const first = await this.#ask(open, "BLOCK", `${block}`);
    if (first === null) return [];
    // who waited is told of one stream only, whatever came to the others at the same moment
    const told = new Map(first.map(([key, came]) => [key, (came.at(-1) as RawEntry)[0]]));
    const ahead = open.map((line) => ({ ...line, last: told.get(line.key) ?? line.last }));
    const backlog = first.some(([, came]) => came.length === COUNT);
    const others = !backlog && open.length > told.size ? await this.#ask(ahead) : null;
    return [first, others ?? []];
  }

  #ask(open: readonly Line[], ...how: readonly string[]): Promise<[string, RawEntry[]][] | null> {
    const streams = [...open.map(({ key }) => key), ...open.map(({ last }) => last)];
    return command(this.#connection, ["XREAD", "COUNT", `${COUNT}`, ...how, "STREAMS", ...streams]);
  }

  /** Hands entries to those who follow. */
  #deliver(open: readonly Line[], replies: readonly (readonly [string, RawEntry[]][])[]): void {
    for (const reply of replies)
      for (const [key, came] of reply) {
        const line = open.find((each) => each.key === key);
        if (line === undefined || came.length === 0) continue;
        line.last = (came.at(-1) as RawEntry)[0];
        line.entries = line.entries.length === 0 ? came : [...line.entries, ...came];
      }
    for (const { entries, wake } of open) if (entries.length > 0) wake?.();
  }

  #untilTaken(): Promise<void> {
    return new Promise((resolve) => {
      this.#resume = () => {
        this.#resume = null;
        resolve();
      };
    });
  }
}
