import type { Coverage } from "./statistics.ts";

/** How far an application in hand is: at the desk, on its way, at its authority, sent back, waiting to be handed over. */
export const STAGES = ["accepted", "sent", "received", "returned", "ready"] as const;
export type Stage = (typeof STAGES)[number];

/** The stages in which the front office holds the application; in the others its authority does. */
export const FRONT_STAGES: readonly Stage[] = ["accepted", "returned", "ready"];

/** When its deadline falls: it has passed, today, within two working days, later; there is none, or the clock has stopped. */
export const BUCKETS = ["overdue", "today", "soon", "later", "none", "stopped"] as const;
export type Bucket = (typeof BUCKETS)[number];

/** Whose days they are. */
export const HOLDERS = ["frontOffice", "authority", "applicant"] as const;
export type Holder = (typeof HOLDERS)[number];

/** Working days by whose they are. */
export type DaysUsed = Readonly<Record<Holder, number>>;

/** Whose days an outage of an office takes: an authority has its own systems, and no explanation names it. */
export const OUTAGE_HOLDERS = ["frontOffice", "applicant"] as const;
export type OutageHolder = (typeof OUTAGE_HOLDERS)[number];

/** Of some working days those of an outage, by who had the application. */
export type DaysInOutage = Readonly<Record<OutageHolder, number>>;

/** Applications in hand: how many, how urgent, how old. Ages are working days since acceptance; null: there are none. */
export interface StockCount {
  readonly n: number;
  readonly overdue: number;
  readonly today: number;
  readonly soon: number;
  readonly ageP50: number | null;
  readonly ageOldest: number | null;
}

/** The applications whose deadline has passed while the clock runs, and whose their days are. */
export interface DelayLedger {
  readonly applications: number;
  /** The working days after the deadline. */
  readonly delayed: DaysUsed;
  /** Of these, those of an outage of the office. */
  readonly outage: DaysInOutage;
  /** All working days since acceptance, those after the deadline included. */
  readonly used: DaysUsed;
}

/** What lies with one authority's applications, by stage. */
export interface AuthorityStock {
  readonly authority: string;
  /** While the clock runs: all stages but `ready`. */
  readonly running: StockCount;
  readonly stages: Readonly<Record<Stage, StockCount>>;
  readonly ledger: DelayLedger;
}

/** Lowest and highest age of a band, working days; null: without an end. */
export interface AgeBand {
  readonly from: number;
  readonly to: number | null;
  readonly frontOffice: number;
  readonly authority: number;
}

export interface StockAnswer {
  readonly region: string | null;
  readonly office: string | null;
  /** The moment (RFC 3339) that everything is counted at. */
  readonly asOf: string;
  readonly coverage: Coverage;
  readonly running: StockCount;
  readonly stages: Readonly<Record<Stage, StockCount>>;
  readonly bands: readonly AgeBand[];
  /** In the order of their ids. */
  readonly authorities: readonly AuthorityStock[];
  readonly ledger: DelayLedger;
  /** The regions of the country, the offices of a region: what runs there. */
  readonly places: readonly (StockCount & { readonly id: string })[];
}

/** One application in hand. */
export interface StockItem {
  readonly office: string;
  readonly application: string;
  readonly service: string;
  readonly authority: string;
  readonly stage: Stage;
  /** RFC 3339. */
  readonly accepted: string;
  /** Since when it is at this stage (RFC 3339). */
  readonly since: string;
  /** Working days since acceptance, until the clock stopped or now. */
  readonly age: number;
  /** RFC 3339, null when there is none. */
  readonly deadline: string | null;
  readonly bucket: Bucket;
  /** Working days after the deadline. */
  readonly late: number;
  readonly used: DaysUsed;
}

export interface StockListAnswer {
  readonly asOf: string;
  /** How many there are in all. */
  readonly total: number;
  /** The earliest deadline first; those without one last. */
  readonly items: readonly StockItem[];
  /** The `after` of the next page, null at the end. */
  readonly next: string | null;
}

/** What anybody may know who has the number: nothing else. Status and deadline are null for a number that is not known. */
export interface TrackAnswer {
  readonly status: "under-review" | "returned" | "ready" | "declined" | "issued" | "withdrawn" | null;
  /** RFC 3339, null when there is none or nothing is known. */
  readonly deadline: string | null;
  readonly asOf: string;
}
