import type { CountingIndex } from "../../shared/referenceIndex.ts";
import type { Holder } from "../../shared/stock.ts";
import { type Day, localDay } from "../../shared/time.ts";
import { type Application, clockStop } from "./application.ts";
import { lateKey } from "./cause.ts";
import { HOLDS } from "./daysUsed.ts";
import { NEVER } from "./moment.ts";
import type { OfficeState } from "./office.ts";
import { wayOf } from "./openApplication.ts";
import { AT } from "./row.ts";
import { workingDaysBetween } from "./workingDays.ts";

/** A time after the deadline: who had the application at the end of `from` until `to`; null: until now. */
export interface LateSpan {
  readonly holder: Holder;
  readonly from: Day;
  readonly to: Day | null;
}

/** In whose hands a delayed application lay from its deadline until its clock stopped, in local dates [O4]. */
export function lateSpans(application: Application, zone: string): LateSpan[] {
  const way = wayOf(application);
  const stop = clockStop(application);
  if (way === null || !application.duePassed || stop <= application.due) return [];
  const spans: LateSpan[] = [];
  let holder: Holder = "frontOffice";
  let from = localDay(Math.max(way.due - 1, way.accepted), zone);
  const give = (to: Day): void => {
    if (to <= from) return;
    spans.push({ holder, from, to });
    from = to;
  };
  for (const [at, step] of way.steps) {
    if (step === "ready" || HOLDS[step] === holder) continue;
    give(localDay(at, zone));
    holder = HOLDS[step];
  }
  if (stop === NEVER) spans.push({ holder, from, to: null });
  else give(localDay(stop, zone));
  return spans;
}

/**
 * Counts in whose hands an application lies after its deadline (sign 1), or takes it back (−1), on its due date. Dates are
 * kept and days are counted when they are asked for, so that the running ones grow by the clock and by the calendar alone.
 */
export function contributeLateDays(application: Application, { book, zone }: OfficeState, sign: number): void {
  const { acceptance, due } = application;
  if (acceptance === null || !application.duePassed || clockStop(application) <= due) return;
  for (const { holder, from, to } of lateSpans(application, zone))
    book.countCause(localDay(due - 1, zone), lateKey(holder, acceptance.matter, from, to), AT.delayed, sign);
}

/** The working days of a span; of one that still runs those up to `today`. */
export function daysOfSpan(counting: CountingIndex, { from, to }: Omit<LateSpan, "holder">, today: Day): number {
  return workingDaysBetween(counting, from, to === null ? today : Math.min(to, today));
}
