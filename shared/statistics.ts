import { APPLICATION_COUNTS, TICKET_COUNTS, VOICE_COUNTS } from "./counts.ts";
import type { DaysInOutage, DaysUsed } from "./stock.ts";
import type { Day } from "./time.ts";

/** What figures can be cut by. */
export const DIMENSIONS = ["day", "month", "region", "office", "operator", "service", "authority"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What figures can be limited to. */
export const FILTERS = ["region", "office", "operator", "service", "authority"] as const;
export type FilterName = (typeof FILTERS)[number];

/** The figures of a row that are plain counts of its events. */
export const PLAIN_COUNTS = [...APPLICATION_COUNTS, ...TICKET_COUNTS, ...VOICE_COUNTS] as const;

/** A question for figures: office-local dates, both included; no `by` means one total row. */
export interface StatisticsQuery {
  readonly from: Day;
  readonly to: Day;
  /** None, one or two; none twice. */
  readonly by: readonly Dimension[];
  readonly filter: Readonly<Partial<Record<FilterName, string>>>;
}

/** A question for the usual day of the country, a region or an office; `day` null: the running one. */
export interface UsualQuery {
  readonly day: Day | null;
  readonly region: string | null;
  readonly office: string | null;
}

/** A share with what it is a share of; `value` is null when the denominator is 0. */
export interface Rate {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
}

/** Seconds. All but `n` are null when nothing was measured. */
export interface Distribution {
  readonly n: number;
  readonly mean: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly max: number | null;
}

/** Seconds in all, and of how many cases. */
export interface Leg {
  readonly n: number;
  readonly seconds: number;
}

/** The figures of one row. Times are in seconds; null is "not known", 0 is "measured, and none". */
export interface FigureSet {
  readonly accepted: number | null;
  readonly rejected: number | null;
  readonly returned: number | null;
  readonly returnedByOperator: number | null;
  readonly ready: number | null;
  readonly declined: number | null;
  readonly issued: number | null;
  readonly withdrawn: number | null;
  readonly due: number | null;
  readonly delayed: number | null;
  readonly ticketsIssued: number | null;
  readonly called: number | null;
  readonly served: number | null;
  readonly noShow: number | null;
  readonly left: number | null;
  readonly waitingTime: (Distribution & { readonly withinNorm: number }) | null;
  /** Tickets called that waited no longer than the office's norm: the same number as in `waitingTime`. */
  readonly withinNorm: number | null;
  readonly serviceTime: Distribution | null;
  readonly paymentPause: number | null;
  readonly leadTime: (Distribution & { readonly open: number }) | null;
  /** Accepted and not finished: the same number as in `leadTime`. */
  readonly open: number | null;
  readonly frontOfficeTime: { readonly acceptedToSent: Leg; readonly readyToIssued: Leg } | null;
  readonly backOfficeTime: Leg | null;
  readonly signedIn: number | null;
  readonly paused: number | null;
  readonly serving: number | null;
  readonly ratings: { readonly n: number; readonly mean: number | null } | null;
  readonly complaints: number | null;
  readonly thanks: number | null;
  readonly rejectionRate: Rate | null;
  readonly delayedRate: Rate | null;
  readonly errorRate: Rate | null;
  readonly leftRate: Rate | null;
  readonly withinNormRate: Rate | null;
  readonly occupancy: Rate | null;
}

/** How much of the truth a figure rests on. */
export interface Coverage {
  readonly expected: number;
  readonly reporting: number;
  /** Ids of the offices that are open and from which nothing came for three minutes. */
  readonly silent: readonly string[];
  /** The oldest of the offices' last events (RFC 3339), null when none ever came. */
  readonly oldestEvent: string | null;
  /** Holes in the sequence numbers that are still open. */
  readonly missingEvents: number;
}

/** A row: what it is about (`day` as 2026-11-23, `month` as 2026-11, else ids) and its figures. */
export type StatisticsRow = Readonly<Partial<Record<Dimension, string>>> & FigureSet;

/** May figures still change: the period runs, is closed, or was closed and changed by late events. */
export type PeriodStatus = "provisional" | "final" | "revised";

export interface StatisticsAnswer {
  readonly from: string;
  readonly to: string;
  readonly by: readonly Dimension[];
  /** Everything stored before this moment (RFC 3339) is counted. */
  readonly asOf: string;
  readonly status: PeriodStatus;
  readonly coverage: Coverage;
  readonly rows: readonly StatisticsRow[];
}

/** Where an application stands. */
export type ApplicationStatus = "under review" | "returned" | "ready" | "declined" | "issued" | "withdrawn";

/** One step that was told of an application; one that turned it back carries what was said of it. */
export interface ApplicationStep {
  readonly type: string;
  /** RFC 3339. */
  readonly time: string;
  readonly reason?: string;
  readonly fault?: string;
}

export interface ApplicationAnswer {
  readonly office: string;
  readonly application: string;
  readonly status: ApplicationStatus;
  readonly place: "front office" | "authority";
  /** RFC 3339, null when no term is known. */
  readonly deadline: string | null;
  readonly delayed: boolean;
  readonly steps: readonly ApplicationStep[];
  /** What its acceptance says; null until that is told. */
  readonly service: string | null;
  readonly authority: string | null;
  /** Working days until the clock stopped, or until now, by whose they are; null as long as no acceptance is told. */
  readonly used: DaysUsed | null;
  /** Of these the ones after the deadline, by whose they are. */
  readonly late: DaysUsed | null;
  /** Of these the ones of an outage of the office, by who had it then. */
  readonly outage: DaysInOutage | null;
}
