/** What came of asking for a change: the answer, or why there is none. */
export type Outcome<T> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly why: "taken" | "forbidden" | "failed" }
  | { readonly ok: false; readonly why: "wrong"; readonly field: string };

/** Asks the centre for a change. Never throws. */
export async function askFor<T>(method: "POST" | "DELETE", url: string, body?: object): Promise<Outcome<T>> {
  const json =
    body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(url, { method, ...json }).catch(() => null);
  if (response === null) return { ok: false, why: "failed" };
  const answer: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (response.ok) return { ok: true, answer: answer as T };
  const { parameter } = (answer ?? {}) as { parameter?: string };
  if (parameter !== undefined) return { ok: false, why: "wrong", field: parameter };
  return { ok: false, why: response.status === 409 ? "taken" : response.status === 403 ? "forbidden" : "failed" };
}
