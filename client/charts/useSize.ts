import { type RefObject, useEffect, useRef, useState } from "react";

/** The size of an element in px, told by the browser after its own layout so that nothing is laid out for asking. */
export function useSize<E extends Element>(): readonly [
  RefObject<E | null>,
  { readonly width: number; readonly height: number } | null,
] {
  const element = useRef<E>(null);
  const [size, setSize] = useState<{ readonly width: number; readonly height: number } | null>(null);
  useEffect(() => {
    if (element.current === null || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      setSize((before) => (before?.width === width && before.height === height ? before : { width, height }));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, size];
}
