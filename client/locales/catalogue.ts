import type { Language } from "../language.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import { ru } from "./ru.ts";

type Shaped<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parts: infer Parts) => string
      ? (...parts: Parts) => string
      : T[K] extends readonly string[]
        ? readonly string[]
        : Shaped<T[K]>;
};

/** Every word of the product. A language that lacks one of them does not compile. */
export type Catalogue = Shaped<typeof ru>;

/** The words by language. */
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { kk, ru, en };

/** The words of one room, by language; written beside the room's views, loaded with them. */
export type WordsOfRoom<T> = Readonly<Record<Language, T>>;
