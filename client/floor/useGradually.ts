import { startTransition, useEffect, useState } from "react";
import { afterAFrame } from "../store/turns.ts";

/** So many entries are drawn in one go: a few milliseconds of work. */
const STEP = 6;

/** How many of `length` entries to draw now: a few at first, and some more after every frame that the browser has painted. */
export function useGradually(length: number, step = STEP): number {
  const [drawn, setDrawn] = useState(step);
  useEffect(
    () => (drawn >= length ? undefined : afterAFrame(() => startTransition(() => setDrawn(drawn + step)))),
    [drawn, length, step],
  );
  return drawn;
}
