import { useEffect, useState } from "react";
import { useLine } from "./hooks.ts";

/** What came of asking: the last good answer stays while newer ones fail. */
export interface Fetched<T> {
  readonly data: T | null;
  readonly problem: "forbidden" | "unknown" | "failed" | null;
  readonly retry: () => void;
}

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
  useEffect(() => {
    if (url === null) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      let next = refreshMs;
      try {
        const response = await fetch(url, { signal: stop.signal, headers: { accept: "application/json" } });
        if (response.ok) {
          const data = (await response.json()) as T;
          kept.set(url, data);
          setAnswer({ url, data, problem: null });
        } else {
          setAnswer({ url, data: (kept.get(url) as T | undefined) ?? null, problem: problemOf(response.status) });
          next = response.status < 500 ? refreshMs : 3000;
        }
      } catch {
        if (stop.signal.aborted) return;
        setAnswer({ url, data: (kept.get(url) as T | undefined) ?? null, problem: "failed" });
        next = 3000;
      }
      timer = setTimeout(ask, next);
    };
    void ask();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [url, refreshMs, connections, attempt]);
  const current = answer.url === url ? answer : null;
  return {
    data: current?.data ?? (url === null ? null : ((kept.get(url) as T | undefined) ?? null)),
    problem: current?.problem ?? null,
    retry: () => setAttempt((count) => count + 1),
  };
}
