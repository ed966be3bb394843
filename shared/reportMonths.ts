import type { ReportColumn } from "./report.ts";
import type { Coverage, PeriodStatus } from "./statistics.ts";

/** A closed version of a month: it is never changed; a correction is the next version. Moments are RFC 3339. */
export interface ReportVersion {
  readonly month: string;
  /** 1 the first. */
  readonly version: number;
  readonly status: Exclude<PeriodStatus, "provisional">;
  readonly closedAt: string;
  /** Who closed it; empty: the calendar did, on the closing day. */
  readonly by: string;
  /** Why it was revised; null for the first version. */
  readonly reason: string | null;
  readonly asOf: string;
  readonly coverage: Coverage;
  /** SHA-256 (hex) over the checksums of the reports of all places, in the order of the places. */
  readonly checksum: string;
  /** How many reports it holds. */
  readonly places: number;
}

/** A month as the list of reports shows it. */
export interface ReportMonth {
  readonly month: string;
  readonly status: PeriodStatus;
  /** Is the month over, so that it can be closed? */
  readonly over: boolean;
  /** The day on which it closes by itself, null when it is closed or closes only by hand. */
  readonly closesOn: string | null;
  readonly coverage: Coverage;
  readonly accepted: number | null;
  readonly due: number | null;
  readonly delayed: number | null;
  /** Events dated in the month that came after its latest version, of the place asked for; null while it is open. */
  readonly lateEvents: number | null;
  /** The latest first. */
  readonly versions: readonly ReportVersion[];
}

/** The answer of `GET /api/reports/months`. */
export interface ReportMonths {
  readonly year: number;
  readonly asOf: string;
  readonly months: readonly ReportMonth[];
  /** A closing that is under way: how much of it is done. */
  readonly closing: ClosingProgress | null;
}

/** How far a closing is. */
export interface ClosingProgress {
  readonly month: string;
  readonly done: number;
  readonly total: number;
}

/** What a month still lacks, told before it is closed. */
export interface ReportReadiness {
  readonly month: string;
  readonly over: boolean;
  readonly expected: number;
  readonly reporting: number;
  /** Offices of which nothing came about the month. */
  readonly nothingFrom: readonly string[];
  /** Offices whose sources left out sequence numbers, and how many. */
  readonly holes: readonly { readonly office: string; readonly missing: number }[];
  readonly events: number;
}

/** One figure of an office that two versions of a month state differently. */
export interface ReportChange {
  readonly office: string;
  readonly figure: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** The answer of `GET /api/reports/monthly/<month>/changes`; `to` 0: the figures of now. */
export interface ReportChanges {
  readonly month: string;
  readonly from: number;
  readonly to: number;
  readonly changes: readonly ReportChange[];
  /** The figures that changed: how each is called and what it is counted in. */
  readonly figures: readonly ReportColumn[];
  /** Events dated in the month that came between the two, by office; none where none came. */
  readonly late: readonly { readonly office: string; readonly events: number }[];
}
