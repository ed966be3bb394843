import type {
  Authority,
  CountingCalendar,
  Hours,
  Office,
  OpeningCalendar,
  OperatorRecord,
  Reference,
  Region,
  Service,
} from "./reference.ts";
import { type Day, dayStart, localDay, momentAt, weekday } from "./time.ts";

/** A counting calendar made ready for questions about single dates. */
export interface CountingIndex {
  readonly calendar: CountingCalendar;
  readonly weekend: ReadonlySet<number>;
  readonly daysOff: ReadonlyMap<Day, CountingCalendar["daysOff"][number]>;
  readonly workingDays: ReadonlySet<Day>;
}

/** An opening calendar with its exceptions by date. */
export interface OpeningIndex {
  readonly calendar: OpeningCalendar;
  readonly exceptions: ReadonlyMap<Day, Hours>;
  readonly follows: CountingIndex | null;
}

/** The reference data by id; made once after loading. */
export interface ReferenceIndex {
  readonly reference: Reference;
  readonly regions: ReadonlyMap<string, Region>;
  readonly offices: ReadonlyMap<string, Office>;
  readonly services: ReadonlyMap<string, Service>;
  readonly authorities: ReadonlyMap<string, Authority>;
  readonly counting: ReadonlyMap<string, CountingIndex>;
  readonly opening: ReadonlyMap<string, OpeningIndex>;
  readonly operators: ReadonlyMap<string, OperatorRecord>;
  readonly officesByRegion: ReadonlyMap<string, readonly Office[]>;
  readonly operatorsByOffice: ReadonlyMap<string, readonly OperatorRecord[]>;
}

function byId<T extends { readonly id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function groupBy<T>(records: readonly T[], keyOf: (record: T) => string): Map<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const group = groups.get(keyOf(record));
    if (group) group.push(record);
    else groups.set(keyOf(record), [record]);
  }
  return groups;
}

/** A counting calendar ready for questions about single dates. */
export function indexCounting(calendar: CountingCalendar): CountingIndex {
  return {
    calendar,
    weekend: new Set(calendar.weekend),
    daysOff: new Map(calendar.daysOff.map((off) => [off.day, off])),
    workingDays: new Set(calendar.workingDays.map((working) => working.day)),
  };
}

/** Maps by id over loaded reference data, and the offices and staff of each region and office. */
export function indexReference(reference: Reference): ReferenceIndex {
  const counting = new Map(
    reference.calendars.counting.map((calendar) => [calendar.id, indexCounting(calendar)] as const),
  );
  const opening = new Map(
    reference.calendars.opening.map((calendar) => [
      calendar.id,
      {
        calendar,
        exceptions: new Map(calendar.exceptions.map((exception) => [exception.day, exception.hours] as const)),
        follows: calendar.follows === null ? null : (counting.get(calendar.follows) ?? null),
      },
    ]),
  );
  return {
    reference,
    regions: byId(reference.regions),
    offices: byId(reference.offices),
    services: byId(reference.services),
    authorities: byId(reference.authorities),
    counting,
    opening,
    operators: byId(reference.operators),
    officesByRegion: groupBy(reference.offices, (office) => office.region),
    operatorsByOffice: groupBy(reference.operators, (operator) => operator.office),
  };
}

/** The offices of a region, in the order of the reference data; none for an unknown region. */
export function officesOf(index: ReferenceIndex, region: string): readonly Office[] {
  return index.officesByRegion.get(region) ?? [];
}

/** The id of the region that an office belonged to on a date: borders have moved, offices have not. */
export function regionOn(office: Office, day: Day): string {
  return office.formerRegions.find((former) => day <= former.validTo)?.region ?? office.region;
}

/** The opening hours of an office on a local date, in minutes after midnight; null when it is closed. */
export function openingHours(office: Office, day: Day, index: ReferenceIndex): Hours {
  const opening = index.opening.get(office.openings);
  if (!opening) return null;
  const { calendar, exceptions, follows } = opening;
  const exception = exceptions.get(day);
  if (exception !== undefined) return exception;
  const off = follows?.daysOff.get(day);
  if (off) return off.kind === "holiday" ? calendar.onHoliday : calendar.onDayInLieu;
  if (follows?.workingDays.has(day)) return calendar.onWorkingWeekend;
  return calendar.week[weekday(day)] ?? null;
}

/** True while an office is within its opening hours at a moment (epoch ms). The closing minute is outside. */
export function isOpen(office: Office, moment: number, index: ReferenceIndex): boolean {
  const day = localDay(moment, office.zone);
  const hours = openingHours(office, day, index);
  if (hours === null) return false;
  const closes = hours.close >= 1440 ? dayStart(day + 1, office.zone) : momentAt(day, hours.close, office.zone);
  return moment >= momentAt(day, hours.open, office.zone) && moment < closes;
}
