import { zoneOffset } from "../../shared/time.ts";
import { NEVER } from "../core/moment.ts";

/** A moment (epoch ms) on the clocks of a zone as RFC 3339 with its offset: `2026-11-23T09:41:07.250+05:00`; null: never. */
export function localMoment(moment: number, zone: string): string | null {
  if (moment === NEVER) return null;
  const offset = zoneOffset(zone, moment);
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const wall = new Date(moment + offset).toISOString().slice(0, -1).replace(".000", "");
  return `${wall}${offset < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}
