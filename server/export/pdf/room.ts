/** How much of what can grow without an end goes on paper. The files hold all of it. */
export interface Room {
  /** Rows of a table that is longer than a month. */
  readonly many: number;
  /** A table of so many rows is printed whole. */
  readonly whole: number;
  /** Of tables of which the first few say what matters: the share of these that is printed. */
  readonly share: number;
  /** Lines of a cell. */
  readonly lines: number;
}

/** As many rows as a month has days. */
const MONTH = 31;

/** From the widest to the closest: a report that has become too long is laid out with the next one. */
export const ROOMS: readonly [Room, ...Room[]] = [
  { many: 25, whole: MONTH, share: 1, lines: Number.POSITIVE_INFINITY },
  { many: 22, whole: 24, share: 0.85, lines: 6 },
  { many: 18, whole: 20, share: 0.7, lines: 4 },
  { many: 14, whole: 16, share: 0.55, lines: 3 },
  { many: 10, whole: 12, share: 0.45, lines: 2 },
  { many: 7, whole: 8, share: 0.3, lines: 2 },
  { many: 4, whole: 5, share: 0.2, lines: 1 },
];
