import { enGB } from "date-fns/locale/en-GB";
import { kk } from "date-fns/locale/kk";
import { ru } from "date-fns/locale/ru";
import type { ColumnKind, ReportCell } from "../../shared/report.ts";
import type { Language } from "./fileFormat.ts";
import { localMoment } from "./localMoment.ts";

/** What stands in the place of a figure that is not known. It is never 0. */
export const DASH = "—";
const CAPITAL_ZONE = "Asia/Almaty";
const NBSP = "\u00a0";
const LOCALES = { kk, ru, en: enGB } as const;
/** Node prints Kazakh numbers in the form of the root; Russian prints them right. */
const NUMBERS: Readonly<Record<Language, string>> = { kk: "ru", ru: "ru", en: "en-GB" };
const UNITS: Readonly<Record<Language, readonly [second: string, minute: string, hour: string, day: string]>> = {
  kk: ["с", "мин", "сағ", "күн"],
  ru: ["с", "мин", "ч", "дн"],
  en: ["s", "min", "h", "d"],
};

const formats = new Map<string, Intl.NumberFormat>();

function number(value: number, digits: number, language: Language): string {
  const key = `${language}${digits}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(NUMBERS[language], { minimumFractionDigits: digits, maximumFractionDigits: digits });
    formats.set(key, format);
  }
  return format.format(value).replaceAll("\u202f", NBSP);
}

/** Seconds in the unit in which people say them: 42 с, 6,2 мин, 38 мин, 2,4 ч, 3,1 дн. */
function durationText(seconds: number, language: Language): string {
  const [second, minute, hour, day] = UNITS[language];
  const size = Math.abs(seconds);
  if (size < 59.5) return `${number(seconds, 0, language)}${NBSP}${second}`;
  if (size < 5_370) return `${number(seconds / 60, size < 570 ? 1 : 0, language)}${NBSP}${minute}`;
  if (size < 35 * 3_600) return `${number(seconds / 3_600, 1, language)}${NBSP}${hour}`;
  return `${number(seconds / 86_400, size < 864_000 ? 1 : 0, language)}${NBSP}${day}`;
}

function shareText(share: number, language: Language): string {
  const percent = share * 100;
  const size = Math.abs(percent);
  const digits = size === 0 || size >= 99.95 ? 0 : size < 0.995 ? 2 : 1;
  return `${number(percent, digits, language)}${language === "en" ? "" : NBSP}%`;
}

/** `23.11.2026` of 2026-11-23; in English as it is. */
function dateText(date: string, language: Language): string {
  const [year, month, day] = date.split("-");
  return language === "en" || day === undefined ? date : `${day}.${month}.${year}`;
}

/** A moment to the minute with its distance from UTC: on the clocks it is written for, one in UTC on those of the capital. */
export function momentText(moment: string, language: Language): string {
  const local = moment.endsWith("Z") ? localMoment(Date.parse(moment), CAPITAL_ZONE) : moment;
  const [, date, time, offset] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})[^+-]*([+-]\d{2}:\d{2})$/.exec(local ?? moment) ?? [];
  return date === undefined ? moment : `${dateText(date, language)} ${time} UTC${offset}`;
}

/** `November 2026` of 2026-11. */
export function monthText(month: string, language: Language): string {
  const [year = "", number = "1"] = month.split("-");
  const name = LOCALES[language].localize.month((Number(number) - 1) as 0, { width: "wide", context: "standalone" });
  if (language === "kk") return `${year} жылғы ${name.toLowerCase()}`;
  const written = name.charAt(0).toUpperCase() + name.slice(1);
  return language === "ru" ? `${written} ${year}${NBSP}г.` : `${written} ${year}`;
}

/** A cell for people, in a language. What is not known is a dash. */
export function cellText(cell: ReportCell, kind: ColumnKind, language: Language): string {
  if (cell === null) return DASH;
  if (typeof cell === "string") {
    if (kind === "date") return dateText(cell, language);
    return kind === "moment" ? momentText(cell, language) : cell;
  }
  switch (kind) {
    case "seconds":
      return durationText(cell, language);
    case "share":
      return shareText(cell, language);
    case "score":
      return number(cell, 2, language);
    default:
      return number(cell, Number.isInteger(cell) ? 0 : 1, language);
  }
}
