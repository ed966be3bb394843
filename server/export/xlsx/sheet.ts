import type { ColumnKind, ReportCell } from "../../../shared/report.ts";
import type { FileBytes } from "../fileFormat.ts";
import { ByteWriter } from "./byteWriter.ts";
import { columnLetters, textCell } from "./cell.ts";
import { RowWriter } from "./rowWriter.ts";
import type { SharedTexts } from "./sharedTexts.ts";
import { STYLE } from "./styles.ts";
import { XML_HEAD } from "./xml.ts";

/** Rows in portions, so that a table of any length passes through. */
export type RowPortions = Iterable<readonly Row[]> | AsyncIterable<readonly Row[]>;
export type Row = readonly ReportCell[];

/** A column of a sheet. */
export interface SheetColumn {
  readonly title: string;
  readonly kind: ColumnKind;
  /** Stays in sight while the other columns are scrolled. */
  readonly key: boolean;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  text: 12,
  count: 12,
  seconds: 13,
  share: 12,
  score: 10,
  date: 12,
  moment: 20,
};
const WIDEST = 48;
/** The height of a line of a heading, points. */
const LINE = 13;

/** What stands behind the whole part of a number: decimals, the unit, and room for one digit more. */
const BEHIND: Readonly<Partial<Record<ColumnKind, number>>> = { count: 2, seconds: 6, score: 5, share: 5 };

/** How many letters a number takes with its groups of three: one that is wider than its column is shown as `###`. */
function lengthOf(value: number, kind: ColumnKind): number {
  const digits = Math.max(1, Math.ceil(Math.log10(Math.abs(value) + 1)));
  return digits + Math.floor((digits - 1) / 3) + (BEHIND[kind] ?? 2);
}

/** The longest of a column: a text, or a number; of counts what they come to, for the total is written below them. */
function longestOf(kind: ColumnKind, at: number, sample: readonly Row[]): number {
  if (kind === "text") return sample.reduce((most, row) => Math.max(most, String(row[at] ?? "").length), 0) + 2;
  const numbers = sample.flatMap((row) => (typeof row[at] === "number" ? [Math.abs(row[at])] : []));
  if (numbers.length === 0) return 0;
  const whole = numbers.reduce((sum, value) => (kind === "count" ? sum + value : Math.max(sum, value)), 0);
  return lengthOf(whole, kind);
}

function widthOf({ kind, title }: SheetColumn, at: number, sample: readonly Row[]): number {
  const word = Math.max(...title.split(/\s+/).map(({ length }) => length)) + 3;
  return Math.min(WIDEST, Math.max(WIDTHS[kind], word, longestOf(kind, at, sample)));
}

function head(columns: readonly SheetColumn[], sample: readonly Row[], front: boolean): string {
  const keys = columns.filter(({ key }) => key).length;
  const right = `${columnLetters(keys)}2`;
  const pane =
    keys > 0 && keys < columns.length
      ? `<pane xSplit="${keys}" ySplit="1" topLeftCell="${right}" activePane="bottomRight" state="frozen"/><selection pane="bottomRight"/>`
      : '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>';
  const cols = columns
    .map(
      (column, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(column, at, sample)}" customWidth="1"/>`,
    )
    .join("");
  return `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${front ? ' tabSelected="1"' : ""} workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="14"/><cols>${cols}</cols><sheetData>`;
}

/** In how many lines a heading stands, with room for the button of the filter. */
function linesOf(title: string, width: number): number {
  let lines = 1;
  let filled = 0;
  for (const { length } of title.split(" ")) {
    if (filled > 0 && filled + 1 + length > width - 2) {
      lines += 1;
      filled = 0;
    }
    filled += length + (filled > 0 ? 1 : 0);
  }
  return lines;
}

function headings(columns: readonly SheetColumn[], sample: readonly Row[]): string {
  const cells = columns.map(({ title }, at) => textCell(`${columnLetters(at)}1`, title, STYLE.heading)).join("");
  const lines = Math.max(...columns.map((column, at) => linesOf(column.title, widthOf(column, at, sample))));
  return `<row r="1" ht="${lines * LINE + 6}" customHeight="1">${cells}</row>`;
}

/** Writes the sheet of a table: frozen headings, a filter over all facts, and the total, asked for last, below them. */
export async function* sheetXml(
  columns: readonly SheetColumn[],
  rows: RowPortions,
  total: () => Row | null,
  front: boolean,
  texts: SharedTexts,
): FileBytes {
  const writer = new ByteWriter();
  const facts = new RowWriter(columns, "fact", texts, writer);
  let number = 0;
  for await (const portion of rows) {
    if (number === 0) writer.text(head(columns, portion, front) + headings(columns, portion));
    number ||= 1;
    for (const row of portion) {
      number += 1;
      facts.write(number, row);
      if (writer.full) yield writer.take();
    }
  }
  if (number === 0) writer.text(head(columns, [], front) + headings(columns, []));
  number ||= 1;
  const last = `${columnLetters(columns.length - 1)}${number}`;
  const whole = total();
  if (whole !== null) new RowWriter(columns, "total", texts, writer).write(number + 1, whole);
  writer.text(
    `</sheetData><autoFilter ref="A1:${last}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`,
  );
  yield writer.take();
}
