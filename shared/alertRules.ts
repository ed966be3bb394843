import type { AlertKind } from "./alerts.ts";

/** In what a value of an alert is counted. */
export type AlertUnit = "seconds" | "share" | "count";
/**
 * By what a setting is multiplied to become a threshold of an office: its norm of waiting (s), its desks (at least
 * four), a minute, or nothing.
 */
export type AlertScale = "norm" | "desks" | "minute" | "one";

/** When an alert is raised and cleared, in the scale of its kind. */
export interface AlertSetting {
  readonly on: boolean;
  /** Reached or passed: something is wrong. */
  readonly raise: number;
  /** At or under it: all is well again; always below `raise`, so that a value between them changes nothing. */
  readonly clear: number;
  /** For how many minutes it must hold before it is told, and before it is told that it is over. */
  readonly minutes: number;
}

/** What is fixed about a kind: its unit, its scale, what stands when nobody set anything, and what can be set. */
export interface AlertKindRule {
  readonly unit: AlertUnit;
  readonly scale: AlertScale;
  readonly setting: AlertSetting;
  /** The lowest and the highest `raise`. */
  readonly range: readonly [number, number];
  /** Cases below which nothing is said. */
  readonly fewest: number;
  /** The lowest step of a setting. */
  readonly step: number;
}

const on = (raise: number, clear: number, minutes: number): AlertSetting => ({ on: true, raise, clear, minutes });

/** Rules G1–G7 of `rules.md`. */
export const ALERT_RULES: Readonly<Record<AlertKind, AlertKindRule>> = {
  silent: { unit: "seconds", scale: "minute", setting: on(5, 1, 1), range: [3, 240], fewest: 0, step: 1 },
  "longest-wait": { unit: "seconds", scale: "norm", setting: on(2, 1.5, 3), range: [0.5, 20], fewest: 0, step: 0.1 },
  "queue-growth": { unit: "count", scale: "desks", setting: on(1.5, 0.5, 10), range: [0.2, 20], fewest: 0, step: 0.1 },
  left: { unit: "share", scale: "one", setting: on(0.15, 0.1, 10), range: [0.01, 1], fewest: 30, step: 0.01 },
  occupancy: { unit: "share", scale: "one", setting: on(0.97, 0.88, 30), range: [0.5, 1], fewest: 0, step: 0.01 },
  overdue: { unit: "share", scale: "one", setting: on(0.1, 0.06, 15), range: [0.001, 1], fewest: 20, step: 0.005 },
  "missing-events": { unit: "count", scale: "one", setting: on(10, 0, 15), range: [1, 100_000], fewest: 0, step: 1 },
};

/** The longest time that a value must hold, minutes. */
export const MOST_MINUTES = 240;

/** What an office is scaled by. */
export interface Scaled {
  readonly waitNormSeconds: number;
  readonly desks: number;
}

/** How much one of a setting is at an office, in the unit of the kind. */
export function scaleOf(kind: AlertKind, office: Scaled): number {
  switch (ALERT_RULES[kind].scale) {
    case "norm":
      return office.waitNormSeconds;
    case "desks":
      return Math.max(4, office.desks);
    case "minute":
      return 60;
    case "one":
      return 1;
  }
}

/** What is wrong with a setting: the field, and the remedy in a code that has words; null when nothing is. */
export type SettingFault = {
  readonly field: "raise" | "clear" | "minutes";
  readonly remedy: "range" | "below-raise" | "minutes";
};

/** Checks a setting that somebody wants, on both sides of the wire. */
export function faultOf(kind: AlertKind, { raise, clear, minutes }: AlertSetting): SettingFault | null {
  const [lowest, highest] = ALERT_RULES[kind].range;
  if (!(raise >= lowest && raise <= highest)) return { field: "raise", remedy: "range" };
  if (!(clear >= 0 && clear < raise)) return { field: "clear", remedy: "below-raise" };
  if (!(Number.isInteger(minutes) && minutes >= 0 && minutes <= MOST_MINUTES))
    return { field: "minutes", remedy: "minutes" };
  return null;
}

/** A setting that somebody made for a place (`country`, a region or an office), and when it holds from. */
export interface PlacedSetting extends AlertSetting {
  readonly place: string;
  readonly kind: AlertKind;
  /** Epoch ms. */
  readonly at: number;
  readonly by: { readonly role: string };
}

/** One change of a rule: null settings mean "as the place above it says". */
export interface RuleChange {
  readonly place: string;
  readonly kind: AlertKind;
  readonly before: AlertSetting | null;
  readonly after: AlertSetting | null;
  readonly at: number;
  readonly by: PlacedSetting["by"];
}

/** A rule as it holds at a place, and where it was set: `default`, `country`, a region's or an office's id. */
export interface EffectiveRule extends AlertSetting {
  readonly kind: AlertKind;
  readonly from: string;
}

/** The answer of `GET /api/alert-rules`. */
export interface AlertRulesAnswer {
  readonly place: string;
  readonly rules: readonly EffectiveRule[];
  readonly changes: readonly RuleChange[];
}

/** The key of a setting among all. */
export function settingKey(place: string, kind: AlertKind): string {
  return `${place}|${kind}`;
}

/** The rule of a kind at a place: that of the office before its region's, before the country's, before the default. */
export function effectiveRule(
  settings: ReadonlyMap<string, AlertSetting>,
  kind: AlertKind,
  region: string | null,
  office: string | null,
): EffectiveRule {
  for (const place of settings.size === 0 ? [] : [office, region, "country"]) {
    const set = place === null ? undefined : settings.get(settingKey(place, kind));
    if (set !== undefined && place !== null)
      return { kind, from: place, on: set.on, raise: set.raise, clear: set.clear, minutes: set.minutes };
  }
  return { kind, from: "default", ...ALERT_RULES[kind].setting };
}
