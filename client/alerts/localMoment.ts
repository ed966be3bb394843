import { DAY_MS, formatDay, localDay, momentAt, parseDay, zoneOffset } from "../../shared/time.ts";

/** A moment (epoch ms) as a field for date and time shows it on the clocks of a zone: `2026-11-23T15:00`. */
export function toField(moment: number, zone: string): string {
  const day = localDay(moment, zone);
  const minutes = Math.floor((moment + zoneOffset(zone, moment) - day * DAY_MS) / 60_000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${formatDay(day)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The moment that such a field names on the clocks of a zone; null while it is not complete. */
export function fromField(text: string, zone: string): number | null {
  const [date, time] = text.split("T");
  const day = parseDay(date ?? "");
  const clock = /^(\d\d):(\d\d)/.exec(time ?? "");
  return day === null || clock === null ? null : momentAt(day, Number(clock[1]) * 60 + Number(clock[2]), zone);
}

/** The evening of the running day, or of that `after` so many days: 20:00 on the clocks of a zone. */
export function evening(now: number, zone: string, after: number): number {
  return momentAt(localDay(now, zone) + after, 20 * 60, zone);
}
