import type { OperatorNow, TicketNow } from "../core/board.ts";

/** What a commit changed of one office's running day: packed rows whole, by `kind|key`, and entries of its board. */
export interface OfficeChange {
  readonly day: number;
  readonly rows: Record<string, string>;
  /** By `t|ticket` and `o|operator`; null: no longer on the board. */
  readonly board: Record<string, TicketNow | OperatorNow | null>;
  /** The board of an earlier day was wiped before. */
  newBoard?: boolean;
  /** So much changed that rows and board are left out: they are to be loaded from the store. */
  reload?: boolean;
  /** Newest event time and newest arrival, epoch ms. */
  readonly last: number;
  readonly arrival: number;
  /** Sequence numbers that are still missing. */
  readonly missing: number;
}

/** One commit, as followers of the partition read it. */
export interface Change {
  readonly offices: Record<string, OfficeChange>;
  /** Months (`2026-10`) of other days that changed, by office. */
  readonly stale: Record<string, string[]>;
  readonly folded: number;
  readonly duplicates: number;
  /** Dead letters by `office|reason`. */
  readonly dead: Record<string, number>;
}
