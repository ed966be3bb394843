import { startTransition, useEffect, useState } from "react";
import { useLine } from "./hooks.ts";

/** What came of asking: the last good answer stays while newer ones fail. */
export interface Fetched<T> {
  readonly data: T | null;
  readonly problem: "forbidden" | "unknown" | "failed" | null;
  readonly retry: () => void;
}

/** A server that could not answer is asked again so soon. */
const SOON_MS = 3000;
const kept = new Map<string, unknown>();

function problemOf(status: number): "forbidden" | "unknown" | "failed" {
  if (status === 401 || status === 403) return "forbidden";
  return status === 404 ? "unknown" : "failed";
}

/**
 * The JSON answer of a GET, asked again every `refreshMs` and after every new connection; null asks nothing. After a
 * failure it tries again in a few seconds.
 */
export function useFetched<T>(url: string | null, refreshMs: number): Fetched<T> {
  const { connections } = useLine();
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{ url: string | null; data: T | null; problem: Fetched<T>["problem"] }>({
    url: null,
    data: null,
    problem: null,
  });
  const asked = url === null ? null : `${url}#${connections}.${attempt}`;
  useEffect(() => {
    if (asked === null) return;
    const address = asked.slice(0, asked.indexOf("#"));
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const failed = (problem: Fetched<T>["problem"]): void =>
      startTransition(() => setAnswer({ url: address, data: (kept.get(address) as T | undefined) ?? null, problem }));
    const ask = async (): Promise<void> => {
      let next = refreshMs;
      try {
        const response = await fetch(address, { signal: stop.signal, headers: { accept: "application/json" } });
        if (response.ok) {
          const data = (await response.json()) as T;
          kept.set(address, data);
          startTransition(() => setAnswer({ url: address, data, problem: null }));
        } else {
          failed(problemOf(response.status));
          if (response.status >= 500) next = SOON_MS;
        }
      } catch {
        if (stop.signal.aborted) return;
        failed("failed");
        next = SOON_MS;
      }
      if (!stop.signal.aborted) timer = setTimeout(ask, next);
    };
    void ask();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [asked, refreshMs]);
  const current = answer.url === url ? answer : null;
  return {
    data: current?.data ?? (url === null ? null : ((kept.get(url) as T | undefined) ?? null)),
    problem: current?.problem ?? null,
    retry: () => setAttempt((count) => count + 1),
  };
}
