import type { WordsOfRoom } from "../locales/catalogue.ts";

export interface CaseFileWords {
  readonly title: string;
  readonly of: (from: string, to: string) => string;
  readonly applications: string;
  readonly tickets: string;
  readonly hint: string;
}

/** Words of the files of single cases. */
export const CASE_FILE_WORDS: WordsOfRoom<CaseFileWords> = {
  kk: {
    title: "Жеке өтініштер мен талондар",
    of: (from, to) => `${from} – ${to}`,
    applications: "Өтініштер",
    tickets: "Талондар",
    hint: "Әр жолда бір өтініш немесе бір талон; азаматтар туралы дерек жоқ. Жазба соңғы оқиғадан кейін сақталады: өтініштікі — 90 күн, талондікі — 35 күн.",
  },
  ru: {
    title: "Отдельные заявления и талоны",
    of: (from, to) => `${from} – ${to}`,
    applications: "Заявления",
    tickets: "Талоны",
    hint: "В строке одно заявление или один талон, сведений о гражданах нет. Запись хранится после последнего события: о заявлении 90 дней, о талоне 35.",
  },
  en: {
    title: "Single applications and tickets",
    of: (from, to) => `${from} – ${to}`,
    applications: "Applications",
    tickets: "Tickets",
    hint: "One application or one ticket a row, nothing about citizens. A record is kept after its last event: 90 days of an application, 35 of a ticket.",
  },
};
