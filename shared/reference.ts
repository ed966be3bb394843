import type { Day } from "./time.ts";

/** One name in the three languages of the product. */
export interface Names {
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
}

/** From when to when (office-local dates, both included) a record holds; null: no end is known. */
export interface Dated {
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

/** A place of the tile map, seven columns by four rows, counted from 0 at the top left. */
export interface Tile {
  readonly column: number;
  readonly row: number;
}

export interface Region extends Dated {
  readonly id: string;
  readonly names: Names;
  /** Names that fit a tile in full and are never cut. */
  readonly shortNames: Names;
  readonly iso: string | null;
  readonly formerIso: string | null;
  readonly zone: string;
  readonly kind: "oblast" | "city";
  readonly centre: Names | null;
  readonly population: { readonly y2009: number; readonly y2023: number | null; readonly y2025: number | null };
  /** Null for a region that exists no more. */
  readonly tile: Tile | null;
  /** Names that the region carried for a time. */
  readonly formerNames: readonly (Dated & { readonly names: Names })[];
}

/** A shift of an office in local minutes after midnight, and who works in it. */
export interface Shift {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly operators: number;
  readonly consultants: number;
  readonly supervisors: number;
}

export interface Office extends Dated {
  readonly id: string;
  readonly region: string;
  readonly names: Names;
  readonly shortNames: Names;
  readonly zone: string;
  readonly kind: "city" | "rayon";
  readonly desks: number;
  /** Id of the opening calendar. */
  readonly openings: string;
  readonly shifts: readonly Shift[];
  readonly waitNormSeconds: number;
  readonly serviceNormSeconds: number;
  /** Regions that the office belonged to before its present one, up to and including `validTo`. */
  readonly formerRegions: readonly { readonly region: string; readonly validTo: Day }[];
}

export type NormUnit = "minute" | "hour" | "calendar-day" | "working-day" | "month";

/** The legal term of a service in one variant, as it stood between two dates. */
export interface Norm extends Dated {
  /** `normal`, or a name such as `accelerated`. */
  readonly variant: string;
  readonly unit: NormUnit;
  readonly amount: number;
  /** Id of the counting calendar. */
  readonly calendar: string;
  /** Calendar days and months: when the last day is a day off, the term ends on the next working day. */
  readonly roll: boolean;
  readonly source: string;
}

export type ServiceKind =
  | "identity"
  | "civil-status"
  | "property"
  | "business"
  | "land"
  | "defence"
  | "tax"
  | "social"
  | "education"
  | "housing"
  | "transport"
  | "health"
  | "archive";

export interface Service extends Dated {
  readonly id: string;
  readonly names: Names;
  readonly shortNames: Names;
  readonly authority: string;
  readonly kind: ServiceKind;
  readonly norms: readonly Norm[];
}

export interface Authority {
  readonly id: string;
  readonly names: Names;
  readonly shortNames: Names;
}

/** A date on which the state does not work although the day of the week says so. */
export interface DayOff {
  readonly day: Day;
  /** `holiday` by law, `in-lieu` of one that fell on a day off, `transfer` by decree. */
  readonly kind: "holiday" | "in-lieu" | "transfer";
  readonly names: Names;
  readonly source: string;
}

/** The state's week for counting terms: which dates are working days. */
export interface CountingCalendar {
  readonly id: string;
  readonly names: Names;
  /** Weekdays without work, 0 = Monday … 6 = Sunday. */
  readonly weekend: readonly number[];
  /** Dates for which days off are known; outside only the weekend counts. */
  readonly coverage: { readonly from: Day; readonly to: Day };
  readonly daysOff: readonly DayOff[];
  /** Days of the weekend made working by decree. */
  readonly workingDays: readonly { readonly day: Day; readonly source: string }[];
}

/** Local minutes after midnight; null: closed. */
export type Hours = { readonly open: number; readonly close: number } | null;

/** When an office is open. */
export interface OpeningCalendar {
  readonly id: string;
  readonly names: Names;
  /** Seven entries, Monday first. */
  readonly week: readonly Hours[];
  /** The counting calendar whose days off change the hours; null: none. */
  readonly follows: string | null;
  readonly onHoliday: Hours;
  readonly onDayInLieu: Hours;
  readonly onWorkingWeekend: Hours;
  readonly exceptions: readonly { readonly day: Day; readonly hours: Hours; readonly source: string }[];
  readonly source: string;
}

/** A number that the work is compared with; never a law, always with its source. */
export interface Target extends Dated {
  readonly id: string;
  readonly names: Names;
  readonly amount: number;
  readonly unit: string;
  readonly source: string;
}

export type StaffRole = "operator" | "consultant" | "supervisor";

/** A place on the staff list; it carries no name of a person. */
export interface OperatorRecord {
  readonly id: string;
  readonly office: string;
  readonly desk: string | null;
  readonly shift: string;
  readonly role: StaffRole;
}

/** Everything that is known about the country before the first event. */
export interface Reference {
  readonly regions: readonly Region[];
  readonly offices: readonly Office[];
  readonly services: readonly Service[];
  readonly authorities: readonly Authority[];
  readonly calendars: {
    readonly counting: readonly CountingCalendar[];
    readonly opening: readonly OpeningCalendar[];
  };
  readonly targets: readonly Target[];
  readonly operators: readonly OperatorRecord[];
}

/** True when a dated record holds on an office-local date. */
export function validOn(record: Dated, day: Day): boolean {
  return record.validFrom <= day && (record.validTo === null || day <= record.validTo);
}
