import type { WordsOfRoom } from "../locales/catalogue.ts";

interface NumberWords {
  readonly before: string;
  readonly parts: {
    readonly numerator: string;
    readonly denominator: string;
    readonly n: string;
    readonly mean: string;
    readonly p50: string;
    readonly p90: string;
    readonly max: string;
  };
  readonly cases: string;
  readonly noCases: string;
  readonly noneFound: string;
  readonly moreCases: (shown: string) => string;
  readonly keptSince: (date: string) => string;
  readonly number: string;
  readonly when: string;
  readonly due: string;
  readonly lasted: string;
  readonly close: string;
}

/** Words of what is behind one number. */
export const NUMBER_WORDS: WordsOfRoom<NumberWords> = {
  kk: {
    before: "Салыстырылатын кезең",
    parts: {
      numerator: "Алымы",
      denominator: "Бөлімі",
      n: "Жағдай саны",
      mean: "Орташа",
      p50: "Медиана (p50)",
      p90: "p90",
      max: "Ең көбі",
    },
    cases: "Осы сан нені есептейді",
    noCases: "Бұл көрсеткіштің жеке істері сақталмайды.",
    noneFound: "Сақталған істердің ішінен табылмады.",
    moreCases: (shown) => `Алғашқы ${shown} көрсетілген; бәрі файлда.`,
    keptSince: (date) => `Жеке істер ${date} бастап қана сақталған.`,
    number: "Нөмірі",
    when: "Уақыты",
    due: "Мерзімі",
    lasted: "Ұзақтығы",
    close: "Жабу",
  },
  ru: {
    before: "Сравниваемый период",
    parts: {
      numerator: "Числитель",
      denominator: "Знаменатель",
      n: "Случаев",
      mean: "Среднее",
      p50: "Медиана (p50)",
      p90: "p90",
      max: "Наибольшее",
    },
    cases: "Что считает это число",
    noCases: "Отдельные случаи этого показателя не хранятся.",
    noneFound: "Среди хранимых случаев таких нет.",
    moreCases: (shown) => `Показаны первые ${shown}; все — в файле.`,
    keptSince: (date) => `Отдельные случаи хранятся лишь с ${date}.`,
    number: "Номер",
    when: "Когда",
    due: "Срок",
    lasted: "Длительность",
    close: "Закрыть",
  },
  en: {
    before: "Compared period",
    parts: {
      numerator: "Numerator",
      denominator: "Denominator",
      n: "Cases",
      mean: "Mean",
      p50: "Median (p50)",
      p90: "p90",
      max: "Longest",
    },
    cases: "What this number counts",
    noCases: "No single cases are kept of this figure.",
    noneFound: "None is among the cases that are kept.",
    moreCases: (shown) => `The first ${shown} are shown; all are in the file.`,
    keptSince: (date) => `Single cases are kept only from ${date} on.`,
    number: "Number",
    when: "When",
    due: "Deadline",
    lasted: "Lasted",
    close: "Close",
  },
};
