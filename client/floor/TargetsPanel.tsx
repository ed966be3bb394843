import { useState } from "react";
import { TARGET_KINDS, TARGET_ROLES, type TargetKind, type TargetRecord } from "../../shared/floor.ts";
import type { StaffRole } from "../../shared/reference.ts";
import { parseDay } from "../../shared/time.ts";
import { SelectField, TextField } from "../components/Field.tsx";
import { Panel } from "../components/Panel.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { useFetched } from "../store/fetched.ts";
import { Outcome } from "./Outcome.tsx";
import { useSend } from "./send.ts";
import { TARGET_WORDS } from "./targetWords.ts";

const REFRESH_MS = 60_000;

function Setting({ office, today, changed }: { office: string; today: string; changed: () => void }) {
  const { words } = useWords();
  const own = useRoomWords(TARGET_WORDS);
  const [kind, setKind] = useState<TargetKind>("documents-a-day");
  const [role, setRole] = useState<StaffRole>("operator");
  const [amount, setAmount] = useState("");
  const [from, setFrom] = useState(today);
  const [sent, send] = useSend(changed);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const value = amount.trim() === "" ? null : Number(amount);
    send(`/api/targets?${new URLSearchParams({ office })}`, { kind, role, amount: value, from });
  };
  return (
    <form className="form setTarget" onSubmit={submit}>
      <SelectField
        label={own.kind}
        value={kind}
        onChange={(event) => setKind(event.target.value as TargetKind)}
        offers={TARGET_KINDS.map((id) => ({ id, name: own.kinds[id] }))}
      />
      <SelectField
        label={own.role}
        value={role}
        onChange={(event) => setRole(event.target.value as StaffRole)}
        offers={TARGET_ROLES.map((id) => ({ id, name: words.office.role[id] }))}
      />
      <TextField
        label={own.amount}
        type="number"
        min={1}
        max={500}
        value={amount}
        placeholder={own.noAmount}
        onChange={(event) => setAmount(event.target.value)}
      />
      <TextField
        label={own.from}
        type="date"
        value={from}
        min={today}
        required
        onChange={(event) => setFrom(event.target.value)}
      />
      <button type="submit" className="button button--main" disabled={sent.state === "sending"}>
        {own.save}
      </button>
      <Outcome sent={sent} />
    </form>
  );
}

function Line({ record }: { record: TargetRecord }) {
  const { words, format } = useWords();
  const own = useRoomWords(TARGET_WORDS);
  const { kind, role, amount, from, setBy, source } = record;
  const day = parseDay(from);
  return (
    <li className="target">
      <strong>{amount === null ? `${own.kinds[kind]}: ${own.noAmount}` : own.target[kind](amount)}</strong>
      <span className="target__about">
        {words.office.role[role]} · {day === null ? from : format.fullDate(day)} ·{" "}
        {setBy === null ? (source === null ? "" : own.byReference) : own.setBy(setBy)}
      </span>
    </li>
  );
}

/** The targets of the office with their history; who may set them finds the form here. */
export function TargetsPanel({ office, today, sets }: { office: string; today: string | null; sets: boolean }) {
  const own = useRoomWords(TARGET_WORDS);
  const url = `/api/targets?${new URLSearchParams({ office })}`;
  const { data, retry } = useFetched<{ readonly records: readonly TargetRecord[] }>(url, REFRESH_MS);
  return (
    <Panel className="panel--targets" title={own.targets}>
      <ul className="targets">
        {[...(data?.records ?? [])].reverse().map((record) => (
          <Line key={`${record.kind}${record.role}${record.from}${record.setAt}`} record={record} />
        ))}
      </ul>
      {sets && today !== null && <Setting office={office} today={today} changed={retry} />}
    </Panel>
  );
}
