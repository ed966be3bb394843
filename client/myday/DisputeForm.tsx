import { useState } from "react";
import { DISPUTE_REASONS, type DisputeReason } from "../../shared/floor.ts";
import { SelectField, TextField } from "../components/Field.tsx";
import { Outcome } from "../floor/Outcome.tsx";
import { useSend } from "../floor/send.ts";
import { FLOOR_WORDS } from "../floor/words.ts";
import { useRoomWords } from "../settings.ts";
import type { OwnPlace } from "./ownPlace.ts";
import { MY_DAY_WORDS } from "./words.ts";

interface DisputeFormProps {
  readonly place: OwnPlace;
  readonly day: string;
  readonly subject: string;
  readonly close: () => void;
  readonly changed: () => void;
}

/** What is wrong with a timing, in one choice and a few words. */
export function DisputeForm({ place, day, subject, close, changed }: DisputeFormProps) {
  const own = useRoomWords(MY_DAY_WORDS);
  const floor = useRoomWords(FLOOR_WORDS);
  const [reason, setReason] = useState<DisputeReason>("system-stood-still");
  const [note, setNote] = useState("");
  const [sent, send] = useSend(() => {
    changed();
    close();
  });
  const { office, operator } = place;
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    send(`/api/disputes?${new URLSearchParams({ office, operator })}`, { day, subject, reason, note });
  };
  return (
    <form className="form--line disputeForm" onSubmit={submit}>
      <SelectField
        label={own.whatIsWrong}
        value={reason}
        onChange={(event) => setReason(event.target.value as DisputeReason)}
        offers={DISPUTE_REASONS.map((id) => ({ id, name: floor.reasons[id] }))}
      />
      <TextField label={floor.note} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
      <button type="submit" className="button button--main" disabled={sent.state === "sending"}>
        {own.send}
      </button>
      <button type="button" className="button" onClick={close}>
        {own.cancel}
      </button>
      <Outcome sent={sent} />
    </form>
  );
}
