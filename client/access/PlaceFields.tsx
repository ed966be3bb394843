import type { Names } from "../../shared/reference.ts";
import { SelectField } from "../components/Field.tsx";
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
        <SelectField
          label={said.region}
          value={place.region}
          required={region === "must"}
          onChange={(event) => choose({ region: event.target.value, office: "" })}
          offers={[{ id: "", name: region === "must" ? "—" : said.country }, ...regions]}
        />
      )}
      {office !== "no" && (own !== null || place.region !== "") && (
        <SelectField
          label={said.office}
          value={place.office}
          required={office === "must"}
          onChange={(event) => choose({ ...place, office: event.target.value })}
          offers={[{ id: "", name: "—" }, ...named(within)]}
        />
      )}
    </>
  );
}
