import { useCallback, useEffect, useState } from "react";
import type { ReconciliationJob } from "../../shared/reconciliation.ts";

/** What is asked for: the address of the recount's question, null for none. */
export interface Recounting {
  readonly job: ReconciliationJob | null;
  /** The sentence in which the server refused, null when it did not. */
  readonly refused: string | null;
  readonly begin: (query: string) => void;
  readonly cancel: () => void;
}

const POLL_MS = 700;
const ADDRESS = "/api/reconciliation";

/** Begins a recount, follows how it goes on, and ends it when asked to. */
export function useRecount(): Recounting {
  const [query, setQuery] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const [job, setJob] = useState<ReconciliationJob | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  useEffect(() => {
    if (query === null || turn === 0) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (first: boolean): Promise<void> => {
      try {
        if (first) await fetch(`${ADDRESS}?${query}`, { method: "DELETE", signal: stop.signal });
        const response = await fetch(`${ADDRESS}?${query}`, { signal: stop.signal });
        const body = (await response.json()) as ReconciliationJob & { readonly detail?: string };
        if (!response.ok) {
          setRefused(body.detail ?? `${response.status}`);
          setJob(null);
          return;
        }
        setJob(body);
        if (response.status === 202) timer = setTimeout(() => void ask(false), POLL_MS);
      } catch {
        if (!stop.signal.aborted) timer = setTimeout(() => void ask(false), POLL_MS * 4);
      }
    };
    setRefused(null);
    setJob({ state: "waiting", progress: 0, result: null, problem: null });
    void ask(true);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [query, turn]);
  const begin = useCallback((next: string) => {
    setQuery(next);
    setTurn((count) => count + 1);
  }, []);
  const cancel = useCallback(() => {
    if (query !== null) void fetch(`${ADDRESS}?${query}`, { method: "DELETE" });
    setQuery(null);
    setJob(null);
  }, [query]);
  return { job, refused, begin, cancel };
}
