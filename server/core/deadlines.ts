import type { Norm, Service } from "../../shared/reference.ts";
import { validOn } from "../../shared/reference.ts";
import type { CountingIndex, ReferenceIndex } from "../../shared/referenceIndex.ts";
import { type Day, dayStart, localDay } from "../../shared/time.ts";
import { addWorkingDays, workingDayFrom } from "./calendar.ts";

/** The variant of a norm that an application has when it names none. */
const NORMAL_VARIANT = "normal";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

type Term = Pick<Norm, "unit" | "amount" | "roll">;

/** The same day of a later month, or that month's last day where it is shorter. */
function addMonths(day: Day, amount: number): Day {
  const date = new Date(day * DAY_MS);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + amount;
  const lastOfMonth = Date.UTC(year, month + 1, 0) / DAY_MS;
  return Math.min(Date.UTC(year, month, 1) / DAY_MS + date.getUTCDate() - 1, lastOfMonth);
}

/**
 * The due date of a norm counted in days or months: the day of acceptance is day 0; calendar days and months run on
 * over days off and, when the norm rolls, end on a working day. Null for minutes and hours, which know no date.
 */
export function dueDay(norm: Term, counting: CountingIndex, accepted: Day): Day | null {
  switch (norm.unit) {
    case "working-day":
      return addWorkingDays(counting, accepted, norm.amount);
    case "calendar-day":
    case "month": {
      const last = norm.unit === "month" ? addMonths(accepted, norm.amount) : accepted + norm.amount;
      return norm.roll ? workingDayFrom(counting, last) : last;
    }
    case "minute":
    case "hour":
      return null;
  }
}

/**
 * The due moment (epoch ms) of an application accepted at `acceptedMs` (epoch ms): for days and months 24:00 of the due
 * date on the clocks of `zone` (IANA) as they stood on that date; for minutes and hours that long after acceptance.
 */
export function dueMoment(norm: Term, counting: CountingIndex, acceptedMs: number, zone: string): number {
  const day = dueDay(norm, counting, localDay(acceptedMs, zone));
  if (day !== null) return dayStart(day + 1, zone);
  return acceptedMs + norm.amount * (norm.unit === "hour" ? HOUR_MS : MINUTE_MS);
}

/** The norm of a service and variant (`normal` when null) that held on the local date of acceptance; null: none did. */
export function normFor(service: Service, variant: string | null, accepted: Day): Norm | null {
  const wanted = variant ?? NORMAL_VARIANT;
  return service.norms.find((norm) => norm.variant === wanted && validOn(norm, accepted)) ?? null;
}

/**
 * The deadline (epoch ms) that the reference data give an application, or null when the service, the variant or a norm
 * for that date is unknown. It is asked once, at acceptance, and kept: later norms and calendars never move it.
 */
export function deadlineFor(
  index: ReferenceIndex,
  serviceId: string,
  variant: string | null | undefined,
  acceptedMs: number,
  zone: string,
): number | null {
  const service = index.services.get(serviceId);
  if (!service) return null;
  const norm = normFor(service, variant ?? null, localDay(acceptedMs, zone));
  const counting = norm && index.counting.get(norm.calendar);
  return norm && counting ? dueMoment(norm, counting, acceptedMs, zone) : null;
}

/** The end (epoch ms) of the second working day after the local date of `now`: what is due by then is due soon. */
export function dueSoonUntil(counting: CountingIndex, now: number, zone: string): number {
  return dayStart(addWorkingDays(counting, localDay(now, zone), 2) + 1, zone);
}
