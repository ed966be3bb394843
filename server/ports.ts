import type { ImportedRow } from "../shared/importedTotals.ts";
import type { ApplicationAnswer, StatisticsAnswer, StatisticsQuery, UsualQuery } from "../shared/statistics.ts";
import type { RefusalReason } from "./ingest/decode.ts";

/** The centre's clock: epoch ms of now, and its distance from the real time in ms (0: not simulated). */
export interface Clock {
  now(): number;
  readonly offset: number;
}

/** Where accepted events go. */
export interface EventLog {
  /** Stores all events before it resolves. @throws RedisAwayError when that can not be promised. */
  append(events: readonly { readonly office: string; readonly json: string }[]): Promise<void>;
}

/** Counts what the door refuses, by office (null: not readable) and reason. Never throws, never waits. */
export interface RefusalCounter {
  count(office: string | null, reason: RefusalReason): void;
}

/** Who may post: the office that a token belongs to, `*` for every office, null for nobody's token. */
export interface TokenStore {
  /** @throws RedisAwayError */
  officeOf(token: string): Promise<string | "*" | null>;
}

/** The kept hashes of the offices' tokens: SHA-256 in hex. The tokens themselves are kept nowhere. */
export interface TokenHashes {
  /** @throws RedisAwayError */
  officeOf(hash: string): Promise<string | null>;
  /** Makes this the one token of the office; an earlier one is worth nothing from then on. @throws RedisAwayError */
  keep(hash: string, office: string): Promise<void>;
}

/** What must hold before requests are sent here. */
export interface Readiness {
  readonly redis: boolean;
  /** Every partition has an owner that is alive. */
  readonly partitions: boolean;
  readonly reference: boolean;
}
export interface Ready {
  readiness(): Promise<Readiness>;
}

/** An entry of the stream that was not taken. */
export interface DeadLetter {
  /** `<partition>:<stream id>` */
  readonly id: string;
  readonly office: string | null;
  readonly reason: RefusalReason;
  readonly message: string;
  /** The original text. */
  readonly text: string;
  /** When it came, epoch ms. */
  readonly arrived: number;
}
export interface DeadLetterFilter {
  readonly office: string | null;
  readonly reason: RefusalReason | null;
}
export interface DeadLetters {
  /** The oldest first; `next` is the `after` of the following page, null at the end. @throws RedisAwayError */
  list(
    query: DeadLetterFilter & { readonly after: string | null; readonly limit: number },
  ): Promise<{ readonly items: readonly DeadLetter[]; readonly next: string | null }>;
  /**
   * Sends entries through the check again: those that pass go back into the stream and leave the dead letters, the
   * others stay. @throws RedisAwayError
   */
  replay(
    which: { readonly ids: readonly string[] } | DeadLetterFilter,
  ): Promise<{ readonly replayed: number; readonly refused: number; readonly missing: number }>;
}

/** The figures that can be asked for. Each @throws RedisAwayError */
export interface Figures {
  statistics(query: StatisticsQuery): Promise<StatisticsAnswer>;
  /** What an old system told of the months that lie wholly within a question, of its place. */
  imported(query: StatisticsQuery): Promise<readonly ImportedRow[]>;
  /** What is usual at an hour of such a day. */
  usual(query: UsualQuery): Promise<unknown>;
  /** Null when no such application is kept. */
  application(office: string, application: string): Promise<ApplicationAnswer | null>;
}
