import { CsvReader, type CsvRow } from "./csvReader.ts";
import { ImportError, type LineRefusal, type SourceRecord } from "./sourceRecord.ts";

/** How the records of a CSV are read. */
export interface CsvOptions {
  /** The name that errors carry. */
  readonly file: string;
  readonly delimiter: string;
  /** The columns that the mapping names, with the field of the mapping that does. */
  readonly columns: ReadonlyMap<string, string>;
  /** Told of records that break the rules of CSV; they are passed over. */
  onRefused(refusal: LineRefusal): void;
}

function headerOf({ fields }: CsvRow, { file, columns }: CsvOptions): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const names = fields.map((name) => name.trim());
  names.forEach((name, place) => {
    if (places.has(name) && columns.has(name))
      throw new ImportError(`${file}, line 1: has two columns "${name}"; rename one of them.`);
    places.set(name, place);
  });
  for (const [column, field] of columns) {
    if (places.has(column)) continue;
    throw new ImportError(
      `${file}, line 1: has no column "${column}", which the mapping names in "${field}"; its columns are: ${names.join(", ")}. Correct the mapping (or its "delimiter").`,
    );
  }
  return places;
}

function recordOf({ line, fields }: CsvRow, places: ReadonlyMap<string, number>): SourceRecord {
  return {
    line,
    value(column) {
      const place = places.get(column);
      return place === undefined ? "" : (fields[place] ?? "").trim();
    },
  };
}

/**
 * The records of a CSV whose first line names the columns. Texts are without the blanks around them.
 * @throws ImportError when the text is empty, lacks a column of the mapping, or a quote is never closed
 */
export async function* csvRecords(
  text: AsyncIterable<string>,
  options: CsvOptions,
): AsyncGenerator<readonly SourceRecord[]> {
  const reader = new CsvReader(options.delimiter, options.file);
  let places: ReadonlyMap<string, number> | null = null;
  let width = 0;
  const recordsOf = (rows: readonly CsvRow[]): readonly SourceRecord[] => {
    const records: SourceRecord[] = [];
    for (const row of rows) {
      if (places === null) {
        places = headerOf(row, options);
        width = row.fields.length;
        continue;
      }
      const reason =
        row.broken ??
        (row.fields.length === width
          ? null
          : `has ${row.fields.length} fields where the first line has ${width}; quote fields that hold the delimiter or a line break`);
      if (reason === null) records.push(recordOf(row, places));
      else options.onRefused({ line: row.line, column: null, type: null, reason });
    }
    return records;
  };
  for await (const part of text) {
    const records = recordsOf(reader.push(part));
    if (records.length > 0) yield records;
  }
  const last = recordsOf(reader.end());
  if (places === null) throw new ImportError(`${options.file}: is empty; the first line must name the columns.`);
  if (last.length > 0) yield last;
}
