/** One record of a file of history: a line of CSV, or an event of XES with the attributes of its trace. */
export interface SourceRecord {
  /** The line of the file on which it begins, from 1 on. */
  readonly line: number;
  /** What stands in a column; empty when nothing does. */
  value(column: string): string;
}

/** Why something of the file is not taken: where it stands, and a sentence with the remedy. */
export interface LineRefusal {
  readonly line: number;
  readonly column: string | null;
  /** The kind of event that was to be made, null when the whole record is refused. */
  readonly type: string | null;
  readonly reason: string;
}

/** The import can not go on; the message says where, why and what to do. */
export class ImportError extends Error {
  override readonly name = "ImportError";
}
