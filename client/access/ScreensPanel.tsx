import { type FormEvent, useState } from "react";
import type { ScreenView } from "../../shared/accessAnswers.ts";
import { TextField, Trouble } from "../components/Field.tsx";
import { Empty } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import { useRoomWords, useSettings } from "../settings.ts";
import { useFetched } from "../store/fetched.ts";
import { useBook } from "../store/reference.ts";
import { ACCOUNTS_WORDS } from "./accountsWords.ts";
import { askFor } from "./asks.ts";
import { type ChosenPlace, PlaceFields } from "./PlaceFields.tsx";
import { placeName } from "./places.ts";
import { usePrincipal } from "./principal.ts";

/** The unattended screens of one's place: let in, listed, shut out. The address of a new one is handed up. */
export function ScreensPanel({ made }: { made: (name: string, address: string) => void }) {
  const said = useRoomWords(ACCOUNTS_WORDS);
  const { language } = useSettings();
  const book = useBook();
  const principal = usePrincipal();
  const { data, retry } = useFetched<{ screens: readonly ScreenView[] }>("/api/screens", 60_000);
  const [place, setPlace] = useState<ChosenPlace>({ region: "", office: "" });
  const [trouble, setTrouble] = useState("");
  const save = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get("name") ?? "").trim();
    const office = principal?.office ?? place.office;
    const region = principal?.region ?? place.region;
    const outcome = await askFor<{ screen: ScreenView; token: string }>("POST", "/api/screens", {
      name,
      ...(office === "" ? (region === "" ? {} : { region }) : { office }),
    });
    setTrouble(outcome.ok ? "" : outcome.why === "wrong" ? said.wrong(outcome.field) : said[outcome.why]);
    if (!outcome.ok) return;
    form.reset();
    retry();
    made(name, `${location.origin}/display#token=${outcome.answer.token}`);
  };
  const remove = async (id: string): Promise<void> => {
    await askFor("DELETE", `/api/screens/${id}`);
    retry();
  };
  const screens = data?.screens ?? [];
  return (
    <Panel title={said.screens}>
      <p className="lead">{said.screensHint}</p>
      {screens.length === 0 ? (
        <Empty>{said.noScreens}</Empty>
      ) : (
        <ul className="screens">
          {screens.map((screen) => (
            <li key={screen.id}>
              <strong>{screen.name}</strong>
              <span>{placeName(screen, book, language, said.country)}</span>
              <button
                type="button"
                className="button button--small screens__out"
                onClick={() => void remove(screen.id)}
              >
                {said.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form className="form" onSubmit={(event) => void save(event)}>
        <PlaceFields place={place} choose={setPlace} region="may" office="may" />
        <TextField label={said.screen} name="name" required maxLength={120} autoComplete="off" />
        {trouble !== "" && <Trouble>{trouble}</Trouble>}
        <div className="deeds">
          <button type="submit" className="button button--main">
            {said.newScreen}
          </button>
        </div>
      </form>
    </Panel>
  );
}
