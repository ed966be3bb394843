import { type FormEvent, useEffect, useState } from "react";
import { TextField, Trouble } from "../components/Field.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { DoorFrame } from "./DoorFrame.tsx";
import { homeOf } from "./home.ts";
import { PASSWORD_WORDS } from "./passwordWords.ts";
import { useAsker } from "./principal.ts";

type Outcome = "wrong" | "short" | "same" | "differ" | "slow" | "failed" | "done";

async function send(before: string, after: string): Promise<Outcome> {
  const response = await fetch("/api/password", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ before, after }),
  }).catch(() => null);
  if (response === null) return "failed";
  if (response.ok) return "done";
  if (response.status === 429) return "slow";
  const problem = (await response.json().catch(() => null)) as { parameter?: string; fault?: string } | null;
  if (problem?.parameter === "before") return "wrong";
  return problem?.fault === "same" ? "same" : problem?.parameter === "after" ? "short" : "failed";
}

/** A password field with its name. */
function Secret({
  label,
  name,
  value,
  set,
}: {
  label: string;
  name: string;
  value: string;
  set: (to: string) => void;
}) {
  return (
    <TextField
      label={label}
      type="password"
      autoComplete={name === "before" ? "current-password" : "new-password"}
      name={name}
      required
      value={value}
      onChange={(event) => set(event.target.value)}
    />
  );
}

/** Changing the own password, by choice or because somebody else set it. */
export default function OwnPassword() {
  const said = useRoomWords(PASSWORD_WORDS);
  const { words } = useWords();
  const asker = useAsker();
  const [before, setBefore] = useState("");
  const [after, setAfter] = useState("");
  const [again, setAgain] = useState("");
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const first = asker.state === "known" && asker.mustChange;
  const title = first ? said.first : said.title;
  const home = asker.state === "known" ? homeOf(asker.principal) : "/";
  useEffect(() => {
    document.title = `${title} · ${words.product}`;
  }, [title, words]);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setOutcome(after === again ? await send(before, after) : "differ");
  };
  return (
    <DoorFrame screen={false}>
      <h1>{outcome === "done" ? said.done : title}</h1>
      {outcome === "done" ? (
        <a className="button" href={home}>
          {said.on}
        </a>
      ) : (
        <>
          <p className="door__lead">{said.lead}</p>
          <form className="form" onSubmit={(event) => void save(event)}>
            <Secret label={first ? said.once : said.before} name="before" value={before} set={setBefore} />
            <Secret label={said.after} name="after" value={after} set={setAfter} />
            <Secret label={said.again} name="again" value={again} set={setAgain} />
            <p className="door__note">{said.rule}</p>
            <Trouble>{outcome === null ? "" : said[outcome]}</Trouble>
            <button type="submit" className="button door__enter">
              {said.save}
            </button>
          </form>
          {!first && (
            <a className="door__back" href={home}>
              {said.on}
            </a>
          )}
        </>
      )}
    </DoorFrame>
  );
}
