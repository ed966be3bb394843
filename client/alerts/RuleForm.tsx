import type { FormEvent } from "react";
import type { AlertKind } from "../../shared/alerts.ts";
import { TextField } from "../components/Field.tsx";
import { useRoomWords } from "../settings.ts";
import { unitOf } from "./ruleFigures.ts";
import { RULE_WORDS } from "./ruleWords.ts";

/** A rule as it is being written. */
export type RuleDraft = Readonly<Record<"raise" | "clear" | "minutes", string>> & { readonly on: boolean };

interface RuleFormProps {
  readonly kind: AlertKind;
  /** Begins the ids of the fields; `<id>-error` is what says what is wrong. */
  readonly id: string;
  readonly draft: RuleDraft;
  readonly change: (draft: RuleDraft) => void;
  /** The field that is wrong. */
  readonly wrong: string | null;
  readonly submit: (event: FormEvent) => Promise<void>;
  readonly cancel: () => void;
  /** Null: there is nothing to go back from. */
  readonly reset: (() => void) | null;
}

/** The form that changes a rule. */
export function RuleForm({ kind, id, draft, change, wrong, submit, cancel, reset }: RuleFormProps) {
  const words = useRoomWords(RULE_WORDS);
  const field = (of: "raise" | "clear" | "minutes", unit: string) => (
    <TextField
      label={unit === "" ? words[of] : `${words[of]}, ${unit}`}
      id={`${id}-${of}`}
      type="number"
      inputMode="decimal"
      step="any"
      value={draft[of]}
      onChange={(event) => change({ ...draft, [of]: event.target.value })}
      {...(wrong === of ? { "aria-invalid": true, "aria-describedby": `${id}-error` } : {})}
    />
  );
  return (
    <form className="form form--line rule__form" onSubmit={submit} noValidate>
      {field("raise", words.units[unitOf(kind)])}
      {field("clear", words.units[unitOf(kind)])}
      {field("minutes", "")}
      <label className="check">
        <input
          type="checkbox"
          checked={draft.on}
          onChange={(event) => change({ ...draft, on: event.target.checked })}
        />
        {words.on}
      </label>
      <button type="submit" className="button button--main">
        {words.save}
      </button>
      <button type="button" className="button" onClick={cancel}>
        {words.cancel}
      </button>
      {reset !== null && (
        <button type="button" className="button" onClick={reset}>
          {words.reset}
        </button>
      )}
    </form>
  );
}
