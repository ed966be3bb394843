import { IMPORTED_FIGURES, type ImportedFigure, type ImportedMonth } from "../../shared/importedTotals.ts";
import { csvRecords } from "./csvRecords.ts";
import type { LineRefusal, SourceRecord } from "./sourceRecord.ts";
import { textOf } from "./textOf.ts";
import type { TotalsMapping } from "./totalsMapping.ts";

/** What a file of monthly totals holds. */
export interface ReadTotals {
  readonly months: readonly ImportedMonth[];
  readonly refused: readonly LineRefusal[];
}

const ISO = /^(\d{4})[-/.](\d{1,2})(?:[-/.]\d{1,2})?$/;
const TURNED = /^(?:\d{1,2}[-/.])?(\d{1,2})[-/.](\d{4})$/;

/** `2024-03` of what stands in the columns; null when it is no month. */
function monthOf(record: SourceRecord, { month }: TotalsMapping): string | null {
  const text =
    typeof month === "string" ? record.value(month) : `${record.value(month.year)}-${record.value(month.month)}`;
  const iso = ISO.exec(text);
  const turned = TURNED.exec(text);
  const [year, number] =
    iso !== null ? [iso[1], iso[2]] : turned !== null ? [turned[2], turned[1]] : [undefined, undefined];
  if (year === undefined || Number(number) < 1 || Number(number) > 12) return null;
  return `${year}-${String(Number(number)).padStart(2, "0")}`;
}

/** A whole number, with or without blanks between its thousands; null when it is none. */
function countOf(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f]/g, "");
  return /^\d{1,15}(?:[.,]0+)?$/.test(bare) ? Number(bare.split(/[.,]/)[0]) : null;
}

function monthIn(record: SourceRecord, mapping: TotalsMapping): ImportedMonth | LineRefusal {
  const { place, figures, empty } = mapping;
  const wrong = (column: string, reason: string): LineRefusal => ({ line: record.line, column, type: null, reason });
  const month = monthOf(record, mapping);
  if (month === null)
    return wrong(
      typeof mapping.month === "string" ? mapping.month : mapping.month.month,
      "is no month; write it as 2024-03 or 03.2024",
    );
  const named = record.value(place.column);
  const id = place.values[named] ?? named;
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(id))
    return wrong(place.column, `is no id of an ${place.of}; translate it in the mapping under "place.values"`);
  const told: Partial<Record<ImportedFigure, number>> = {};
  for (const figure of IMPORTED_FIGURES) {
    const column = figures[figure];
    const text = column === undefined ? "" : record.value(column);
    if (column === undefined || text === "" || empty.includes(text)) continue;
    const count = countOf(text);
    if (count === null) return wrong(column, 'is no whole number; correct it, or name the text under "empty"');
    told[figure] = count;
  }
  return { ...(place.of === "office" ? { office: id } : { region: id }), month, figures: told };
}

/** Reads an old system's monthly totals. Of a place and a month that stand there twice the second is refused. */
export async function readTotals(file: string, mapping: TotalsMapping): Promise<ReadTotals> {
  const refused: LineRefusal[] = [];
  const months = new Map<string, ImportedMonth>();
  const columns = new Map<string, string>();
  const { month, place, figures } = mapping;
  for (const each of typeof month === "string" ? [month] : [month.year, month.month]) columns.set(each, "month");
  columns.set(place.column, "place.column");
  for (const [figure, column] of Object.entries(figures))
    if (column !== undefined) columns.set(column, `figures.${figure}`);
  const text = textOf(file, { encoding: mapping.encoding, onBytes: () => {} });
  const onRefused = (refusal: LineRefusal) => refused.push(refusal);
  for await (const records of csvRecords(text, { file, delimiter: mapping.delimiter, columns, onRefused }))
    for (const record of records) {
      const read = monthIn(record, mapping);
      if ("reason" in read) refused.push(read);
      else {
        const key = `${read.month}|${read.office ?? read.region}`;
        if (!months.has(key)) months.set(key, read);
        else
          refused.push({
            line: record.line,
            column: place.column,
            type: null,
            reason: `has ${read.month} twice; leave one of the two out`,
          });
      }
    }
  return { months: [...months.values()], refused };
}
