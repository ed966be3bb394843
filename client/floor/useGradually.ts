import { startTransition, useEffect, useState } from "react";

/** So many entries are drawn in one go: a few milliseconds of work. */
const STEP = 6;
/** A page that nobody sees paints nothing; it goes on after so long. */
const UNSEEN_MS = 200;

/** How many of `length` entries to draw now: a few at first, and some more after every frame that the browser has painted. */
export function useGradually(length: number, step = STEP): number {
  const [drawn, setDrawn] = useState(step);
  useEffect(() => {
    if (drawn >= length) return;
    const more = (): void => startTransition(() => setDrawn(drawn + step));
    let timer = setTimeout(more, UNSEEN_MS);
    const frame = requestAnimationFrame(() => {
      clearTimeout(timer);
      timer = setTimeout(more, 0);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [drawn, length, step]);
  return drawn;
}
