import { csvRecords } from "./csvRecords.ts";
import { columnsOf } from "./mapping.ts";
import type { Mapping } from "./mappingSchema.ts";
import { ImportError, type LineRefusal, type SourceRecord } from "./sourceRecord.ts";
import { textOf } from "./textOf.ts";
import { xesRecords } from "./xesRecords.ts";

/** Who listens while a file is read. */
export interface ReadingEars {
  onBytes(bytes: number): void;
  onRefused(refusal: LineRefusal): void;
}

function formatOf(path: string, mapping: Mapping): "csv" | "xes" {
  if (mapping.format !== undefined) return mapping.format;
  const ending = /\.(csv|txt|tsv|xes|xml)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === undefined)
    throw new ImportError(
      `${path}: does not tell whether it is CSV or XES; set "format" in the mapping, or end its name with .csv or .xes.`,
    );
  return ending === "xes" || ending === "xml" ? "xes" : "csv";
}

/** The records of a file as its mapping reads it, some at a time. @throws ImportError when the file can not be read on */
export function recordsOf(path: string, mapping: Mapping, ears: ReadingEars): AsyncGenerator<readonly SourceRecord[]> {
  const format = formatOf(path, mapping);
  const text = textOf(path, { encoding: mapping.encoding, onBytes: ears.onBytes });
  if (format === "xes") return xesRecords(text, path);
  const { delimiter } = mapping;
  return csvRecords(text, { file: path, delimiter, columns: columnsOf(mapping), onRefused: ears.onRefused });
}
