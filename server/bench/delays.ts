/** A figure as it stood on the screen. */
export interface Shown {
  readonly value: number;
  /** Epoch ms at which the frame with it was painted. */
  readonly at: number;
}

/**
 * For the n-th event stored since the figure stood at `base`: how long after its storing (epoch ms) the screen showed n
 * more, ms. An event that was never shown has no delay.
 */
export function delaysOf(base: number, stored: readonly number[], shown: readonly Shown[]): number[] {
  const found: number[] = [];
  let at = 0;
  stored.forEach((moment, place) => {
    while (at < shown.length && (shown[at] as Shown).value < base + place + 1) at += 1;
    const first = shown[at];
    if (first !== undefined) found.push(first.at - moment);
  });
  return found;
}
