import type { Names } from "../shared/reference.ts";

/** The languages of the product, Kazakh first. */
export const LANGUAGES = ["kk", "ru", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** True for the id of one of the product's languages. */
export function isLanguage(text: string | null | undefined): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** An order is dear to make and cheap to ask. */
const orders = new Map<string, Intl.Collator>();

/** Order of two texts in an alphabet that browsers know; numbers in them by their size. */
export function compareIn(alphabet: "ru" | "en", a: string, b: string): number {
  let order = orders.get(alphabet);
  if (order === undefined) {
    order = new Intl.Collator(alphabet, { numeric: true });
    orders.set(alphabet, order);
  }
  return order.compare(a, b);
}

const KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
const RANK = new Map([...KAZAKH].map((letter, index) => [letter, index]));

function compareKazakh(a: string, b: string): number {
  const left = [...a.toLowerCase()];
  const right = [...b.toLowerCase()];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const one = left[index] as string;
    const other = right[index] as string;
    if (one === other) continue;
    const rankOne = RANK.get(one);
    const rankOther = RANK.get(other);
    if (rankOne !== undefined && rankOther !== undefined) return rankOne - rankOther;
    if (rankOne === undefined && rankOther === undefined) return compareIn("ru", one, other);
    return rankOne === undefined ? -1 : 1;
  }
  return left.length - right.length;
}

/** The part of a name that it is looked up by: «с. Бадам» stands under Б, «район имени Габита Мусрепова» under Г. */
function lookedUpBy(text: string): string {
  return text.replace(/^(?:\p{Ll}[\p{L}.]*\s+)+(?=\p{Lu})/u, "");
}

/** Order of two names in a language's own alphabet; Kazakh has its own because browsers do not know it. */
export function compareTexts(language: Language, a: string, b: string): number {
  const left = lookedUpBy(a);
  const right = lookedUpBy(b);
  return language === "kk" ? compareKazakh(left, right) : compareIn(language, left, right);
}

/** Records in the order of their names in a language. */
export function byName<T>(language: Language, records: readonly T[], names: (record: T) => Names): readonly T[] {
  return [...records].sort((a, b) => compareTexts(language, names(a)[language], names(b)[language]));
}
