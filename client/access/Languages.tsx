import type { ReactNode } from "react";
import { LANGUAGES } from "../language.ts";
import { CATALOGUES } from "../locales/catalogue.ts";
import { useSettings, useWords } from "../settings.ts";

const SHORT = { kk: "ҚАЗ", ru: "РУС", en: "ENG" } as const;

/** The three languages, and what else belongs to the look of the page. */
export function Languages({ children }: { children?: ReactNode }) {
  const { language, change } = useSettings();
  const { words } = useWords();
  return (
    <fieldset className="controls" aria-label={words.chrome.settings}>
      {LANGUAGES.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          className="controls__language"
          aria-pressed={each === language}
          title={CATALOGUES[each].language}
          onClick={() => change({ language: each })}
        >
          {SHORT[each]}
        </button>
      ))}
      {children}
    </fieldset>
  );
}
