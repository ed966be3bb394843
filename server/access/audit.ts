import type { Act, Principal } from "../../shared/access.ts";

/** What the access to the centre itself tells the log, beside the acts. */
export const ACCESS_EVENTS = [
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
