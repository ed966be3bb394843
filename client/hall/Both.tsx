import { createContext, type ReactNode, useContext } from "react";
import { HALL_LANGUAGES, HALL_WORDS, type HallLanguage, type HallWords } from "./words.ts";

/** The language that the hall shows at the moment. */
export const HallLanguageContext = createContext<HallLanguage>("kk");

/** A text in both languages in one place: the one fades into the other, and the place is as large as the larger. */
export function Both({ say }: { say: (words: HallWords, language: HallLanguage) => ReactNode }) {
  const shown = useContext(HallLanguageContext);
  return (
    <span className="both">
      {HALL_LANGUAGES.map((language) => (
        <span key={language} lang={language} data-shown={language === shown} aria-hidden={language !== shown}>
          {say(HALL_WORDS[language], language)}
        </span>
      ))}
    </span>
  );
}
