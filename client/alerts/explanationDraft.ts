import { type AlertCause, type AlertKind, type Explanation, LONGEST_EXPLANATION_MS } from "../../shared/alerts.ts";
import { fromField, toField } from "./localMoment.ts";
import { tell } from "./tell.ts";

/** What is being explained: an alert, or a place in advance; with what was said so far. */
export interface Explaining {
  readonly alert: string | null;
  readonly office: string | null;
  readonly region: string;
  readonly kind: AlertKind | null;
  readonly before: Explanation | null;
  /** The name of the place, and what is the matter there. */
  readonly title: string;
  readonly matter: string;
}

/** A field of the dialog that may need a word; `server`: what was filled in was not taken. */
export type DraftField = "cause" | "words" | "from" | "until" | "server";

/** An explanation as it is being written, its moments as the fields hold them. */
export interface Draft {
  readonly cause: AlertCause | "";
  readonly words: string;
  readonly action: string;
  readonly kind: AlertKind | "";
  readonly from: string;
  readonly until: string;
}

/** What the dialog begins with; `now` in epoch ms. */
export function draftOf({ before, kind }: Explaining, now: number, zone: string): Draft {
  return {
    cause: before?.cause ?? "",
    words: before?.words ?? "",
    action: before?.action ?? "",
    kind: before?.kind ?? kind ?? "",
    from: toField(before?.from ?? now, zone),
    until: before === null ? "" : toField(before.until, zone),
  };
}

/** The first field that is not right yet. */
export function faultIn(draft: Draft, planned: boolean, now: number, zone: string): DraftField | null {
  if (draft.cause === "") return "cause";
  if (draft.cause === "other" && draft.words.trim() === "") return "words";
  const from = planned ? fromField(draft.from, zone) : now;
  if (from === null || from > now + LONGEST_EXPLANATION_MS) return "from";
  const until = fromField(draft.until, zone);
  if (until === null || until <= now || until <= from || until - from > LONGEST_EXPLANATION_MS) return "until";
  return null;
}

/** Tells the server a draft without fault. Never throws. */
export function sendDraft(of: Explaining, draft: Draft, zone: string) {
  const { cause, words, action, kind } = draft;
  const iso = (text: string) => new Date(fromField(text, zone) ?? 0).toISOString();
  const said = { cause, words, action, until: iso(draft.until) };
  if (of.before !== null) return tell<unknown>("PUT", `/api/explanations/${of.before.id}`, said);
  if (of.alert !== null) return tell<unknown>("POST", `/api/alerts/${encodeURIComponent(of.alert)}/explanation`, said);
  const place = of.office === null ? { region: of.region } : { office: of.office };
  const about = { ...place, ...(kind === "" ? {} : { kind }) };
  return tell<unknown>("POST", "/api/explanations", { ...said, ...about, from: iso(draft.from) });
}
