const MOST_CHARACTERS = 31;

/** The names of the sheets of a workbook: each once, within what spreadsheets allow. */
export class SheetNames {
  readonly #names: string[] = [];

  /** All names in their order. */
  get all(): readonly string[] {
    return this.#names;
  }

  /** Takes a sheet with a title in, and tells which it is, counted from 0. */
  add(title: string): number {
    const clean =
      title
        .replace(/[[\]:*?/\\]/g, " ")
        .replace(/\s+/g, " ")
        .replace(/^'+|'+$/g, "")
        .trim() || "1";
    const taken = (name: string) => this.#names.some((other) => other.toLowerCase() === name.toLowerCase());
    let name = cut(clean, MOST_CHARACTERS);
    for (let again = 2; taken(name); again += 1) name = `${cut(clean, MOST_CHARACTERS - 5)} (${again})`;
    this.#names.push(name);
    return this.#names.length - 1;
  }
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
