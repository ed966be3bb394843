import { useState } from "react";

/** What came of closing or revising: nothing yet, under way, or the sentence in which the server refused. */
export interface Deed {
  readonly busy: boolean;
  readonly refused: string | null;
  readonly act: (url: string, body: object) => void;
}

/** Posts a deed that may take its time; `done` runs when it was carried out. */
export function useDeed(done: () => void): Deed {
  const [state, setState] = useState<{ busy: boolean; refused: string | null }>({ busy: false, refused: null });
  const act = (url: string, body: object) => {
    setState({ busy: true, refused: null });
    fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) })
      .then(async (response) => {
        if (response.ok) return null;
        const problem: { detail?: unknown } = await response.json().catch(() => ({}));
        return typeof problem.detail === "string" ? problem.detail : `${response.status}`;
      })
      .catch((error: unknown) => String(error))
      .then((refused) => {
        setState({ busy: false, refused });
        if (refused === null) done();
      });
  };
  return { ...state, act };
}
