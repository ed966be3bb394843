import type { Locale } from "date-fns";
import { enGB } from "date-fns/locale/en-GB";
import { kk } from "date-fns/locale/kk";
import { ru } from "date-fns/locale/ru";
import { DAY_MS, weekday, zoneOffset } from "../shared/time.ts";
import type { Language } from "./language.ts";
import { NUMBERS, writeNumber } from "./numbers.ts";

/** What stands in the place of a figure that is not known. It is never 0. */
export const DASH = "—";
const NBSP = "\u00a0";

/** A figure and its unit, apart, so that the unit can be set smaller. */
export interface Measured {
  readonly figure: string;
  readonly unit: string;
}

export interface Format {
  /** 12 408; a dash when it is not known. */
  count(value: number | null): string;
  /** With exactly so many digits after the comma. */
  decimal(value: number | null, digits: number): string;
  /** Of a share from 0 to 1, without the sign: 8,4. Shares under 1 % keep two digits. */
  percentFigure(share: number | null): string;
  /** Of a share from 0 to 1, with the sign: 8,4 %. */
  percent(share: number | null): string;
  /** How far something is, in whole per cent: 100 only when it is done. */
  progress(share: number): string;
  /** Seconds as a figure with its unit: 42 с, 6,2 мин, 38 мин, 2,4 ч, 3,1 дня. */
  measured(seconds: number | null): Measured;
  /** Seconds in one text: 6,2 мин. */
  duration(seconds: number | null): string;
  /** Seconds as a running clock: 0:42, 12:20, 1:05:09. */
  stopwatch(seconds: number | null): string;
  /** Local wall clock of a moment: 10:42, with seconds 10:42:08. */
  clock(moment: number | null, zone: string, seconds?: boolean): string;
  /** A quarter of the day, 0–96: 9:15. */
  quarter(index: number): string;
  /** понедельник, 23 ноября 2026. */
  day(day: number): string;
  /** 23 ноября. */
  date(day: number): string;
  /** 23 ноября 2026. */
  fullDate(day: number): string;
  /** понедельник. */
  weekday(day: number): string;
  /** ноябрь. */
  month(day: number): string;
  /** `November 2026`. */
  monthOfYear(day: number): string;
}

const LOCALES: Readonly<Record<Language, Locale>> = { kk, ru, en: enGB };
const UNITS: Readonly<Record<Language, { second: string; minute: string; hour: string; day: string }>> = {
  kk: { second: "с", minute: "мин", hour: "сағ", day: "күн" },
  ru: { second: "с", minute: "мин", hour: "ч", day: "дн" },
  en: { second: "s", minute: "min", hour: "h", day: "d" },
};

function pad(value: number): string {
  return String(value).padStart(2, "0");
}

function wallClock(moment: number, zone: string): { hours: number; minutes: number; seconds: number } {
  const local = (moment + zoneOffset(zone, moment)) % DAY_MS;
  return {
    hours: Math.floor(local / 3_600_000),
    minutes: Math.floor(local / 60_000) % 60,
    seconds: Math.floor(local / 1000) % 60,
  };
}

/** The one formatter of a language: every number, duration, time and date on a screen comes from here. */
export function createFormat(language: Language): Format {
  const locale = LOCALES[language];
  const units = UNITS[language];
  const percentGap = language === "en" ? "" : NBSP;
  const number = (value: number, digits: number): string => writeNumber(value, digits, NUMBERS[language]);
  const decimal = (value: number | null, digits: number): string => (value === null ? DASH : number(value, digits));
  const percentFigure = (share: number | null): string => {
    if (share === null) return DASH;
    const percent = share * 100;
    if (percent === 0) return "0";
    return number(percent, percent < 0.995 ? 2 : percent < 99.95 ? 1 : 0);
  };
  const measured = (seconds: number | null): Measured => {
    if (seconds === null) return { figure: DASH, unit: "" };
    if (seconds < 59.5) return { figure: number(seconds, 0), unit: units.second };
    if (seconds < 570) return { figure: number(seconds / 60, 1), unit: units.minute };
    if (seconds < 5370) return { figure: number(seconds / 60, 0), unit: units.minute };
    if (seconds < 35 * 3600) return { figure: number(seconds / 3600, 1), unit: units.hour };
    return { figure: number(seconds / 86_400, 1), unit: units.day };
  };
  const dateParts = (day: number) => {
    const date = new Date(day * DAY_MS);
    return { month: date.getUTCMonth() as 0, date: date.getUTCDate(), year: date.getUTCFullYear() };
  };
  const weekdayName = (day: number): string =>
    locale.localize.day(((weekday(day) + 1) % 7) as 0, { width: "wide", context: "standalone" });

  return {
    count: (value) => decimal(value, 0),
    decimal,
    percentFigure,
    percent: (share) => (share === null ? DASH : `${percentFigure(share)}${percentGap}%`),
    progress: (share) => `${number(Math.floor(share * 100), 0)}${percentGap}%`,
    measured,
    duration: (seconds) => {
      const { figure, unit } = measured(seconds);
      return unit === "" ? figure : `${figure}${NBSP}${unit}`;
    },
    stopwatch: (seconds) => {
      if (seconds === null) return DASH;
      const whole = Math.max(0, Math.floor(seconds));
      const hours = Math.floor(whole / 3600);
      const rest = `${hours > 0 ? pad(Math.floor(whole / 60) % 60) : Math.floor(whole / 60)}:${pad(whole % 60)}`;
      return hours > 0 ? `${hours}:${rest}` : rest;
    },
    clock: (moment, zone, seconds = false) => {
      if (moment === null) return DASH;
      const wall = wallClock(moment, zone);
      return `${pad(wall.hours)}:${pad(wall.minutes)}${seconds ? `:${pad(wall.seconds)}` : ""}`;
    },
    quarter: (index) => `${Math.floor(index / 4)}:${pad((index % 4) * 15)}`,
    day: (day) => {
      const { month, date, year } = dateParts(day);
      const name = locale.localize.month(month, { width: "wide", context: "formatting" });
      if (language === "kk") return `${year} жылғы ${date} ${name.toLowerCase()}, ${weekdayName(day)}`;
      return `${weekdayName(day)}, ${date} ${name} ${year}`;
    },
    date: (day) => {
      const { month, date } = dateParts(day);
      const name = locale.localize.month(month, { width: "wide", context: "formatting" });
      return `${date} ${language === "kk" ? name.toLowerCase() : name}`;
    },
    fullDate: (day) => {
      const { month, date, year } = dateParts(day);
      const name = locale.localize.month(month, { width: "wide", context: "formatting" });
      return language === "kk" ? `${year} жылғы ${date} ${name.toLowerCase()}` : `${date} ${name} ${year}`;
    },
    weekday: weekdayName,
    month: (day) => locale.localize.month(dateParts(day).month, { width: "wide", context: "standalone" }),
    monthOfYear: (day) => {
      const { month, year } = dateParts(day);
      const name = locale.localize.month(month, { width: "wide", context: "standalone" }).toLowerCase();
      return language === "en" ? `${name[0]?.toUpperCase()}${name.slice(1)} ${year}` : `${name} ${year}`;
    },
  };
}
