import { type FormEvent, useId, useState } from "react";
import {
  ALERT_RULES,
  type AlertRulesAnswer,
  type EffectiveRule,
  faultOf,
  MOST_MINUTES,
  type Scaled,
  type SettingFault,
  scaleOf,
} from "../../shared/alertRules.ts";
import { Trouble } from "../components/Field.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { writeValue } from "./alertValue.ts";
import { type RuleDraft, RuleForm } from "./RuleForm.tsx";
import { fromShown, toShown, writeMinutes, writeSetting } from "./ruleFigures.ts";
import { RULE_WORDS } from "./ruleWords.ts";
import { tell } from "./tell.ts";
import { ALERT_WORDS } from "./words.ts";

type Fault = SettingFault | { readonly field: "server"; readonly remedy: "server" };

interface RuleItemProps {
  readonly rule: EffectiveRule;
  /** How the place is named in a request, and to people who ask where the rule comes from. */
  readonly place: { readonly region?: string; readonly office?: string };
  readonly fromName: string;
  readonly own: boolean;
  readonly office: Scaled | null;
  readonly may: boolean;
  readonly changed: (answer: AlertRulesAnswer) => void;
}

/** One rule as a sentence, and the form that changes it. */
export function RuleItem({ rule, place, fromName, own, office, may, changed }: RuleItemProps) {
  const { kind } = rule;
  const { format } = useWords();
  const words = useRoomWords(RULE_WORDS);
  const name = useRoomWords(ALERT_WORDS).kinds[kind];
  const id = useId();
  const [draft, setDraft] = useState<RuleDraft | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [lowest, highest] = ALERT_RULES[kind].range;
  const put = async (setting: object | null): Promise<void> => {
    const told = await tell<AlertRulesAnswer>("PUT", "/api/alert-rules", { ...place, kind, setting });
    if (!told.ok) {
      setFault({ field: "server", remedy: "server" });
      return;
    }
    setDraft(null);
    changed(told.answer);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (draft === null) return;
    const number = (text: string) => (text.trim() === "" ? Number.NaN : Number(text.replace(",", ".")));
    const setting = {
      on: draft.on,
      raise: fromShown(kind, number(draft.raise)),
      clear: fromShown(kind, number(draft.clear)),
      minutes: number(draft.minutes),
    };
    const wrong = faultOf(kind, setting);
    setFault(wrong);
    if (wrong === null) await put(setting);
    else document.getElementById(`${id}-${wrong.field}`)?.focus();
  };
  const remedy = (of: Fault): string => {
    if (of.remedy === "range")
      return words.errors.range(writeSetting(format, words, kind, lowest), writeSetting(format, words, kind, highest));
    return of.remedy === "minutes" ? words.errors.minutes(format.count(MOST_MINUTES)) : words.errors[of.remedy];
  };
  const write = (value: number) => writeSetting(format, words, kind, value);
  return (
    <li className="rule" data-on={rule.on}>
      <div>
        <h3>{name}</h3>
        <p className="rule__from">{fromName}</p>
      </div>
      <div className="rule__body">
        <p className="rule__says">
          {rule.on
            ? words.says[kind](write(rule.raise), write(rule.clear), writeMinutes(format, words, rule.minutes))
            : words.off}
          {rule.on && office !== null && ALERT_RULES[kind].scale !== "one" && (
            <> {words.example(writeValue(format, kind, rule.raise * scaleOf(kind, office)))}</>
          )}
        </p>
        {draft !== null && (
          <RuleForm
            kind={kind}
            id={id}
            draft={draft}
            change={(next) => {
              setDraft(next);
              setFault(null);
            }}
            wrong={fault?.field ?? null}
            submit={submit}
            cancel={() => setDraft(null)}
            reset={own ? () => void put(null) : null}
          />
        )}
        {fault !== null && <Trouble id={`${id}-error`}>{remedy(fault)}</Trouble>}
        {draft === null && may && (
          <button
            type="button"
            className="chip"
            aria-label={`${words.change}: ${name}`}
            onClick={() =>
              setDraft({
                on: rule.on,
                raise: `${toShown(kind, rule.raise)}`,
                clear: `${toShown(kind, rule.clear)}`,
                minutes: `${rule.minutes}`,
              })
            }
          >
            {words.change}
          </button>
        )}
      </div>
    </li>
  );
}
