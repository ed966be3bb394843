import { useEffect, useState } from "react";

/** So many entries are drawn in one go: a few milliseconds of work. */
const STEP = 6;

/** How many of `length` entries to draw now: a few at first, and some more with every moment that the browser has. */
export function useGradually(length: number): number {
  const [drawn, setDrawn] = useState(STEP);
  useEffect(() => {
    if (drawn >= length) return;
    const timer = setTimeout(() => setDrawn(drawn + STEP), 0);
    return () => clearTimeout(timer);
  }, [drawn, length]);
  return drawn;
}
