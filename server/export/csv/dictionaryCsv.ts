import type { ReportColumn, ReportTable } from "../../../shared/report.ts";
import type { Language } from "../fileFormat.ts";
import { FILE_WORDS } from "../words.ts";
import { BYTE_ORDER_MARK, csvRecord } from "./record.ts";

/** What the dictionary beside a file explains: its columns, and its tables if it has several. */
export interface Explained {
  /** Columns that say where a row comes from, by their machine names. */
  readonly keys: readonly string[];
  readonly columns: readonly ReportColumn[];
  readonly tables: readonly Pick<ReportTable, "id" | "titles">[];
}

/** The dictionary of a file: what each column is called, what it holds, in which unit, and what it means. */
export function* dictionaryCsv({ keys, columns, tables }: Explained, language: Language): Generator<string> {
  const words = FILE_WORDS[language];
  yield BYTE_ORDER_MARK + csvRecord(["kind", "id", "unit", "title", "definition"]);
  for (const key of keys) yield csvRecord(["column", key, null, ...(words.keys[key] ?? [key, null])]);
  for (const { field, kind, titles, definitions } of columns)
    yield csvRecord(["column", field, words.units[kind], titles[language], definitions?.[language] ?? null]);
  for (const { id, titles } of tables) yield csvRecord(["table", id, null, titles[language], null]);
}
