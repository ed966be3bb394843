import { ALERT_RULES, type AlertSetting } from "../../shared/alertRules.ts";
import type { AlertKind } from "../../shared/alerts.ts";
import type { Format } from "../format.ts";
import type { RuleWords } from "./ruleWords.ts";

/** In what the setting of a kind is written. */
export function unitOf(kind: AlertKind): keyof RuleWords["units"] {
  const { scale, unit } = ALERT_RULES[kind];
  return scale === "one" ? (unit === "share" ? "share" : "count") : scale;
}

/** A figure of a setting as its field shows it: shares as per cent. */
export function toShown(kind: AlertKind, value: number): number {
  return unitOf(kind) === "share" ? Math.round(value * 1e5) / 1e3 : value;
}

/** The figure that a field shows, as it is set. */
export function fromShown(kind: AlertKind, shown: number): number {
  return unitOf(kind) === "share" ? Math.round(shown * 1e3) / 1e5 : shown;
}

function plain(format: Format, value: number): string {
  return format.decimal(value, Number.isInteger(value) ? 0 : Number.isInteger(value * 10) ? 1 : 2);
}

/** A figure of a setting in words: `2 × norm of waiting`, `15 %`, `5 min`. */
export function writeSetting(format: Format, words: RuleWords, kind: AlertKind, value: number): string {
  const unit = unitOf(kind);
  if (unit === "share") return format.percent(value);
  return unit === "count" ? plain(format, value) : `${plain(format, value)}\u00a0${words.units[unit]}`;
}

/** For how long a value must hold, always in minutes: 0 is "at once". */
export function writeMinutes(format: Format, words: RuleWords, minutes: number): string {
  return `${format.count(minutes)}\u00a0${words.units.minute}`;
}

/** A whole setting in short, for the list of changes. */
export function writeShort(format: Format, words: RuleWords, kind: AlertKind, setting: AlertSetting | null): string {
  if (setting === null) return words.asAbove;
  if (!setting.on) return words.off;
  const [raise, clear] = [setting.raise, setting.clear].map((value) => writeSetting(format, words, kind, value));
  return `${raise} / ${clear} / ${writeMinutes(format, words, setting.minutes)}`;
}
