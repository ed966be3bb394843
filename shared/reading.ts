/** How far the store is with reading its data at the start; until it is through, no figure can be told. */
export interface Reading {
  /** The part that is read, 0 to 1; null: it does not say. */
  readonly share: number | null;
  /** Seconds that it will still take, as the store itself estimates; null: it does not say. */
  readonly secondsLeft: number | null;
}
