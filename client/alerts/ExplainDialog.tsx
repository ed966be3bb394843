import { type FormEvent, useId, useState } from "react";
import { ALERT_CAUSES, ALERT_KINDS, type AlertCause, type AlertKind, MOST_WORDS } from "../../shared/alerts.ts";
import { Dialog } from "../components/Dialog.tsx";
import { AreaField, SelectField, TextField, Trouble } from "../components/Field.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { type Draft, type DraftField, draftOf, type Explaining, faultIn, sendDraft } from "./explanationDraft.ts";
import { ROOM_WORDS } from "./roomWords.ts";
import { UntilField } from "./UntilField.tsx";
import { ALERT_WORDS } from "./words.ts";

/** So many characters before the end one is told how many are left. */
const SOON_FULL = 60;

interface ExplainDialogProps {
  readonly of: Explaining;
  /** Epoch ms. */
  readonly now: number;
  readonly zone: string;
  readonly close: () => void;
  readonly saved: (answer: unknown) => void;
}

/** Asks the manager for cause, own words, action and until when. Closes by Esc; says what a field still needs. */
export function ExplainDialog({ of, now, zone, close, saved }: ExplainDialogProps) {
  const { format } = useWords();
  const said = useRoomWords(ALERT_WORDS);
  const room = useRoomWords(ROOM_WORDS);
  const [draft, setDraft] = useState(() => draftOf(of, now, zone));
  const [fault, setFault] = useState<DraftField | null>(null);
  const [detail, setDetail] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const id = useId();
  const planned = of.alert === null && of.before === null;
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
    const told = await sendDraft(of, draft, zone);
    setSaving(false);
    if (told.ok) return saved(told.answer);
    setFault("server");
    setDetail(told.detail);
  };
  const trouble = (field: DraftField) =>
    fault === field && (
      <Trouble id={`${id}-${field}-error`}>
        {room.errors[field]}
        {field === "server" && detail !== null && <small lang="en"> {detail}</small>}
      </Trouble>
    );
  const invalid = (field: DraftField) => ({
    id: `${id}-${field}`,
    ...(fault === field ? { "aria-invalid": true, "aria-describedby": `${id}-${field}-error` } : {}),
  });
  const left = MOST_WORDS - draft.words.length;
  return (
    <Dialog title={planned ? room.dialogPlan : room.dialog} close={close}>
      <p className="lead">
        <strong>{of.title}</strong> {of.matter}
      </p>
      <form className="form" onSubmit={submit} noValidate>
        {planned && (
          <SelectField
            label={room.fieldKind}
            value={draft.kind}
            onChange={(event) => set({ kind: event.target.value as AlertKind | "" })}
            offers={[
              { id: "", name: room.anyKind },
              ...ALERT_KINDS.map((kind) => ({ id: kind, name: said.kinds[kind] })),
            ]}
          />
        )}
        <SelectField
          label={room.fieldCause}
          value={draft.cause}
          onChange={(event) => set({ cause: event.target.value as AlertCause })}
          offers={ALERT_CAUSES.map((cause) => ({ id: cause, name: said.causes[cause] }))}
          {...invalid("cause")}
        >
          <option value="" disabled>
            {room.choose}
          </option>
        </SelectField>
        {trouble("cause")}
        <AreaField
          label={room.fieldWords}
          hint={left < SOON_FULL ? room.left(format.count(left)) : undefined}
          rows={2}
          maxLength={MOST_WORDS}
          value={draft.words}
          onChange={(event) => set({ words: event.target.value })}
          {...invalid("words")}
        />
        {trouble("words")}
        <AreaField
          label={room.fieldAction}
          rows={2}
          maxLength={MOST_WORDS}
          value={draft.action}
          onChange={(event) => set({ action: event.target.value })}
        />
        {planned && (
          <TextField
            label={room.fieldFrom}
            type="datetime-local"
            value={draft.from}
            onChange={(event) => set({ from: event.target.value })}
            {...invalid("from")}
          />
        )}
        {trouble("from")}
        <UntilField
          value={draft.until}
          now={now}
          zone={zone}
          choose={(until) => set({ until })}
          {...invalid("until")}
        />
        {trouble("until")}
        <p className="quietNote">{room.noNames}</p>
        {trouble("server")}
        <div className="deeds deeds--end">
          <button type="button" className="button" onClick={close}>
            {room.cancel}
          </button>
          <button type="submit" className="button button--main" disabled={saving}>
            {saving ? room.saving : room.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
