import type { CountingIndex, ReferenceIndex } from "../../shared/referenceIndex.ts";
import { type Day, formatMonth, parseDay } from "../../shared/time.ts";
import { isWorkingDay } from "./calendar.ts";

/** A calendar month: its first and last day, both included. */
export interface Month {
  readonly id: string;
  readonly from: Day;
  readonly to: Day;
}

/** The month of `2026-11`, or null when the text is no month. */
export function parseMonth(text: string): Month | null {
  const from = /^\d{4}-\d{2}$/.test(text) ? parseDay(`${text}-01`) : null;
  return from === null ? null : monthWith(from);
}

/** The month that a day lies in. */
export function monthWith(day: Day): Month {
  const id = formatMonth(day);
  const from = parseDay(`${id}-01`) as Day;
  let to = from + 27;
  while (formatMonth(to + 1) === id) to += 1;
  return { id, from, to };
}

/** The month before. */
export function monthBefore({ from }: Month): Month {
  return monthWith(from - 1);
}

/** The same month of the year before. */
export function yearBefore({ id }: Month): Month {
  return parseMonth(`${String(Number(id.slice(0, 4)) - 1).padStart(4, "0")}${id.slice(4)}`) as Month;
}

/** Every day of a period. */
export function daysOf(from: Day, to: Day): Day[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

/** The calendar that the state counts its working days by: the first of the reference data. */
function stateCalendar(index: ReferenceIndex): CountingIndex | null {
  const [first] = index.counting.values();
  return first ?? null;
}

/** How many working days of the state a period has; null when the reference data have no calendar. */
export function workingDaysOf(index: ReferenceIndex, from: Day, to: Day): number | null {
  const calendar = stateCalendar(index);
  return calendar === null ? null : daysOf(from, to).filter((day) => isWorkingDay(calendar, day)).length;
}
