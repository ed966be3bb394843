import type { CountingCalendar, DayOff, Names } from "../../shared/reference.ts";
import { type Day, formatDay, parseDay, weekday } from "../../shared/time.ts";

/** The rules from which the days off of a counting calendar follow, as they are written in the reference data. */
export interface CalendarRules {
  readonly id: string;
  readonly names: Names;
  readonly weekend: readonly number[];
  readonly coverage: { readonly from: Day; readonly to: Day };
  /** Yearly dates (`MM-DD`); a holiday with `inLieu` that falls on a weekend gives the next working day off. */
  readonly holidays: readonly {
    readonly date: string;
    readonly names: Names;
    readonly fromYear: number | null;
    readonly toYear: number | null;
    readonly inLieu: boolean;
    readonly source: string;
  }[];
  /** Days off whose date differs each year; they give no other day when they fall on a weekend. */
  readonly movable: readonly { readonly date: Day; readonly names: Names; readonly source: string }[];
  /** Days in lieu that a decree set otherwise than the rule would. */
  readonly inLieu: readonly { readonly holiday: Day; readonly off: Day; readonly source: string }[];
  /** Working days exchanged for days of the weekend by decree. */
  readonly transfers: readonly { readonly off: Day; readonly worked: Day; readonly source: string }[];
}

const TRANSFERRED: Names = {
  kk: "Ауыстырылған демалыс күні",
  ru: "Перенесённый выходной день",
  en: "Transferred day off",
};

type Holiday = DayOff & { readonly inLieu: boolean };

function yearly(rules: CalendarRules): Holiday[] {
  const first = Number(formatDay(rules.coverage.from).slice(0, 4));
  const last = Number(formatDay(rules.coverage.to).slice(0, 4));
  const days: Holiday[] = [];
  for (let year = first; year <= last; year += 1) {
    for (const { date, names, fromYear, toYear, inLieu, source } of rules.holidays) {
      if ((fromYear ?? year) > year || (toYear ?? year) < year) continue;
      const day = parseDay(`${year}-${date}`);
      if (day !== null) days.push({ day, kind: "holiday", names, source, inLieu });
    }
  }
  return days.sort((one, other) => one.day - other.day);
}

/**
 * Every day off of a calendar as a date, in order: yearly and movable holidays, days in lieu (the next working day after
 * a holiday on a weekend, Labour Code of Kazakhstan), and days exchanged by decree.
 */
export function expandCalendar(rules: CalendarRules): CountingCalendar {
  const daysOff = new Map<Day, DayOff>();
  const holidays = yearly(rules);
  for (const { day, kind, names, source } of holidays) daysOff.set(day, { day, kind, names, source });
  for (const { date, names, source } of rules.movable) {
    if (!daysOff.has(date)) daysOff.set(date, { day: date, kind: "holiday", names, source });
  }
  for (const { off, source } of rules.transfers) {
    if (!daysOff.has(off)) daysOff.set(off, { day: off, kind: "transfer", names: TRANSFERRED, source });
  }
  const decreed = new Map(rules.inLieu.map((exception) => [exception.holiday, exception]));
  const isOff = (day: Day) => rules.weekend.includes(weekday(day)) || daysOff.has(day);
  for (const holiday of holidays) {
    if (!holiday.inLieu || !rules.weekend.includes(weekday(holiday.day))) continue;
    const exception = decreed.get(holiday.day);
    let day = exception?.off ?? holiday.day + 1;
    if (!exception) while (isOff(day)) day += 1;
    daysOff.set(day, { day, kind: "in-lieu", names: holiday.names, source: exception?.source ?? holiday.source });
  }
  return {
    id: rules.id,
    names: rules.names,
    weekend: rules.weekend,
    coverage: rules.coverage,
    daysOff: [...daysOff.values()].sort((one, other) => one.day - other.day),
    workingDays: rules.transfers.map(({ worked, source }) => ({ day: worked, source })),
  };
}
