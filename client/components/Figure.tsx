import { memo, useEffect, useRef } from "react";

/** A figure that changed this long after its last change glows; one that changes all the time stays calm. */
const QUIET_MS = 4000;
const GLOW_MS = 1400;

/** A figure that changes in place, in digits of one width, and glows once when it was quiet before. */
export const Figure = memo(function Figure({ text, className }: { text: string; className?: string }) {
  const element = useRef<HTMLSpanElement>(null);
  const before = useRef<{ text: string; at: number } | null>(null);
  useEffect(() => {
    const last = before.current;
    const now = performance.now();
    if (last?.text === text) return;
    before.current = { text, at: now };
    const calm = typeof matchMedia === "function" && matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (last === null || calm || now - last.at < QUIET_MS || document.hidden) return;
    element.current?.animate?.([{ color: "var(--sky)" }, { color: "inherit" }], {
      duration: GLOW_MS,
      easing: "ease-out",
    });
  }, [text]);
  return (
    <span ref={element} className={className === undefined ? "figure" : `figure ${className}`}>
      {text}
    </span>
  );
});
