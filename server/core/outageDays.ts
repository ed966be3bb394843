import type { AlertCause, Explanation } from "../../shared/alerts.ts";
import type { Office } from "../../shared/reference.ts";
import { type CountingIndex, openingHours, type ReferenceIndex, regionOn } from "../../shared/referenceIndex.ts";
import type { DaysInOutage } from "../../shared/stock.ts";
import { type Day, dayStart, localDay, momentAt } from "../../shared/time.ts";
import { isWorkingDay } from "./calendar.ts";
import { type Counted, daysUsed } from "./daysUsed.ts";
import type { OpenApplication } from "./openApplication.ts";

/** The causes by which an office itself is out: its system, its line, its power. */
const OUTAGES: ReadonlySet<AlertCause> = new Set(["system-fault", "line-cut", "power-cut"]);

/** The working days of an office that are of an outage, the earliest first. */
export type OutageDays = readonly Day[];

/** What the days of an outage are found by. */
export interface OutageGround {
  readonly index: ReferenceIndex;
  readonly counting: CountingIndex;
  readonly office: Office;
}

/** From when to when (epoch ms) an office is open on a date; where it does not open, the date. */
function hoursOn({ index, office }: OutageGround, day: Day): readonly [from: number, to: number] {
  const hours = openingHours(office, day, index);
  const [open, close] = hours === null ? [0, 1440] : [hours.open, hours.close];
  return [
    momentAt(day, open, office.zone),
    close >= 1440 ? dayStart(day + 1, office.zone) : momentAt(day, close, office.zone),
  ];
}

/** How long (ms) any of some explanations, the earliest first, holds between two moments. */
function covered(told: readonly Explanation[], from: number, to: number): number {
  let [sum, reached] = [0, from];
  for (const each of told) {
    const start = Math.max(each.from, reached);
    const end = Math.min(each.until, to);
    if (end <= start) continue;
    sum += end - start;
    reached = end;
  }
  return sum;
}

/**
 * The working days up to `last` on which an office was out for more than half of its opening hours, by what was explained
 * of it and of its region as a whole and not withdrawn [O7].
 */
export function outageDaysOf(explanations: readonly Explanation[], ground: OutageGround, last: Day): OutageDays {
  const { office, counting } = ground;
  const told = explanations
    .filter(({ cause, withdrawn }) => OUTAGES.has(cause) && withdrawn === null)
    .filter((each) => each.office === office.id || each.office === null)
    .sort((a, b) => a.from - b.from);
  const days = new Set<Day>();
  for (const { from, until } of told)
    for (let day = localDay(from, office.zone); day <= Math.min(last, localDay(until - 1, office.zone)); day += 1)
      if (isWorkingDay(counting, day)) days.add(day);
  const isOut = (day: Day): boolean => {
    const [from, to] = hoursOn(ground, day);
    const here = told.filter((each) => each.office !== null || each.region === regionOn(office, day));
    return covered(here, from, to) * 2 > to - from;
  };
  return [...days].sort((a, b) => a - b).filter(isOut);
}

function countUpTo(days: OutageDays, day: Day): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as Day) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the days of an outage lie after a local date, up to and with another. */
export function outageDaysBetween(days: OutageDays, after: Day, upTo: Day): number {
  return upTo <= after ? 0 : countUpTo(days, upTo) - countUpTo(days, after);
}

/** Of the working days after an application's deadline those of an outage, by who had it. The authority's are not known. */
export function lateInOutage(of: OpenApplication, counted: Counted, days: OutageDays): DaysInOutage {
  if (days.length === 0) return { frontOffice: 0, applicant: 0 };
  const out = daysUsed(of, counted, of.due - 1, (after, upTo) => outageDaysBetween(days, after, upTo));
  return { frontOffice: out.frontOffice, applicant: out.applicant };
}
