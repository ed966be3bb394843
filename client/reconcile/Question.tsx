import { type FormEvent, useState } from "react";
import { type Day, formatDay, parseDay } from "../../shared/time.ts";
import { type ChosenPlace, PlaceFields } from "../access/PlaceFields.tsx";
import { usePrincipal } from "../access/principal.ts";
import { TextField } from "../components/Field.tsx";
import { Panel } from "../components/Panel.tsx";
import { useRoomWords } from "../settings.ts";
import { RECONCILE_WORDS } from "./words.ts";

/** From the first of the month that yesterday lies in, to yesterday. */
function recently(today: Day): { readonly from: string; readonly to: string } {
  const yesterday = formatDay(today - 1);
  return { from: `${yesterday.slice(0, 8)}01`, to: yesterday };
}

/** Which period of which place is counted anew. */
export function Question({
  today,
  busy,
  done,
  begin,
  cancel,
}: {
  today: Day;
  busy: boolean;
  done: boolean;
  begin: (query: string) => void;
  cancel: () => void;
}) {
  const words = useRoomWords(RECONCILE_WORDS);
  const principal = usePrincipal();
  const [period, setPeriod] = useState(() => recently(today));
  const [place, setPlace] = useState<ChosenPlace>({ region: "", office: "" });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (parseDay(period.from) === null || parseDay(period.to) === null) return;
    const query = new URLSearchParams(period);
    const office = principal?.office ?? (place.office || null);
    const region = principal?.region ?? (place.region || null);
    if (office !== null) query.set("office", office);
    else if (region !== null) query.set("region", region);
    begin(query.toString());
  };
  return (
    <Panel title={words.period} className="recountQuestion">
      <p className="lead">{words.about}</p>
      <form className="form form--line" onSubmit={submit}>
        {(["from", "to"] as const).map((end) => (
          <TextField
            key={end}
            label={words[end]}
            type="date"
            required
            value={period[end]}
            {...(end === "from" ? { max: period.to } : { min: period.from })}
            onChange={(event) => setPeriod({ ...period, [end]: event.target.value })}
          />
        ))}
        <PlaceFields place={place} choose={setPlace} region="may" office="may" />
        <div className="deeds">
          <button type="submit" className="button button--main" disabled={busy}>
            {done ? words.again : words.count}
          </button>
          {busy && (
            <button type="button" className="button" onClick={cancel}>
              {words.cancel}
            </button>
          )}
        </div>
      </form>
    </Panel>
  );
}
