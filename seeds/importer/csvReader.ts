import { ImportError } from "./sourceRecord.ts";

/** One record of a CSV text. */
export interface CsvRow {
  /** The line on which it begins, from 1 on. */
  readonly line: number;
  readonly fields: readonly string[];
  /** What breaks the rules of CSV in it, null when nothing does. */
  readonly broken: string | null;
}

/** A field longer than this many characters is a quote that was never closed. */
const LONGEST_FIELD = 1 << 20;

const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Reads CSV as RFC 4180 has it, in parts of any size: quoted fields with doubled quotes, delimiters and line breaks
 * inside; records end with LF, CRLF or CR; empty lines are passed over. A quote inside an unquoted field is a letter.
 */
export class CsvReader {
  readonly #delimiter: number;
  readonly #file: string;
  #rows: CsvRow[] = [];
  #fields: string[] = [];
  #field = "";
  #state: "start" | "plain" | "quoted" | "closed" = "start";
  #line = 1;
  #rowLine = 1;
  #quoteLine = 1;
  #afterReturn = false;
  #broken: string | null = null;

  /** @param delimiter one character @param file the name that errors carry */
  constructor(delimiter: string, file: string) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#file = file;
  }

  /** The records that are complete with this part of the text. @throws ImportError at a quote that is never closed */
  push(text: string): readonly CsvRow[] {
    let at = 0;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (this.#afterReturn) {
        this.#afterReturn = false;
        if (code === LF) {
          at += 1;
          continue;
        }
      }
      if (this.#state === "quoted") at = this.#readQuoted(text, at);
      else if (code === this.#delimiter) {
        this.#endField();
        at += 1;
      } else if (code === LF || code === CR) {
        this.#endRow();
        this.#line += 1;
        this.#rowLine = this.#line;
        this.#afterReturn = code === CR;
        at += 1;
      } else if (code === QUOTE && this.#state !== "plain") {
        if (this.#state === "closed") this.#field += '"';
        else this.#quoteLine = this.#line;
        this.#state = "quoted";
        at += 1;
      } else at = this.#readPlain(text, at);
    }
    return this.#take();
  }

  /** The last record, when the text does not end with a line break. @throws ImportError inside of a quoted field */
  end(): readonly CsvRow[] {
    if (this.#state === "quoted") throw this.#unclosed();
    this.#endRow();
    return this.#take();
  }

  #readPlain(text: string, from: number): number {
    if (this.#state === "closed")
      this.#broken ??= "has text after a closing quote; double the quotes inside of the field";
    this.#state = "plain";
    let at = from;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === this.#delimiter || code === LF || code === CR) break;
      at += 1;
    }
    this.#field += text.slice(from, at);
    return at;
  }

  #readQuoted(text: string, from: number): number {
    const found = text.indexOf('"', from);
    const part = text.slice(from, found < 0 ? text.length : found);
    for (let at = 0; at < part.length; at += 1) {
      const code = part.charCodeAt(at);
      if (code === LF || (code === CR && part.charCodeAt(at + 1) !== LF)) this.#line += 1;
    }
    this.#field += part;
    if (this.#field.length > LONGEST_FIELD) throw this.#unclosed();
    if (found < 0) return text.length;
    this.#state = "closed";
    return found + 1;
  }

  #unclosed(): ImportError {
    const remedy = "close it, or double the quotes that belong to the text";
    return new ImportError(
      `${this.#file}, line ${this.#quoteLine}: a quoted field begins here and does not end; ${remedy}.`,
    );
  }

  #endField(): void {
    this.#fields.push(this.#field);
    this.#field = "";
    this.#state = "start";
  }

  #endRow(): void {
    const empty = this.#fields.length === 0 && this.#state === "start";
    if (!empty) {
      this.#endField();
      this.#rows.push({ line: this.#rowLine, fields: this.#fields, broken: this.#broken });
    }
    this.#fields = [];
    this.#broken = null;
  }

  #take(): readonly CsvRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }
}
