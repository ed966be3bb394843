import { useState } from "react";
import { LANGUAGES, type Language } from "../language.ts";
import { CATALOGUES } from "../locales/catalogue.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { type PlaceOfReports, reportsAddress } from "./placePath.ts";
import { REPORTS_WORDS } from "./words.ts";

const FORMATS = ["pdf", "xlsx", "csv", "json"] as const;
type Format = (typeof FORMATS)[number];

async function save(address: string): Promise<boolean> {
  const response = await fetch(address).catch(() => null);
  if (response === null || !response.ok) return false;
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "report";
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return true;
}

/** The files of a report: in each format, in the language chosen for it. */
export function Downloads({ place, month, version }: { place: PlaceOfReports; month: string; version: number }) {
  const { language } = useWords();
  const words = useRoomWords(REPORTS_WORDS);
  const [inLanguage, choose] = useState<Language>(language);
  const [state, setState] = useState<Format | "failed" | null>(null);
  const take = (format: Format) => {
    setState(format);
    const more = { language: inLanguage, version: `${version}` };
    void save(reportsAddress(`monthly/${month}.${format}`, place, more)).then((done) =>
      setState(done ? null : "failed"),
    );
  };
  return (
    <fieldset className="reportFiles" aria-label={words.download}>
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          className="button"
          aria-label={words.file(format.toUpperCase())}
          aria-busy={state === format}
          disabled={state !== null && state !== "failed"}
          onClick={() => take(format)}
        >
          <span aria-hidden="true">↓ </span>
          {format.toUpperCase()}
        </button>
      ))}
      <label className="field">
        <span className="visuallyHidden">{words.language}</span>
        <select value={inLanguage} onChange={(event) => choose(event.target.value as Language)}>
          {LANGUAGES.map((each) => (
            <option key={each} value={each} lang={each}>
              {CATALOGUES[each].language}
            </option>
          ))}
        </select>
      </label>
      <span className="reportFiles__state" role="status">
        {state === "failed" ? words.failed : state === null ? "" : words.making}
      </span>
    </fieldset>
  );
}
