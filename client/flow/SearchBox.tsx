import { type FormEvent, useId, useState } from "react";
import { useLocation } from "wouter";
import { SelectField, TextField, Trouble } from "../components/Field.tsx";
import { compareTexts } from "../language.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import { FLOW_WORDS } from "./words.ts";

/** What a number of an application looks like. */
export const NUMBER = /^[A-Za-z0-9._/-]{1,64}$/;

/** Goes to an application by its number; above one office the office is chosen as well, for numbers are those of an office. */
export function SearchBox({ office, region }: { office: string | null; region: string | null }) {
  const words = useRoomWords(FLOW_WORDS);
  const { language } = useWords();
  const book = useBook();
  const id = useId();
  const [, go] = useLocation();
  const [number, setNumber] = useState("");
  const [chosen, setChosen] = useState("");
  const [isBad, setBad] = useState(false);
  const at = office ?? chosen;
  const find = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = number.trim();
    if (!NUMBER.test(wanted) || at === "") setBad(true);
    else go(`/office/${at}/application/${wanted}`);
  };
  const offices = book.offices
    .filter((each) => region === null || each.region === region)
    .map((each) => ({ id: each.id, name: each.names[language] }))
    .sort((a, b) => compareTexts(language, a.name, b.name));
  return (
    <search>
      <form className="form--line flowSearch" onSubmit={find}>
        {office === null && (
          <SelectField
            label={words.chooseOffice}
            value={chosen}
            required
            onChange={(event) => setChosen(event.target.value)}
          >
            <option value="">—</option>
            {offices.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </SelectField>
        )}
        <TextField
          label={words.search}
          value={number}
          required
          maxLength={64}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={isBad}
          aria-describedby={isBad ? id : undefined}
          onChange={(event) => {
            setNumber(event.target.value);
            setBad(false);
          }}
        />
        <button type="submit" className="button">
          {words.find}
        </button>
        {isBad && <Trouble id={id}>{words.badNumber}</Trouble>}
      </form>
    </search>
  );
}
