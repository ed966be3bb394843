/** Longer than anything takes on the slowest machine; only what never comes waits so long. */
const PATIENCE_MS = 90_000;

/**
 * Waits until something holds, asking every 20 ms.
 * @throws when it does not hold within a minute and a half; the error says what `why` tells
 */
export async function until(what: () => boolean | Promise<boolean>, why: () => string = () => ""): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await what())) {
    if (performance.now() > end) throw new Error(`Not within ${PATIENCE_MS} ms\n${why()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
