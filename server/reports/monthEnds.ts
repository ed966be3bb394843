import { type Day, localDay } from "../../shared/time.ts";
import type { Month } from "../core/reportMonth.ts";
import { CENTRE_ZONE } from "./makeReport.ts";
import type { ReportDeps } from "./reportDeps.ts";

/** The centre's date of now. */
export function todayOf({ clock }: Pick<ReportDeps, "clock">): Day {
  return localDay(clock.now(), CENTRE_ZONE);
}

/** Whether a month is over in every office. */
export function isOver({ clock, index }: Pick<ReportDeps, "clock" | "index">, month: Month): boolean {
  const now = clock.now();
  return [...index.offices.values()].every(({ zone }) => localDay(now, zone) > month.to);
}

/** The day on which a month closes by itself; null: only by hand. */
export function closesOn({ closingDay }: Pick<ReportDeps, "closingDay">, month: Month): Day | null {
  return closingDay === 0 ? null : month.to + closingDay;
}
