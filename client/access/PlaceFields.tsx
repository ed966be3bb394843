import type { Names } from "../../shared/reference.ts";
import { compareTexts } from "../language.ts";
import { useRoomWords, useSettings } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import { ACCOUNTS_WORDS } from "./accountsWords.ts";
import { usePrincipal } from "./principal.ts";

/** A place as it is chosen: empty text stands for none. */
export interface ChosenPlace {
  readonly region: string;
  readonly office: string;
}

function Field({
  label,
  value,
  choose,
  records,
  empty,
}: {
  label: string;
  value: string;
  choose: (id: string) => void;
  records: readonly { readonly id: string; readonly name: string }[];
  empty: string | null;
}) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} required={empty === null} onChange={(event) => choose(event.target.value)}>
        <option value="">{empty ?? "—"}</option>
        {records.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Region and office, as far as they are one's own to give; `office`: whether one is asked for, and must be named. */
export function PlaceFields({
  place,
  choose,
  region,
  office,
}: {
  place: ChosenPlace;
  choose: (place: ChosenPlace) => void;
  region: "must" | "may" | "no";
  office: "must" | "may" | "no";
}) {
  const said = useRoomWords(ACCOUNTS_WORDS);
  const { language } = useSettings();
  const book = useBook();
  const principal = usePrincipal();
  const named = (records: readonly { readonly id: string; readonly names: Names }[]) =>
    records
      .map(({ id, names }) => ({ id, name: names[language] }))
      .sort((a, b) => compareTexts(language, a.name, b.name));
  if (principal === null || principal.office !== null) return null;
  const own = principal.region;
  const regions = own === null ? named(book.regions) : [];
  const within = book.offices.filter((one) => one.validTo === null && one.region === (own ?? place.region));
  return (
    <>
      {region !== "no" && own === null && (
        <Field
          label={said.region}
          value={place.region}
          choose={(id) => choose({ region: id, office: "" })}
          records={regions}
          empty={region === "must" ? null : said.country}
        />
      )}
      {office !== "no" && (own !== null || place.region !== "") && (
        <Field
          label={said.office}
          value={place.office}
          choose={(id) => choose({ ...place, office: id })}
          records={named(within)}
          empty={office === "must" ? null : "—"}
        />
      )}
    </>
  );
}
