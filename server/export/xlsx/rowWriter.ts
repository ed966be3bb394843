import { type ByteWriter, type Phrase, phraseOf } from "./byteWriter.ts";
import { columnLetters, spreadsheetDays, textCell } from "./cell.ts";
import type { SharedTexts } from "./sharedTexts.ts";
import type { Row, SheetColumn } from "./sheet.ts";
import { type Look, styleOf } from "./styles.ts";

const END_OF_CELL = phraseOf("</v></c>");
const END_OF_ROW = phraseOf("</row>");
const ROW = phraseOf('<row r="');
const ROW_BEGINS = phraseOf('">');

/** What stands around the value of a cell of a column, put together once. */
interface Around {
  readonly column: SheetColumn;
  readonly letters: string;
  readonly style: number;
  /** Before the number of the row. */
  readonly begin: Phrase;
  /** Between the number of the row and a number, a shared text, or nothing. */
  readonly number: Phrase;
  readonly shared: Phrase;
  readonly nothing: Phrase;
}

function aroundOf(column: SheetColumn, at: number, look: Look): Around {
  const style = styleOf(column.kind, look);
  const letters = columnLetters(at);
  return {
    column,
    letters,
    style,
    begin: phraseOf(`<c r="${letters}`),
    number: phraseOf(`" s="${style}"><v>`),
    shared: phraseOf(`" s="${style}" t="s"><v>`),
    nothing: phraseOf(`" s="${style}"/>`),
  };
}

/** Writes the rows of a sheet in one look: numbers as numbers, dates as dates, texts as texts and never as formulas. */
export class RowWriter {
  readonly #look: Look;
  readonly #around: readonly Around[];
  readonly #texts: SharedTexts;
  readonly #writer: ByteWriter;

  constructor(columns: readonly SheetColumn[], look: Look, texts: SharedTexts, writer: ByteWriter) {
    this.#look = look;
    this.#around = columns.map((column, at) => aroundOf(column, at, look));
    this.#texts = texts;
    this.#writer = writer;
  }

  /** Writes a row; `number` counts from 1. */
  write(number: number, row: Row): void {
    const writer = this.#writer;
    const digits = phraseOf(`${number}`);
    writer.phrase(ROW);
    writer.phrase(digits);
    writer.phrase(ROW_BEGINS);
    for (let at = 0; at < this.#around.length; at += 1) {
      const cell = row[at] ?? null;
      const around = this.#around[at] as Around;
      if (typeof cell === "number") this.#value(around.begin, digits, around.number, cell);
      else if (cell !== null) this.#text(around, digits, number, cell);
      else if (this.#look === "total") {
        writer.phrase(around.begin);
        writer.phrase(digits);
        writer.phrase(around.nothing);
      }
    }
    writer.phrase(END_OF_ROW);
  }

  #value(begin: Phrase, digits: Phrase, behind: Phrase, value: number): void {
    const writer = this.#writer;
    writer.phrase(begin);
    writer.phrase(digits);
    writer.phrase(behind);
    writer.number(value);
    writer.phrase(END_OF_CELL);
  }

  #text({ column, letters, style, begin, number, shared }: Around, digits: Phrase, at: number, text: string): void {
    const { kind } = column;
    const days = kind === "date" || kind === "moment" ? spreadsheetDays(text) : null;
    const place = days === null ? this.#texts.placeOf(text) : null;
    if (days !== null) this.#value(begin, digits, number, days);
    else if (place !== null) this.#value(begin, digits, shared, place);
    else this.#writer.text(textCell(`${letters}${at}`, text, style));
  }
}
