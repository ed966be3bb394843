import { useSyncExternalStore } from "react";

let known: number | null = null;

function subscribe(changed: () => void): () => void {
  const resized = (): void => {
    known = null;
    changed();
  };
  window.addEventListener("resize", resized);
  return () => window.removeEventListener("resize", resized);
}

/** Asking makes the browser lay out the page, so it is asked once a size. */
function read(): number {
  known ??= Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return known;
}

/** Size of the root's type in px; it grows with the screen. */
export function useRem(): number {
  return useSyncExternalStore(subscribe, read);
}
