import { DASH } from "../format.ts";

const NBSP = "\u00a0";

/** Seconds as `3 h 10 min`, under an hour as `48 min`: for spans that people add up by the clock. */
export function hoursAndMinutes(
  seconds: number | null,
  units: { readonly hours: string; readonly minutes: string },
): string {
  if (seconds === null) return DASH;
  const minutes = Math.floor(Math.max(0, seconds) / 60);
  const rest = `${minutes % 60}${NBSP}${units.minutes}`;
  return minutes < 60 ? rest : `${Math.floor(minutes / 60)}${NBSP}${units.hours} ${rest}`;
}
