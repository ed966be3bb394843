import { ALERT_RULES } from "../../shared/alertRules.ts";
import type { AlertKind } from "../../shared/alerts.ts";
import { localDay } from "../../shared/time.ts";
import type { Format } from "../format.ts";

/** A value of an alert in the unit of its kind, as text. */
export function writeValue(format: Format, kind: AlertKind, value: number | null): string {
  switch (ALERT_RULES[kind].unit) {
    case "seconds":
      return format.duration(value);
    case "share":
      return format.percent(value);
    case "count":
      return format.count(value === null ? null : Math.round(value));
  }
}

/** A moment on the clocks of a zone: the time alone on the running day, the date before it on another. */
export function writeMoment(format: Format, moment: number, now: number, zone: string): string {
  const day = localDay(moment, zone);
  const time = format.clock(moment, zone);
  return day === localDay(now, zone) ? time : `${format.date(day)}, ${time}`;
}
