import { ALERT_CAUSES, ALERT_KINDS, type AlertCause, type AlertKind } from "../../shared/alerts.ts";
import { numberOf, wordOf } from "../store/figures.ts";
import type { Entry } from "../store/rows.ts";

/** An alert as the live view tells it. */
export interface LiveAlert {
  readonly id: string;
  readonly office: string;
  readonly kind: AlertKind;
  readonly value: number | null;
  /** Of a value that is a time: the moment that it counts from. */
  readonly growing: number | null;
  readonly threshold: number;
  readonly since: number;
  readonly cause: AlertCause | null;
  readonly words: string | null;
  readonly action: string | null;
  readonly until: number | null;
}

/** The alert of a row; null when this page does not know its kind. */
export function liveAlert({ id, row }: Entry): LiveAlert | null {
  const slash = id.lastIndexOf("/");
  const kind = ALERT_KINDS.find((known) => known === id.slice(slash + 1));
  if (kind === undefined) return null;
  const cause = wordOf("alert", row, "cause");
  return {
    id: wordOf("alert", row, "id") ?? id,
    office: id.slice(0, slash),
    kind,
    value: numberOf("alert", row, "value"),
    growing: numberOf("alert", row, "growing"),
    threshold: numberOf("alert", row, "threshold") ?? 0,
    since: numberOf("alert", row, "since") ?? 0,
    cause: cause === null ? null : (ALERT_CAUSES.find((known) => known === cause) ?? "other"),
    words: wordOf("alert", row, "words"),
    action: wordOf("alert", row, "action"),
    until: numberOf("alert", row, "until"),
  };
}

/** Its value now, in the unit of its kind; null when it is not known. */
export function valueNow({ value, growing }: LiveAlert, now: number): number | null {
  return growing === null ? value : Math.max(0, now - growing) / 1000;
}
