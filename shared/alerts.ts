/** What can go wrong at an office so that somebody is told; the order is that of the lists. */
export const ALERT_KINDS = [
  "silent",
  "longest-wait",
  "queue-growth",
  "left",
  "occupancy",
  "overdue",
  "missing-events",
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Why it went wrong, as the local manager says. */
export const ALERT_CAUSES = [
  "staff-absent",
  "many-visitors",
  "system-fault",
  "authority-system",
  "line-cut",
  "power-cut",
  "repair",
  "training",
  "weather",
  "rule-change",
  "closed-by-order",
  "other",
] as const;
export type AlertCause = (typeof ALERT_CAUSES)[number];

/** Lengths of what somebody writes, in characters. */
export const MOST_WORDS = 300;
/** An explanation holds at most so long, ms: what lasts longer is explained anew. */
export const LONGEST_EXPLANATION_MS = 92 * 86_400_000;

/** Who said something, by the role alone: it is shown on walls. The audit log knows the account. */
export interface Author {
  readonly role: string;
}

/** What was said at one time: cause, own words, what is being done, from when until when (epoch ms). */
export interface ExplanationText {
  readonly cause: AlertCause;
  readonly words: string;
  readonly action: string;
  readonly from: number;
  readonly until: number;
}

/** An explanation as it stands, with what was said before. It covers the alerts of its place while it holds. */
export interface Explanation extends ExplanationText {
  readonly id: string;
  readonly region: string;
  /** Null: for every office of the region. */
  readonly office: string | null;
  /** Of this kind of alert alone; null: of every kind. */
  readonly kind: AlertKind | null;
  /** The alert that it was said to; null: said beforehand. */
  readonly alert: string | null;
  readonly by: Author;
  /** Epoch ms. */
  readonly at: number;
  /** When it was taken back, epoch ms; null: it was not. */
  readonly withdrawn: number | null;
  /** The newest last. */
  readonly earlier: readonly (ExplanationText & { readonly by: Author; readonly at: number })[];
}

/** Why an alert is over: the value fell, or there was nothing to measure any more (closed, a new day, switched off). */
export type AlertEnd = "below" | "over";

/** One alert from its raising to its clearing. Moments are epoch ms, values in the unit of its kind. */
export interface Alert {
  readonly id: string;
  readonly kind: AlertKind;
  readonly office: string;
  readonly region: string;
  /** When the threshold was crossed. */
  readonly since: number;
  readonly raised: number;
  readonly value: number;
  readonly threshold: number;
  /** The worst value so far. */
  readonly peak: number;
  readonly cleared: number | null;
  readonly end: AlertEnd | null;
}

/** An alert as it is shown: with its value now (null: not known, or over), and what was said to it. */
export interface ShownAlert extends Alert {
  readonly now: number | null;
  readonly explanation: Explanation | null;
}

/** The answer of `GET /api/alerts`: open ones first, then the latest. */
export interface AlertsAnswer {
  readonly asOf: number;
  readonly alerts: readonly ShownAlert[];
  /** Whether there are more than are listed. */
  readonly more: boolean;
}

/** The answer of `GET /api/explanations`. */
export interface ExplanationsAnswer {
  readonly asOf: number;
  readonly explanations: readonly Explanation[];
}

/** Whether an explanation holds at a moment. */
function holdsAt({ from, until, withdrawn }: Explanation, moment: number): boolean {
  return from <= moment && moment < until && (withdrawn === null || moment < withdrawn);
}

/** Whether an explanation is about a kind of alert at an office. */
function isAbout(explanation: Explanation, office: string, region: string, kind: AlertKind): boolean {
  const here = explanation.office === null ? explanation.region === region : explanation.office === office;
  return here && (explanation.kind === null || explanation.kind === kind);
}

/**
 * What explains an alert: of an open one what holds now, of a past one what held while it stood; the nearest first
 * (said to it, of its office and kind, of its office, of its region), of equals the latest.
 */
export function explanationOf(alert: Alert, all: readonly Explanation[], now: number): Explanation | null {
  const covers = (each: Explanation): boolean => {
    if (!isAbout(each, alert.office, alert.region, alert.kind)) return false;
    if (alert.cleared === null) return holdsAt(each, now);
    if (each.withdrawn !== null) return false;
    return each.alert === alert.id || (each.from < alert.cleared && alert.raised < each.until);
  };
  const nearness = (each: Explanation): number =>
    (each.alert === alert.id ? 4 : 0) + (each.office === null ? 0 : 2) + (each.kind === null ? 0 : 1);
  return all.filter(covers).sort((a, b) => nearness(b) - nearness(a) || b.at - a.at)[0] ?? null;
}
