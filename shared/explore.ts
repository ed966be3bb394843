/** A period with how many days it has, and how many of them the state works. */
export interface ComparedPeriod {
  /** `2026-11-01`, both included. */
  readonly from: string;
  readonly to: string;
  readonly days: number;
  /** Null when the reference data have no calendar. */
  readonly workingDays: number | null;
}

/** A period beside the ones that it is compared with. */
export interface ComparedPeriods {
  readonly asked: ComparedPeriod;
  readonly previous: ComparedPeriod;
  readonly year: ComparedPeriod;
}

/** Figures whose cases can be listed one by one. */
export const CASE_FIGURES = [
  "accepted",
  "returned",
  "returnedByOperator",
  "ready",
  "declined",
  "issued",
  "withdrawn",
  "due",
  "delayed",
  "leadTime",
  "open",
  "ticketsIssued",
  "called",
  "served",
  "noShow",
  "left",
  "waitingTime",
  "withinNorm",
  "serviceTime",
] as const;
export type CaseFigure = (typeof CASE_FIGURES)[number];

/** An application or a ticket that a figure counts. Moments are RFC 3339, `seconds` what a duration's figure measures. */
export interface CountedCase {
  readonly kind: "application" | "ticket";
  readonly office: string;
  readonly id: string;
  readonly at: string | null;
  readonly service: string | null;
  readonly authority: string | null;
  /** Only for those who may see operators. */
  readonly operator: string | null;
  readonly due: string | null;
  readonly seconds: number | null;
}

/** The cases behind a figure. `complete` is false when there are more than are told. */
export interface CountedCases {
  readonly cases: readonly CountedCase[];
  readonly complete: boolean;
  /** The first date of which every record is still kept (`2026-11-01`); null when the period does not reach further back. */
  readonly keptSince: string | null;
}
