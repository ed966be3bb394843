import type { Explanation } from "../../shared/alerts.ts";

/** What was said is read again after so long, ms. */
const AGAIN_MS = 10_000;

/** What managers said, read at most every ten seconds, however many ask. A failure is not kept. */
export function explainedLately(
  read: () => Promise<readonly Explanation[]>,
  now: () => number,
): () => Promise<readonly Explanation[]> {
  let kept: { readonly at: number; readonly told: Promise<readonly Explanation[]> } | null = null;
  return () => {
    const moment = now();
    if (kept !== null && moment >= kept.at && moment - kept.at < AGAIN_MS) return kept.told;
    const asked = { at: moment, told: read() };
    kept = asked;
    asked.told.catch(() => {
      if (kept === asked) kept = null;
    });
    return asked.told;
  };
}
