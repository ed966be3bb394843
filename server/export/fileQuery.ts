import type { Request } from "express";
import { Problem } from "../http/problem.ts";
import type { Query } from "../http/query.ts";
import { FILE_LANGUAGES, type Language } from "./fileFormat.ts";

/** The language of a file: the one asked for, else the first of the reader's that files are written in, else Kazakh. */
export function languageOf(request: Request, query: Query): Language {
  const asked = query.oneOf("language", FILE_LANGUAGES);
  if (asked !== null) return asked;
  const taken = request.acceptsLanguages([...FILE_LANGUAGES]);
  return FILE_LANGUAGES.find((language) => language === taken) ?? "kk";
}

/** Different words of a list with commas between them, none when it is absent. @throws Problem for others */
export function listOf<T extends string>(query: Query, name: string, words: readonly T[]): T[] {
  const text = query.text(name);
  if (text === null) return [];
  return text.split(",").map((part) => {
    const word = words.find((candidate) => candidate === part.trim());
    if (word === undefined)
      throw new Problem("invalid-parameter", `${name}: "${part.slice(0, 64)}" is none of ${words.join(", ")}.`, {
        members: { parameter: name },
      });
    return word;
  });
}
