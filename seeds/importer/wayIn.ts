import type { MadeEvent } from "./translator.ts";

/** What became of a batch of events. */
export interface Delivery {
  readonly accepted: number;
  /** Those that the centre refuses, by their place in the batch, with its sentence. */
  readonly refused: readonly { readonly index: number; readonly reason: string }[];
}

/** A way into the centre. */
export interface WayIn {
  /** Names the way to a reader. */
  readonly name: string;
  /** How often a batch had to be sent again because the centre was busy or away. */
  readonly retries: number;
  /**
   * Sends a batch and resolves when the centre has stored what it accepts; while it is busy or away the batch is sent
   * again, which changes nothing.
   * @throws ImportError when the centre will not take it this way, or stays away
   */
  send(batch: readonly MadeEvent[]): Promise<Delivery>;
  close(): Promise<void>;
}

/** How long a centre may be away, ms: before the first answer, and after it. */
export interface Patience {
  readonly first: number;
  readonly later: number;
}

export const PATIENCE: Patience = { first: 10_000, later: 300_000 };
