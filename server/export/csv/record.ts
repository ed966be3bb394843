import type { ReportCell } from "../../../shared/report.ts";

/** Says to spreadsheets that a file is UTF-8. */
export const BYTE_ORDER_MARK = "\ufeff";

/** What a spreadsheet would take for the beginning of a formula, full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const TO_QUOTE = /[",\r\n]|^\s|\s$/;

function field(cell: ReportCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return text === "" || TO_QUOTE.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * One record as RFC 4180 has it, with its CRLF. What is not known is an empty field, an empty text `""`. A text that a
 * spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection); numbers stay as they are.
 */
export function csvRecord(cells: readonly ReportCell[]): string {
  return `${cells.map(field).join(",")}\r\n`;
}
