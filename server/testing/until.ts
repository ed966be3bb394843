/**
 * Waits until something holds, asking every 20 ms. @returns ms that it took
 * @throws when it does not hold within `ms`; the error says what `why` tells
 */
export async function until(
  what: () => boolean | Promise<boolean>,
  ms: number,
  why: () => string = () => "",
): Promise<number> {
  const begun = performance.now();
  while (!(await what())) {
    if (performance.now() - begun > ms) throw new Error(`Not within ${ms} ms\n${why()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return performance.now() - begun;
}
