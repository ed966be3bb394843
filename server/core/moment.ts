/** The moment of something that has not happened. Later than every moment, so "the earliest" needs no exception. */
export const NEVER = Number.POSITIVE_INFINITY;

/** A fact of an entity: when (epoch ms) and its place in its source, which decides between equal times. */
export interface Mark {
  time: number;
  sequence: number;
}

/** A fact that has not happened. */
export function noMark(): Mark {
  return { time: NEVER, sequence: 0 };
}

/** Whether something did happen. */
export function happened(mark: Mark): boolean {
  return mark.time !== NEVER;
}

/**
 * Below 0 when the first comes before the second: by time, then by sequence. 0 is rare, two producers agree in both: the
 * content decides then (`compareContents`), so that the order never depends on the order of arrival.
 */
export function compareMarks(a: Mark, b: Mark): number {
  if (a.time !== b.time) return a.time < b.time ? -1 : 1;
  return a.sequence - b.sequence;
}

/** The order of the letters of what two events say. */
export function compareContents(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sets a mark to a fact. */
export function setMark(mark: Mark, time: number, sequence: number): void {
  mark.time = time;
  mark.sequence = sequence;
}

/** Keeps the earlier of a kept mark and a new fact. */
export function keepEarliest(mark: Mark, time: number, sequence: number): void {
  if (time < mark.time || (time === mark.time && sequence < mark.sequence)) {
    setMark(mark, time, sequence);
  }
}

/** Puts an entry into a list kept in order; equal entries stand beside each other. */
export function insertOrdered<T>(list: T[], entry: T, compare: (a: T, b: T) => number): void {
  let at = list.length;
  while (at > 0 && compare(list[at - 1] as T, entry) > 0) at -= 1;
  list.splice(at, 0, entry);
}
