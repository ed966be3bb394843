import { useCallback, useState } from "react";
import type { Explanation, ShownAlert } from "../../shared/alerts.ts";
import { placeName } from "../components/places.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import type { Explaining } from "./explanationDraft.ts";
import { ROOM_WORDS } from "./roomWords.ts";
import { tell } from "./tell.ts";
import { ALERT_WORDS } from "./words.ts";

/** What was done last, and the way back. */
export interface Undo {
  readonly text: string;
  readonly back: () => void;
}

function written({ cause, words, action, until }: Explanation) {
  return { cause, words, action, until: new Date(until).toISOString() };
}

/** Explaining, changing and taking back, each with its way back; `again` asks for the list anew. */
export function useExplaining(again: () => void) {
  const { language } = useWords();
  const said = useRoomWords(ALERT_WORDS);
  const room = useRoomWords(ROOM_WORDS);
  const book = useBook();
  const [explaining, setExplaining] = useState<Explaining | null>(null);
  const [undo, setUndo] = useState<Undo | null>(null);
  const offer = useCallback(
    (text: string, back: () => Promise<unknown>) =>
      setUndo({
        text,
        back: () => {
          setUndo(null);
          void back().then(again);
        },
      }),
    [again],
  );
  const explain = useCallback(
    ({ id, office, region, kind, explanation }: ShownAlert) =>
      setExplaining({
        alert: id,
        office,
        region,
        kind,
        before: explanation,
        title: placeName(book, office, language),
        matter: said.kinds[kind],
      }),
    [book, language, said],
  );
  const change = useCallback(
    (before: Explanation) => {
      const { office, region, kind } = before;
      const title = placeName(book, office ?? region, language);
      setExplaining({
        alert: null,
        office,
        region,
        kind,
        before,
        title,
        matter: kind === null ? "" : said.kinds[kind],
      });
    },
    [book, language, said],
  );
  const plan = useCallback(
    (place: { readonly region: string; readonly office: string | null }) =>
      setExplaining({
        alert: null,
        ...place,
        kind: null,
        before: null,
        title: placeName(book, place.office ?? place.region, language),
        matter: "",
      }),
    [book, language],
  );
  const takeBack = useCallback(
    async (explanation: Explanation) => {
      const url = `/api/explanations/${explanation.id}`;
      const told = await tell("DELETE", url);
      again();
      if (told.ok) offer(room.takenBack, () => tell("PUT", url, written(explanation)));
    },
    [room, again, offer],
  );
  const saved = (answer: unknown): void => {
    const before = explaining?.before ?? null;
    const url = `/api/explanations/${(answer as { readonly id: string }).id}`;
    setExplaining(null);
    again();
    offer(room.saved, () => (before === null ? tell("DELETE", url) : tell("PUT", url, written(before))));
  };
  return { explaining, undo, explain, change, plan, takeBack, saved, close: () => setExplaining(null) };
}
