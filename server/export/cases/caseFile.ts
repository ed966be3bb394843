import type { Names, Office } from "../../../shared/reference.ts";
import type { ColumnKind, ReportCell, ReportTable } from "../../../shared/report.ts";
import { type Day, formatDay } from "../../../shared/time.ts";
import { BYTE_ORDER_MARK, csvRecord } from "../csv/record.ts";
import { encodeText, type FileBytes, type Language } from "../fileFormat.ts";
import { nameOf } from "../reportTables.ts";
import { CASE_WORDS } from "./caseWords.ts";

/** Office-local dates, both included. */
export interface CasePeriod {
  readonly from: Day;
  readonly to: Day;
}

/** Cases of one office. */
export interface CasePortion<T> {
  readonly office: Office;
  readonly cases: readonly T[];
}

/** Reads the kept cases of offices and a period, never all at once. Each portion @throws RedisAwayError */
export type ReadCases<T> = (offices: readonly Office[], period: CasePeriod) => AsyncIterable<CasePortion<T>>;

/** A column of a file of cases; beside a `named` id stands its name: of the reference data, or as a function tells it. */
export interface CaseColumn<T> {
  readonly field: string;
  readonly kind: ColumnKind;
  readonly named?: true | ((id: string) => Names | null);
  read(of: T, office: Office): ReportCell;
}

/** A file of single cases: what is read, and how it is written. */
export interface CaseFile<T> {
  readonly portions: AsyncIterable<CasePortion<T>>;
  readonly columns: readonly CaseColumn<T>[];
  readonly names: ReportTable["names"];
  readonly language: Language;
  /** The first date of which every record is still kept, when the period begins before it; else null. */
  readonly keptSince: Day | null;
  /** Days that a record is kept. */
  readonly kept: number;
}

/** The last column: in the first record it says what is no longer kept, else it is empty. */
export const NOTE = "note";

async function* records<T>(file: CaseFile<T>): AsyncGenerator<string> {
  const { portions, columns, names, language, keptSince, kept } = file;
  const fields = columns.flatMap(({ field, named }) => (named === undefined ? [field] : [field, `${field}.name`]));
  yield BYTE_ORDER_MARK + csvRecord([...fields, NOTE]);
  const note = keptSince === null ? null : CASE_WORDS[language].kept(kept, formatDay(keptSince));
  let left = note;
  for await (const { office, cases } of portions) {
    let text = "";
    for (const of of cases) {
      const cells = columns.flatMap(({ read, named }): ReportCell[] => {
        const cell = read(of, office);
        if (named === undefined) return [cell];
        if (named === true) return [cell, nameOf(names, cell, language)];
        return [cell, typeof cell === "string" ? (named(cell)?.[language] ?? null) : null];
      });
      text += csvRecord([...cells, left]);
      left = null;
    }
    yield text;
  }
  if (left !== null) yield csvRecord([...fields.map(() => null), left]);
}

/** Single cases as CSV, one record a case, each written as soon as it is read. */
export function caseCsv<T>(file: CaseFile<T>): FileBytes {
  return encodeText(records(file));
}
