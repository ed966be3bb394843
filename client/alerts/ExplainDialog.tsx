import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import {
  ALERT_CAUSES,
  ALERT_KINDS,
  type AlertCause,
  type AlertKind,
  type Explanation,
  LONGEST_EXPLANATION_MS,
  MOST_WORDS,
} from "../../shared/alerts.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { evening, fromField, toField } from "./localMoment.ts";
import { ROOM_WORDS } from "./roomWords.ts";
import { tell } from "./tell.ts";
import { ALERT_WORDS } from "./words.ts";

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

type Field = "cause" | "words" | "from" | "until" | "server";

interface Draft {
  readonly cause: AlertCause | "";
  readonly words: string;
  readonly action: string;
  readonly kind: AlertKind | "";
  readonly from: string;
  readonly until: string;
}

function draftOf({ before, kind }: Explaining, now: number, zone: string): Draft {
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
export function faultIn(draft: Draft, planned: boolean, now: number, zone: string): Field | null {
  if (draft.cause === "") return "cause";
  if (draft.cause === "other" && draft.words.trim() === "") return "words";
  const from = planned ? fromField(draft.from, zone) : now;
  if (from === null || from > now + LONGEST_EXPLANATION_MS) return "from";
  const until = fromField(draft.until, zone);
  if (until === null || until <= now || until <= from || until - from > LONGEST_EXPLANATION_MS) return "until";
  return null;
}

function send(of: Explaining, draft: Draft, zone: string) {
  const { cause, words, action, kind } = draft;
  const iso = (text: string) => new Date(fromField(text, zone) ?? 0).toISOString();
  const said = { cause, words, action, until: iso(draft.until) };
  if (of.before !== null) return tell<unknown>("PUT", `/api/explanations/${of.before.id}`, said);
  if (of.alert !== null) return tell<unknown>("POST", `/api/alerts/${encodeURIComponent(of.alert)}/explanation`, said);
  const place = of.office === null ? { region: of.region } : { office: of.office };
  const about = { ...place, ...(kind === "" ? {} : { kind }) };
  return tell<unknown>("POST", "/api/explanations", { ...said, ...about, from: iso(draft.from) });
}

/** Asks the manager for cause, own words, action and until when. Closes by Esc; says what a field still needs. */
export function ExplainDialog({
  of,
  now,
  zone,
  close,
  saved,
}: {
  of: Explaining;
  now: number;
  zone: string;
  close: () => void;
  saved: (answer: unknown) => void;
}) {
  const { format } = useWords();
  const said = useRoomWords(ALERT_WORDS);
  const room = useRoomWords(ROOM_WORDS);
  const dialog = useRef<HTMLDialogElement>(null);
  const [draft, setDraft] = useState(() => draftOf(of, now, zone));
  const [fault, setFault] = useState<Field | null>(null);
  const [detail, setDetail] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const id = useId();
  const planned = of.alert === null && of.before === null;
  useEffect(() => dialog.current?.showModal(), []);
  const set = (next: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...next }));
    setFault(null);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wrong = faultIn(draft, planned, now, zone);
    setFault(wrong);
    setDetail(null);
    if (wrong !== null) {
      document.getElementById(`${id}-${wrong}`)?.focus();
      return;
    }
    setSaving(true);
    const told = await send(of, draft, zone);
    setSaving(false);
    if (told.ok) {
      saved(told.answer);
      return;
    }
    setFault("server");
    setDetail(told.detail);
  };
  const error = (field: Field) =>
    fault === field && (
      <p className="explain__error" id={`${id}-${field}-error`} role="alert">
        {room.errors[field]}
        {field === "server" && detail !== null && <small lang="en"> {detail}</small>}
      </p>
    );
  const invalid = (field: Field) =>
    fault === field ? { "aria-invalid": true, "aria-describedby": `${id}-${field}-error` } : {};
  const quick = [
    [room.hour, now + 3_600_000],
    [room.hours, now + 3 * 3_600_000],
    [room.today, evening(now, zone, 0)],
    [room.tomorrow, evening(now, zone, 1)],
  ] as const;
  return (
    <dialog ref={dialog} className="explain" onClose={close} aria-labelledby={`${id}-title`}>
      <form onSubmit={submit} noValidate>
        <h2 id={`${id}-title`}>{planned ? room.dialogPlan : room.dialog}</h2>
        <p className="explain__about">
          <strong>{of.title}</strong> {of.matter}
        </p>
        {planned && (
          <label className="field">
            <span>{room.fieldKind}</span>
            <select value={draft.kind} onChange={(event) => set({ kind: event.target.value as AlertKind | "" })}>
              <option value="">{room.anyKind}</option>
              {ALERT_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {said.kinds[kind]}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="field">
          <span>{room.fieldCause}</span>
          <select
            id={`${id}-cause`}
            value={draft.cause}
            onChange={(event) => set({ cause: event.target.value as AlertCause })}
            {...invalid("cause")}
          >
            <option value="" disabled>
              {room.choose}
            </option>
            {ALERT_CAUSES.map((cause) => (
              <option key={cause} value={cause}>
                {said.causes[cause]}
              </option>
            ))}
          </select>
        </label>
        {error("cause")}
        <label className="field">
          <span>{room.fieldWords}</span>
          <textarea
            id={`${id}-words`}
            rows={2}
            maxLength={MOST_WORDS}
            value={draft.words}
            onChange={(event) => set({ words: event.target.value })}
            {...invalid("words")}
          />
          {draft.words.length > MOST_WORDS - 60 && (
            <small>{room.left(format.count(MOST_WORDS - draft.words.length))}</small>
          )}
        </label>
        {error("words")}
        <label className="field">
          <span>{room.fieldAction}</span>
          <textarea
            rows={2}
            maxLength={MOST_WORDS}
            value={draft.action}
            onChange={(event) => set({ action: event.target.value })}
          />
        </label>
        {planned && (
          <label className="field">
            <span>{room.fieldFrom}</span>
            <input
              id={`${id}-from`}
              type="datetime-local"
              value={draft.from}
              onChange={(event) => set({ from: event.target.value })}
              {...invalid("from")}
            />
          </label>
        )}
        {error("from")}
        <div className="field">
          <label htmlFor={`${id}-until`}>{room.fieldUntil}</label>
          <span className="explain__until">
            <input
              id={`${id}-until`}
              type="datetime-local"
              value={draft.until}
              onChange={(event) => set({ until: event.target.value })}
              {...invalid("until")}
            />
            {quick
              .filter(([, moment]) => moment > now)
              .map(([name, moment]) => (
                <button
                  key={name}
                  type="button"
                  className="chip"
                  aria-pressed={draft.until === toField(moment, zone)}
                  onClick={() => set({ until: toField(moment, zone) })}
                >
                  {name}
                </button>
              ))}
          </span>
        </div>
        {error("until")}
        <p className="explain__hint">{room.noNames}</p>
        {error("server")}
        <div className="explain__acts">
          <button type="button" className="button" onClick={close}>
            {room.cancel}
          </button>
          <button type="submit" className="button button--main" disabled={saving}>
            {saving ? room.saving : room.save}
          </button>
        </div>
      </form>
    </dialog>
  );
}
