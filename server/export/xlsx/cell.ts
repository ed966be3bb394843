import { DAY_MS, parseDay } from "../../../shared/time.ts";
import { xmlText } from "./xml.ts";

/** The day 0 of spreadsheets, 1899-12-30, as a count of days since 1970-01-01. */
const SPREADSHEET_EPOCH = 25_569;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** The letters of a column, counted from 0: A … Z, AA … */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** A date, or the wall clock of a moment as it is written, in a spreadsheet's days; null when the text is neither. */
export function spreadsheetDays(text: string): number | null {
  const day = parseDay(text);
  if (day !== null) return day + SPREADSHEET_EPOCH;
  const [, date, hours, minutes, seconds, fraction = "0"] = MOMENT.exec(text) ?? [];
  const start = date === undefined ? null : parseDay(date);
  if (start === null) return null;
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000 + (Number(seconds) + Number(fraction)) * 1_000;
  return start + SPREADSHEET_EPOCH + ms / DAY_MS;
}

/** A cell with a text in a style. */
export function textCell(reference: string, text: string, style: number): string {
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}
