/** What came of telling the server something: its answer, or what is wrong and with which field. */
export type Told<T> =
  | { readonly ok: true; readonly answer: T }
  | {
      readonly ok: false;
      readonly field: string | null;
      readonly fault: string | null;
      readonly detail: string | null;
    };

/** Tells the server something. Never throws. */
export async function tell<T>(method: "POST" | "PUT" | "DELETE", url: string, body?: unknown): Promise<Told<T>> {
  try {
    const response = await fetch(url, {
      method,
      headers: { accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = text === "" ? null : (JSON.parse(text) as unknown);
    if (response.ok) return { ok: true, answer: answer as T };
    const {
      parameter = null,
      fault = null,
      detail = null,
    } = (answer ?? {}) as Readonly<Record<string, string | undefined>>;
    return { ok: false, field: parameter, fault, detail };
  } catch {
    return { ok: false, field: null, fault: null, detail: null };
  }
}
