import { DAY_MS, type Day } from "../../shared/time.ts";

/** An entry of an event stream: its id and the text of the event as it came, be it an event or not. */
export type ArchivedEntry = readonly [id: string, text: string];

/** What the manifest says of one file: everything that one partition took in on one day (UTC) of arrival. */
export interface ArchivedDay {
  readonly partition: number;
  /** `2026-11-22`: the day of the stream ids, Redis' real time. */
  readonly day: string;
  readonly entries: number;
  /** Ids of the first and the last entry. */
  readonly first: string;
  readonly last: string;
  /** SHA-256 (hex) and bytes of the file, and of the text in it. */
  readonly fileHash: string;
  readonly fileBytes: number;
  readonly textHash: string;
  readonly textBytes: number;
  /** The archived day before, null for the first, and how many entries all days before hold. */
  readonly before: { readonly day: string | null; readonly entries: number };
}

/** The day (UTC) on which an entry arrived. */
export function arrivalDay(id: string): Day {
  return Math.floor(Number(id.slice(0, id.indexOf("-"))) / DAY_MS);
}

/** The id before which every entry of earlier days lies. */
export function firstIdOf(day: Day): string {
  return `${day * DAY_MS}-0`;
}

/** Below 0 when the first entry came before the second. */
export function compareIds(a: string, b: string): number {
  const [aTime, aPlace] = a.split("-").map(Number) as [number, number];
  const [bTime, bPlace] = b.split("-").map(Number) as [number, number];
  return aTime - bTime || aPlace - bPlace;
}

/** An entry as a line of NDJSON; the event stands in it to the letter. */
export function packEntry([id, text]: ArchivedEntry): string {
  return `{"id":"${id}","event":${JSON.stringify(text)}}\n`;
}

/** The entry of a line made by `packEntry`. @throws SyntaxError for anything else */
export function unpackEntry(line: string): ArchivedEntry {
  const { id, event } = JSON.parse(line) as { readonly id: string; readonly event: string };
  return [id, event];
}
