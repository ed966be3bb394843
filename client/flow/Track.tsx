import { type FormEvent, useEffect, useMemo, useState } from "react";
import type { TrackAnswer } from "../../shared/stock.ts";
import { localDay } from "../../shared/time.ts";
import { Languages } from "../access/Languages.tsx";
import { SelectField, TextField } from "../components/Field.tsx";
import { Mark } from "../components/Mark.tsx";
import { compareTexts } from "../language.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import "./track.css";
import { NUMBER } from "./SearchBox.tsx";
import { TRACK_WORDS, type TrackWords } from "./trackWords.ts";

type State =
  | { readonly kind: "ready" | "asking" | "badNumber" | "tooFast" | "away" }
  | { readonly kind: "told"; readonly answer: TrackAnswer; readonly zone: string };

async function ask(office: string, application: string, zone: string): Promise<State> {
  try {
    const response = await fetch(`/api/track?${new URLSearchParams({ office, application })}`);
    if (response.status === 429) return { kind: "tooFast" };
    if (!response.ok) return { kind: "away" };
    return { kind: "told", answer: (await response.json()) as TrackAnswer, zone };
  } catch {
    return { kind: "away" };
  }
}

function Result({ state, words }: { state: State; words: TrackWords }) {
  const { format } = useWords();
  if (state.kind === "ready") return null;
  if (state.kind === "asking") return <p className="track__said">{words.asking}</p>;
  if (state.kind !== "told") return <p className="track__said">{words[state.kind]}</p>;
  const { answer, zone } = state;
  if (answer.status === null)
    return (
      <div className="track__told">
        <p className="track__status">{words.unknown}</p>
        <p>{words.unknownHint}</p>
      </div>
    );
  const at = answer.deadline === null ? null : Date.parse(answer.deadline);
  return (
    <div className="track__told" data-status={answer.status}>
      <p className="track__status">{words.status[answer.status]}</p>
      <p>{words.next[answer.status]}</p>
      <p className="track__deadline">
        {words.deadline}: <strong>{at === null ? words.noDeadline : format.day(localDay(at - 1, zone))}</strong>
        {at !== null && format.clock(at, zone) !== "00:00" && `, ${format.clock(at, zone)}`}
      </p>
    </div>
  );
}

/** For everybody who has the number of an application: how far it is, and by when it is decided. */
export default function Track() {
  const words = useRoomWords(TRACK_WORDS);
  const { words: common, language } = useWords();
  const book = useBook();
  const query = useMemo(() => new URLSearchParams(location.search), []);
  const [office, setOffice] = useState(query.get("office") ?? "");
  const [number, setNumber] = useState(query.get("application") ?? "");
  const [state, setState] = useState<State>({ kind: "ready" });
  useEffect(() => {
    document.title = words.title;
  }, [words]);
  const regions = useMemo(
    () =>
      book.regions
        .map(({ id, names }) => ({
          id,
          name: names[language],
          offices: book.offices
            .filter((each) => each.region === id && each.validTo === null)
            .sort((a, b) => compareTexts(language, a.names[language], b.names[language])),
        }))
        .sort((a, b) => compareTexts(language, a.name, b.name)),
    [book, language],
  );
  const find = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wanted = number.trim();
    if (!NUMBER.test(wanted)) return setState({ kind: "badNumber" });
    setState({ kind: "asking" });
    setState(await ask(office, wanted, book.office.get(office)?.zone ?? "Asia/Almaty"));
  };
  return (
    <div className="track">
      <header className="track__head">
        <span className="track__product">
          <Mark /> {common.product}
        </span>
        <Languages />
      </header>
      <main className="track__main" id="content">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <form className="form track__form" onSubmit={find}>
          <SelectField label={words.office} required value={office} onChange={(event) => setOffice(event.target.value)}>
            <option value="">{words.choose}</option>
            {regions.map(({ id, name, offices }) => (
              <optgroup key={id} label={name}>
                {offices.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.names[language]}
                  </option>
                ))}
              </optgroup>
            ))}
          </SelectField>
          <TextField
            label={words.number}
            required
            value={number}
            maxLength={64}
            placeholder={words.example}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-invalid={state.kind === "badNumber"}
            onChange={(event) => setNumber(event.target.value)}
          />
          <button type="submit" className="button button--main" disabled={state.kind === "asking"}>
            {words.find}
          </button>
        </form>
        <div role="status" className="track__result">
          <Result state={state} words={words} />
        </div>
        <p className="track__privacy">{words.privacy}</p>
      </main>
    </div>
  );
}
