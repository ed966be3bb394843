import type { WordsOfRoom } from "../locales/catalogue.ts";

interface ImportedWords {
  readonly title: string;
  readonly titleYear: string;
  readonly mark: string;
  readonly hint: (sources: string) => string;
  readonly month: string;
  readonly places: string;
  readonly offices: (count: string) => string;
  readonly regions: (count: string) => string;
}

/** The words of totals that were taken over from an old system. */
export const IMPORTED_WORDS: WordsOfRoom<ImportedWords> = {
  kk: {
    title: "Ескі жүйенің айлық жиынтықтары",
    titleYear: "Өткен жыл: ескі жүйенің айлық жиынтықтары",
    mark: "импортталған, қайта санауға болмайды",
    hint: (sources) =>
      `Дереккөз: ${sources}. Бұл сандар оқиғалардан есептелмеген және жоғарыдағы көрсеткіштерге қосылмайды.`,
    month: "Ай",
    places: "Қамтылғаны",
    offices: (count) => `бөлімшелер: ${count}`,
    regions: (count) => `өңірлер: ${count}`,
  },
  ru: {
    title: "Месячные итоги прежней системы",
    titleYear: "Прошлый год: месячные итоги прежней системы",
    mark: "импортировано, пересчитать нельзя",
    hint: (sources) => `Источник: ${sources}. Эти числа получены не из событий и с показателями выше не складываются.`,
    month: "Месяц",
    places: "Охват",
    offices: (count) => `отделов: ${count}`,
    regions: (count) => `регионов: ${count}`,
  },
  en: {
    title: "Monthly totals of the old system",
    titleYear: "Last year: monthly totals of the old system",
    mark: "imported, can not be recounted",
    hint: (sources) =>
      `Source: ${sources}. These numbers were not made of events and are not added to the figures above.`,
    month: "Month",
    places: "Covers",
    offices: (count) => `offices: ${count}`,
    regions: (count) => `regions: ${count}`,
  },
};
