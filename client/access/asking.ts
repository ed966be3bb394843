import { startTransition, useEffect, useState } from "react";
import type { Me } from "../../shared/accessAnswers.ts";
import type { Reading } from "../../shared/reading.ts";
import { useConnectNow, useLine } from "../store/hooks.ts";
import type { Asker } from "./principal.ts";

const AGAIN_MS = 3000;
/** While the centre reads its data it says how far it is. */
const SOON_MS = 300;
const ME = "/api/me";
const SIGNED_OUT = "signed-out";

/** Has every answer looked at: one that says "sign in" is told to the page, whoever asked. */
export function watchAnswers(page: Pick<Window, "fetch" | "dispatchEvent">): void {
  const fetchPlain = page.fetch.bind(page);
  page.fetch = async (input, init) => {
    const response = await fetchPlain(input, init);
    if (response.status === 401 && input !== ME) page.dispatchEvent(new Event(SIGNED_OUT));
    return response;
  };
}

async function ask(signal: AbortSignal): Promise<Asker | null> {
  const response = await fetch(ME, { signal, headers: { accept: "application/json" } });
  if (response.status === 401) return { state: "nobody" };
  if (response.status === 503) {
    const { reading } = (await response.json()) as { readonly reading?: Reading };
    return reading === undefined ? null : { state: "waiting", reading };
  }
  if (!response.ok) return null;
  return { state: "known", ...((await response.json()) as Me) };
}

/**
 * Who uses this browser. It is asked at the start, after every new line to the server, and when any answer says that
 * nobody is signed in any more; as long as the server can not say, what was known stays. When a server that has just been
 * started can say, the line is made at once.
 */
export function useAsking(): Asker {
  const { connections, refused } = useLine();
  const connectNow = useConnectNow();
  const [asker, setAsker] = useState<Asker>({ state: "asking" });
  const [attempt, setAttempt] = useState(0);
  const known = asker.state !== "nobody";
  useEffect(() => {
    if (!known) return;
    const again = (): void => setAttempt((count) => count + 1);
    window.addEventListener(SIGNED_OUT, again);
    return () => window.removeEventListener(SIGNED_OUT, again);
  }, [known]);
  const occasion = `${connections} ${refused} ${attempt}`;
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waited = false;
    const once = async (): Promise<void> => {
      const answer = occasion === "" ? null : await ask(stop.signal).catch(() => null);
      if (stop.signal.aborted) return;
      if (answer?.state === "waiting") {
        waited = true;
        setAsker((before) => (before.state === "known" || before.state === "nobody" ? before : answer));
        timer = setTimeout(once, SOON_MS);
      } else if (answer !== null) {
        if (waited) connectNow();
        startTransition(() => setAsker(answer));
      } else {
        setAsker((before) => (before.state === "asking" ? { state: "unknown" } : before));
        timer = setTimeout(once, AGAIN_MS);
      }
    };
    void once();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [occasion, connectNow]);
  return asker;
}
