import { createContext, useContext, useMemo } from "react";
import { createFormat, type Format } from "./format.ts";
import { isLanguage, type Language } from "./language.ts";
import { CATALOGUES, type Catalogue, type WordsOfRoom } from "./locales/catalogue.ts";

type Theme = "dark" | "light";

/** How this browser wants to see the centre. */
export interface Settings {
  readonly language: Language;
  readonly theme: Theme;
  /** An unattended screen: no controls, no cursor. */
  readonly kiosk: boolean;
}

/** What the first settings are made from. */
export interface Surroundings {
  /** The query of the address. */
  readonly search: string;
  readonly stored: (key: "language" | "theme") => string | null;
  readonly languages: readonly string[];
  readonly prefersLight: boolean;
}

/**
 * The settings to begin with: the address (`?lang=`, `?theme=`, `?kiosk`) before what was chosen here earlier, before
 * what the browser says. A browser that names Kazakh gets Kazakh, every other one Russian.
 */
export function firstSettings({ search, stored, languages, prefersLight }: Surroundings): Settings {
  const query = new URLSearchParams(search);
  const kiosk = query.has("kiosk") && query.get("kiosk") !== "0";
  const said = [query.get("lang"), stored("language")].find(isLanguage);
  const speaksKazakh = languages.some((language) => language.toLowerCase().split("-")[0] === "kk");
  const theme = [query.get("theme"), stored("theme")].find((text) => text === "dark" || text === "light");
  return {
    language: said ?? (speaksKazakh ? "kk" : "ru"),
    theme: theme ?? (prefersLight && !kiosk ? "light" : "dark"),
    kiosk,
  };
}

interface Given extends Settings {
  readonly change: (next: Partial<Settings>) => void;
}

export const SettingsContext = createContext<Given>({ language: "ru", theme: "dark", kiosk: false, change: () => {} });

/** The settings and the way to change them. */
export function useSettings(): Given {
  return useContext(SettingsContext);
}

const formats = new Map<Language, Format>();

/** Words and formatter of the chosen language. */
export function useWords(): { readonly words: Catalogue; readonly format: Format; readonly language: Language } {
  const { language } = useSettings();
  return useMemo(() => {
    const format = formats.get(language) ?? createFormat(language);
    formats.set(language, format);
    return { words: CATALOGUES[language], format, language };
  }, [language]);
}

/** The words of a room in the chosen language. */
export function useRoomWords<T>(words: WordsOfRoom<T>): T {
  return words[useSettings().language];
}
