import type { Office } from "../../shared/reference.ts";
import { isOpen, openingHours, type ReferenceIndex } from "../../shared/referenceIndex.ts";
import { localDay, momentAt } from "../../shared/time.ts";

/** An office is silent when it is open and nothing, not even a heartbeat, came for this long, ms. */
export const SILENCE_MS = 180_000;

/**
 * Since when (epoch ms) an office is silent, or null: it is closed, or something came lately. The time before it opened
 * does not count.
 * @param lastArrival when the last event came, epoch ms on the centre's clock; 0 for never
 */
export function silentSince(office: Office, lastArrival: number, now: number, index: ReferenceIndex): number | null {
  if (now - lastArrival < SILENCE_MS) return null;
  if (!isOpen(office, now, index)) return null;
  const day = localDay(now, office.zone);
  const hours = openingHours(office, day, index);
  const opened = hours === null ? now : momentAt(day, hours.open, office.zone);
  const since = Math.max(lastArrival, opened);
  return now - since >= SILENCE_MS ? since : null;
}
