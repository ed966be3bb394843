import type { Request } from "express";
import { type Day, parseDay } from "../../shared/time.ts";
import { Problem } from "./problem.ts";

const IDENTIFIER = /^[A-Za-z0-9._/-]{1,64}$/;

function invalid(parameter: string, remedy: string): Problem {
  return new Problem("invalid-parameter", `${parameter}: ${remedy}`, { members: { parameter } });
}

/** The parameters of an address, each at most once, and none that the route does not know. */
export class Query {
  readonly #values: Readonly<Record<string, unknown>>;

  /** @throws Problem for an unknown parameter. */
  constructor(request: Request, known: readonly string[]) {
    this.#values = request.query;
    for (const name of Object.keys(this.#values))
      if (!known.includes(name))
        throw invalid(name.slice(0, 64), `is not a parameter of this address; it knows ${known.join(", ")}.`);
  }

  /** The text of a parameter, null when it is absent. @throws Problem when it is empty or given twice. */
  text(name: string): string | null {
    const value = this.#values[name];
    if (value === undefined) return null;
    if (typeof value !== "string") throw invalid(name, "is given more than once; give it once.");
    if (value === "") throw invalid(name, "is empty; give a value or leave it out.");
    return value;
  }

  /** A date, null when it is absent. @throws Problem when it is none. */
  day(name: string): Day | null {
    const text = this.text(name);
    if (text === null) return null;
    const day = parseDay(text);
    if (day === null) throw invalid(name, "is not a date; write it as 2026-11-23.");
    return day;
  }

  /** A date that must be there. @throws Problem when it is not. */
  requiredDay(name: string): Day {
    const day = this.day(name);
    if (day === null) throw invalid(name, "is missing; give a date such as 2026-11-23.");
    return day;
  }

  /** An identifier, null when it is absent. @throws Problem when it has other characters than identifiers have. */
  identifier(name: string): string | null {
    const text = this.text(name);
    if (text !== null && !IDENTIFIER.test(text))
      throw invalid(name, "is no identifier; use 1 to 64 characters of A-Z a-z 0-9 . _ / -.");
    return text;
  }

  /** An identifier that the reference data must know. @throws Problem when it does not. */
  known(name: string, isKnown: (id: string) => boolean): string | null {
    const id = this.identifier(name);
    if (id !== null && !isKnown(id))
      throw invalid(name, `the reference data has no ${name} "${id}"; take an id from /api/reference.`);
    return id;
  }

  /** A whole number within a range. @throws Problem when it is none. */
  wholeNumber(name: string, fallback: number, lowest: number, highest: number): number {
    const text = this.text(name);
    if (text === null) return fallback;
    const value = Number(text);
    if (!/^\d{1,9}$/.test(text) || value < lowest || value > highest)
      throw invalid(name, `must be a whole number from ${lowest} to ${highest}.`);
    return value;
  }

  /** One of several words, null when it is absent. @throws Problem when it is another. */
  oneOf<T extends string>(name: string, words: readonly T[]): T | null {
    const text = this.text(name);
    if (text === null) return null;
    const word = words.find((candidate) => candidate === text);
    if (word === undefined) throw invalid(name, `must be one of ${words.join(", ")}.`);
    return word;
  }

  /** Up to `most` different words with commas between them, none when it is absent. @throws Problem otherwise. */
  someOf<T extends string>(name: string, words: readonly T[], most: number): readonly T[] {
    const text = this.text(name);
    if (text === null) return [];
    const chosen = text.split(",").map((part) => {
      const word = words.find((candidate) => candidate === part.trim());
      if (word === undefined)
        throw invalid(name, `must be one or two of ${words.join(", ")}, with a comma between them.`);
      return word;
    });
    if (chosen.length > most) throw invalid(name, `takes at most ${most}; ask for the rest in a second request.`);
    if (new Set(chosen).size < chosen.length) throw invalid(name, "has the same word twice; give it once.");
    return chosen;
  }

  /** Says that parameters do not go together. */
  conflict(name: string, remedy: string): Problem {
    return invalid(name, remedy);
  }
}
