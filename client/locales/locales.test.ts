import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../language.ts";
import { CATALOGUES } from "./catalogue.ts";
import { plural } from "./plural.ts";

type Leaf = readonly [path: string, value: unknown];

function leaves(of: unknown, path = ""): Leaf[] {
  if (typeof of === "object" && of !== null)
    return Object.entries(of).flatMap(([key, value]) => leaves(value, path === "" ? key : `${path}.${key}`));
  return [[path, of]];
}

function said(value: unknown): string {
  return typeof value === "function" ? String(value(2, "2", "3")) : String(value);
}

describe("the words", () => {
  const paths = (language: (typeof LANGUAGES)[number]) =>
    leaves(CATALOGUES[language])
      .map(([path]) => path)
      .sort();

  test.each(LANGUAGES)("%s has every word, and none is empty", (language) => {
    expect(paths(language)).toEqual(paths("ru"));
    for (const [path, value] of leaves(CATALOGUES[language])) {
      expect(said(value).trim(), path).not.toBe("");
      expect(said(value), path).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  test("Kazakh and Russian are written in their own letters", () => {
    for (const language of ["kk", "ru"] as const)
      for (const [path, value] of leaves(CATALOGUES[language])) {
        const text = said(value).replaceAll(/[\d\s%·:.,–—«»-]/g, "");
        if (text !== "") expect(text, `${language} ${path}`).toMatch(/^[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі()]+$/);
      }
  });
});

describe("plural forms", () => {
  test("Russian has three", () => {
    const { missing } = CATALOGUES.ru.attention;
    expect([1, 2, 5, 11, 21].map((count) => missing(count, String(count)))).toEqual([
      "не дошло 1 событие",
      "не дошло 2 события",
      "не дошло 5 событий",
      "не дошло 11 событий",
      "не дошло 21 событие",
    ]);
  });

  test("English has two, and a Kazakh noun does not change after a number", () => {
    expect(CATALOGUES.en.tiles.silentOffices(1, "1")).toBe("1 office silent");
    expect(CATALOGUES.en.tiles.silentOffices(3, "3")).toBe("3 offices silent");
    expect(CATALOGUES.kk.attention.missing(1, "1")).toBe("1 оқиға келмеді");
    expect(CATALOGUES.kk.attention.missing(5, "5")).toBe("5 оқиға келмеді");
  });

  test("a form that is not given falls back to the other", () => {
    expect(plural("ru", 3, { one: "а", other: "б" })).toBe("б");
  });
});
