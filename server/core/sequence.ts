/**
 * The sequence numbers of one source that have been seen, as intervals (1–4711, 4713–4720): exact detection of what
 * comes again, and the holes are what has not come yet. `bounds` holds first and last of each interval, rising.
 */
export interface SequenceSet {
  readonly bounds: number[];
  /** How many numbers are in the set. */
  size: number;
}

/** A set that has seen nothing. */
export function emptySequence(): SequenceSet {
  return { bounds: [], size: 0 };
}

/** Index of the first interval whose last number is not below `number`. */
function intervalAt(bounds: readonly number[], number: number): number {
  let low = 0;
  let high = bounds.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle * 2 + 1] as number) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds a number; false when it was there already. */
export function addSequence(set: SequenceSet, number: number): boolean {
  const { bounds } = set;
  const last = bounds.length - 1;
  if (last >= 0 && bounds[last] === number - 1) {
    bounds[last] = number;
    set.size += 1;
    return true;
  }
  const interval = intervalAt(bounds, number);
  const at = interval * 2;
  if (at < bounds.length && (bounds[at] as number) <= number) return false;
  set.size += 1;
  const joinsLeft = at > 0 && bounds[at - 1] === number - 1;
  const joinsRight = at < bounds.length && bounds[at] === number + 1;
  if (joinsLeft && joinsRight) bounds.splice(at - 1, 2);
  else if (joinsLeft) bounds[at - 1] = number;
  else if (joinsRight) bounds[at] = number;
  else bounds.splice(at, 0, number, number);
  return true;
}

/** The highest number seen, 0 for none: what the source has promised so far. */
export function highestOf(set: SequenceSet): number {
  return set.bounds[set.bounds.length - 1] ?? 0;
}

/** How many numbers below the highest are still missing. */
export function missingOf(set: SequenceSet): number {
  return highestOf(set) - set.size;
}

/** The set as text, `1-4711,4713-4720`. */
export function packSequence(set: SequenceSet): string {
  let text = "";
  for (let at = 0; at < set.bounds.length; at += 2)
    text += `${at === 0 ? "" : ","}${set.bounds[at]}-${set.bounds[at + 1]}`;
  return text;
}

/** The set of a text made by `packSequence`. */
export function unpackSequence(text: string): SequenceSet {
  if (text === "") return emptySequence();
  const bounds = text.split(/[,-]/).map(Number);
  let size = 0;
  for (let at = 0; at < bounds.length; at += 2) size += (bounds[at + 1] as number) - (bounds[at] as number) + 1;
  return { bounds, size };
}
