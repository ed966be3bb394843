/** The moment of something that has not happened. Later than every moment, so "the earliest" needs no exception. */
export const NEVER = Number.POSITIVE_INFINITY;

/** A fact of an entity: when (epoch ms) and its place in its source, which decides between equal times. */
export interface Mark {
  readonly time: number;
  readonly sequence: number;
}

/** A fact that has not happened, one for all: most of what could happen to an entity never does. */
export const NO_MARK: Mark = { time: NEVER, sequence: 0 };
/** A list of nothing, one for all. */
export const NONE: readonly never[] = [];

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

/** The earlier of a kept mark and a new fact. */
export function earliest(kept: Mark, time: number, sequence: number): Mark {
  return time < kept.time || (time === kept.time && sequence < kept.sequence) ? { time, sequence } : kept;
}

/** A list in order with one entry more; equal entries stand beside each other. */
export function inserted<T>(list: readonly T[], entry: T, compare: (a: T, b: T) => number): readonly T[] {
  if (list.length === 0) return [entry];
  let at = list.length;
  while (at > 0 && compare(list[at - 1] as T, entry) > 0) at -= 1;
  return list.toSpliced(at, 0, entry);
}
