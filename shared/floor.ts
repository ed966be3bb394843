import type { StaffRole } from "./reference.ts";

/** What a target is about: documents accepted in a day, or clients after whom an operator may leave early. */
export const TARGET_KINDS = ["documents-a-day", "early-leave"] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];
/** Whom a target is set for. */
export const TARGET_ROLES = ["operator", "consultant", "supervisor"] as const satisfies readonly StaffRole[];

/** A target as somebody set it: it holds from its date until a later one does. Null as amount: no target from then on. */
export interface TargetRecord {
  readonly kind: TargetKind;
  readonly role: StaffRole;
  readonly amount: number | null;
  /** Office-local date, `2026-11-23`. */
  readonly from: string;
  /** Epoch ms, and who; null for what the reference data bring. */
  readonly setAt: number | null;
  readonly setBy: string | null;
  readonly source: string | null;
}

/** The targets that hold on a date. */
export type Targets = Readonly<Record<TargetKind, number | null>>;

/** Free time at the desk in seconds: while nobody waited in the office, and while people waited. */
export interface Demand {
  readonly nobodyWaiting: number;
  readonly peopleWaiting: number;
}

/** How the work of a day stands against its target, with demand. The words are not in an order of merit. */
export const VERDICTS = ["reached", "on-the-way", "nobody-waited", "people-waited"] as const;
export type TargetVerdict = (typeof VERDICTS)[number];

/** What a verdict rests on. Times in seconds; null is not known. */
export interface Pace {
  readonly accepted: number | null;
  readonly target: number | null;
  /** At the desk, pauses included. */
  readonly signedIn: number | null;
  /** How long the shift is in which the target is to be reached. */
  readonly shift: number;
  readonly demand: Demand | null;
}

/**
 * The verdict [M4]: the yardstick is the target's share for the time at the desk, less what chance alone makes of it, which
 * is nothing any more when the shift is over. Who is below it stood below while nobody
 * waited when the time without anybody to serve, taken out of the yardstick, explains it; else while people waited.
 * Null: there is no target, or something is not known.
 */
export function verdictOf({ accepted, target, signedIn, shift, demand }: Pace): TargetVerdict | null {
  if (accepted === null || target === null) return null;
  if (accepted >= target) return "reached";
  if (signedIn === null || signedIn <= 0 || shift <= 0) return null;
  const due = (time: number) => {
    const part = Math.min(1, Math.max(0, time) / shift);
    return Math.floor(target * part - Math.sqrt(target * part * (1 - part)));
  };
  if (accepted >= due(signedIn)) return "on-the-way";
  if (demand === null) return null;
  const withClients = Math.min(signedIn, shift) - demand.nobodyWaiting;
  return accepted >= due(withClients) ? "nobody-waited" : "people-waited";
}

/** A call for help: made in the product, or a pause at the desk with the reason `help`. Moments are epoch ms. */
export interface HelpCall {
  readonly id: string;
  readonly operator: string;
  readonly desk: string | null;
  readonly at: number;
  /** Whether it was told by the desk's system, or made here. */
  readonly source: "desk" | "centre";
  readonly answeredAt: number | null;
  readonly answeredBy: string | null;
  /** No longer needed. */
  readonly withdrawnAt: number | null;
}

/** Why a timing is said to be wrong. */
export const DISPUTE_REASONS = [
  "system-stood-still",
  "closed-too-late",
  "not-my-ticket",
  "pause-missing",
  "other",
] as const;
export type DisputeReason = (typeof DISPUTE_REASONS)[number];
export const DISPUTE_ANSWERS = ["agreed", "declined"] as const;
export type DisputeAnswer = (typeof DISPUTE_ANSWERS)[number];

/** That a timing is wrong, as its operator says. `subject` names the timing: `ticket:<id>` or `act:<epoch ms>`. */
export interface Dispute {
  readonly id: string;
  readonly operator: string;
  /** The office-local date that the timing is of. */
  readonly day: string;
  readonly subject: string;
  readonly reason: DisputeReason;
  readonly note: string;
  readonly at: number;
  readonly withdrawnAt: number | null;
  readonly answer: {
    readonly answer: DisputeAnswer;
    readonly note: string;
    readonly at: number;
    readonly by: string;
  } | null;
}

/** Whether a dispute makes its timing count as inaccurate [M6]: unless it was withdrawn or declined. */
export function stands({ withdrawnAt, answer }: Dispute): boolean {
  return withdrawnAt === null && answer?.answer !== "declined";
}

/** How many timings there are and how many of them are said to be wrong. */
export interface Inaccurate {
  readonly disputed: number;
  readonly timings: number;
}

/** One operator on the floor, beside the live row: the targets of the role and the demand. */
export interface FloorOperator {
  readonly role: StaffRole;
  readonly desk: string | null;
  /** Seconds of the shift. */
  readonly shift: number;
  readonly targets: Targets;
  readonly demand: Demand | null;
}

/** The answer of `GET /api/floor`. */
export interface FloorAnswer {
  readonly office: string;
  readonly day: string;
  /** Epoch ms of the demand; null when it is not known. */
  readonly asOf: number;
  readonly operators: Readonly<Record<string, FloorOperator>>;
  readonly help: readonly HelpCall[];
  /** Those of the last days that are neither withdrawn nor answered, the oldest first. */
  readonly disputes: readonly Dispute[];
  readonly inaccurate: Inaccurate;
}
