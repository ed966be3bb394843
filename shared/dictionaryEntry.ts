import type { Names } from "./reference.ts";

/** What a figure counts: things, seconds, a share from 0 to 1, or points of a rating. */
export type FigureUnit = "count" | "seconds" | "share" | "score";

/** One figure in words. */
export interface DictionaryEntry {
  readonly id: string;
  readonly unit: FigureUnit;
  readonly names: Names;
  readonly definition: Names;
  /** Id of the figure that is always shown beside it: no volume without quality, no speed without returns. */
  readonly pair?: string;
}

/** Gives every entry its own key as `id`. */
export function withIds<const T extends Readonly<Record<string, Omit<DictionaryEntry, "id">>>>(
  entries: T,
): { readonly [K in keyof T]: DictionaryEntry } {
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, { id, ...entry }])) as unknown as {
    readonly [K in keyof T]: DictionaryEntry;
  };
}
