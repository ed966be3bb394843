/** How far the stored figures contain a partition's stream: the last entry, and how many entries that makes in all. */
export interface Checkpoint {
  readonly id: string;
  readonly entries: number;
}

/** A checkpoint as text. */
export function packCheckpoint({ id, entries }: Checkpoint): string {
  return `${id}|${entries}`;
}

/** The checkpoint of a text made by `packCheckpoint`; the beginning for null. */
export function unpackCheckpoint(text: string | null): Checkpoint {
  if (text === null) return { id: "0-0", entries: 0 };
  const [id, entries] = text.split("|") as [string, string];
  return { id, entries: Number(entries) };
}
