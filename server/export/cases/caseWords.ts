import type { Language } from "../fileFormat.ts";

/** What a file of cases says beside them. */
export interface CaseWords {
  readonly kept: (days: number, since: string) => string;
}

/** The words of files of cases, by language. */
export const CASE_WORDS: Readonly<Record<Language, CaseWords>> = {
  kk: {
    kept: (days, since) =>
      `Жазбалар соңғы жаңалықтан кейін ${days} күн сақталады: ${since} күніне дейінгілердің бәрі мұнда емес.`,
  },
  ru: {
    kept: (days, since) => `Записи хранятся ${days} дней после последней новости о них: до ${since} здесь не все.`,
  },
  en: {
    kept: (days, since) =>
      `Records are kept ${days} days after the last news of them: before ${since} not all are here.`,
  },
};
