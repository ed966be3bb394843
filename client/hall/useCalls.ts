import { useRef } from "react";
import type { Scope } from "../../shared/wire.ts";
import { useRows, useScope } from "../store/hooks.ts";
import { callsOf, type HallCall, lastCalls } from "./calls.ts";

/** The last calls of an office's running day, newest first; it remembers five, and none of another day. */
export function useCalls(scope: Scope): readonly HallCall[] {
  const rows = useRows(scope, "call");
  const day = useScope(scope, ({ view }) => view?.day ?? null);
  const seen = useRef<{ day: number | null; calls: readonly HallCall[] }>({ day: null, calls: [] });
  if (seen.current.day !== day && day !== null) seen.current = { day, calls: [] };
  const calls = lastCalls(seen.current.calls, callsOf(rows));
  seen.current = { day: seen.current.day, calls };
  return calls;
}
