import { useCallback, useState } from "react";

/** What came of sending: under way, done, not allowed, a field that is wrong, or a failure. */
export type Sent =
  | { readonly state: "idle" | "sending" | "done" | "forbidden" | "failed" }
  | { readonly state: "wrong"; readonly field: string };

async function outcomeOf(response: Response): Promise<Sent> {
  if (response.ok) return { state: "done" };
  if (response.status === 401 || response.status === 403) return { state: "forbidden" };
  const problem: { parameter?: unknown } = await response.json().catch(() => ({}));
  return typeof problem.parameter === "string" ? { state: "wrong", field: problem.parameter } : { state: "failed" };
}

/** Posts JSON and tells what came of it; `after` runs when it was taken. */
export function useSend(after: () => void): readonly [Sent, (url: string, body?: object) => void] {
  const [sent, setSent] = useState<Sent>({ state: "idle" });
  const send = useCallback(
    (url: string, body?: object) => {
      setSent({ state: "sending" });
      const content = body === undefined ? {} : { body: JSON.stringify(body) };
      const headers = body === undefined ? {} : { "content-type": "application/json" };
      fetch(url, { method: "POST", headers, ...content })
        .then(outcomeOf)
        .catch((): Sent => ({ state: "failed" }))
        .then((outcome) => {
          setSent(outcome);
          if (outcome.state === "done") after();
        });
    },
    [after],
  );
  return [sent, send];
}
