import { Children, type ReactNode, useMemo } from "react";
import { useGradually } from "../floor/useGradually.ts";

/** The parts of a view, drawn one after another each in a task of its own, so that a full view opens without a jolt. */
export function InTurn({ children }: { children: ReactNode }) {
  const parts = useMemo(() => Children.toArray(children), [children]);
  return parts.slice(0, useGradually(parts.length, 1));
}
