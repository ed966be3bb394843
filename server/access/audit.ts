import type { Act, Principal } from "../../shared/access.ts";
import type { AuditPage, AuditView } from "../../shared/accessAnswers.ts";
import { type Day, localDay } from "../../shared/time.ts";

/** What the access to the centre itself tells the log, beside the acts. */
const ACCESS_EVENTS = [
  "signed-in",
  "sign-in-refused",
  "signed-out",
  "changed-password",
  "created-account",
  "disabled-account",
  "enabled-account",
  "reset-password",
  "opened-screen",
  "closed-screen",
] as const;
export type AccessEvent = (typeof ACCESS_EVENTS)[number];

/** One thing that somebody did, and about whom. */
export interface AuditEntry {
  readonly by: Principal;
  readonly act: Act | AccessEvent;
  /** What was looked at, exported or changed: an address, an account, a target with its old and new value. */
  readonly what: string;
  /** The place that it is about, as far as it is about one. */
  readonly region?: string | null;
  readonly office?: string | null;
  /** The operator whose figures they are, when it is one. */
  readonly operator?: string | null;
}

/** Takes down who did what. Nothing in it is ever changed; entries stay for 13 months at least. */
export interface Audit {
  /** Takes it down; the same look by the same person within ten minutes once only. @throws RedisAwayError */
  record(entry: AuditEntry): Promise<void>;
}

/** How long the same look is taken down once only, seconds. */
export const SAME_LOOK_SECONDS = 600;

/** Whether an entry is a look, which a page repeats by itself, and not a deed. */
export function isLook(entry: AuditEntry): boolean {
  return entry.act.startsWith("see-");
}

/** What makes two looks the same. */
export function lookOf({ by, act, what, office, operator }: AuditEntry): string {
  return [by.id, act, what, office ?? "", operator ?? ""].join("|");
}

/** Which entries are asked for; what is absent or null limits nothing. */
export interface AuditQuestion {
  /** Only what is older than the entry of this id. */
  readonly before: string | null;
  readonly limit: number;
  readonly region: string | null;
  readonly office: string | null;
  /** Only looks of others at this operator of this office, or at all operators of it. */
  readonly about: { readonly office: string | null; readonly operator: string | null } | null;
  /** Part of the account's id or of the person's name. */
  readonly who?: string | null;
  readonly act?: string | null;
  /** Dates of the wall's zone, both included. */
  readonly from?: Day | null;
  readonly to?: Day | null;
}

/** The log, to be read. */
export interface AuditLog extends Audit {
  /** The newest first. @throws RedisAwayError */
  list(question: AuditQuestion): Promise<AuditPage>;
}

const INDIVIDUAL: readonly string[] = ["see-operators", "see-own"];

/** Whether an entry is among those asked for; `zone` is that of the dates. */
export function isAskedFor(entry: AuditView, question: AuditQuestion, zone: string): boolean {
  const { region, office, about, who = null, act = null, from = null, to = null } = question;
  if (office !== null ? entry.office !== office : region !== null && entry.region !== region) return false;
  if (act !== null && entry.act !== act) return false;
  if (who !== null && !`${entry.by.id} ${entry.by.name}`.toLowerCase().includes(who.toLowerCase())) return false;
  const day = from === null && to === null ? 0 : localDay(entry.at, zone);
  if ((from !== null && day < from) || (to !== null && day > to)) return false;
  if (about === null) return true;
  return INDIVIDUAL.includes(entry.act) && (entry.operator === null || entry.operator === about.operator);
}
