import { type Pace, type TargetVerdict, verdictOf } from "../../shared/floor.ts";

/** A day of an operator that is over: what was done, the target that held on it, and the demand. */
export interface WorkedDay extends Pace {
  readonly served: number | null;
}

/** How a month or a day stands against its target; null: not known, or there is no target. */
export type MonthVerdict = TargetVerdict | null;

/** A month of an operator against the targets of its days. Times in seconds; null is not known. */
export interface OperatorMonth {
  readonly operator: string;
  readonly days: number;
  readonly targetDays: number;
  readonly servedPerDay: number | null;
  readonly acceptedPerDay: number | null;
  /** The mean of the targets over the days that had one. */
  readonly targetPerDay: number | null;
  /** Days whose demand is known, and the free time of those days. */
  readonly demandDays: number;
  readonly nobodyWaiting: number | null;
  readonly peopleWaiting: number | null;
  readonly verdicts: Readonly<Record<TargetVerdict | "unknown", number>>;
  readonly verdict: MonthVerdict;
}

/** The sum of what is known of each day; null when it is not known of one, or there is none. */
function sum(days: readonly WorkedDay[], of: (day: WorkedDay) => number | null): number | null {
  let all = 0;
  for (const day of days) {
    const value = of(day);
    if (value === null) return null;
    all += value;
  }
  return days.length === 0 ? null : all;
}

function mean(total: number | null, days: number): number | null {
  return total === null || days === 0 ? null : total / days;
}

/** The month as a whole by the yardstick of a day [M4], over the days that had a target. */
function wholeVerdict(days: readonly WorkedDay[]): MonthVerdict {
  const nobodyWaiting = sum(days, ({ demand }) => demand?.nobodyWaiting ?? null);
  const peopleWaiting = sum(days, ({ demand }) => demand?.peopleWaiting ?? null);
  return verdictOf({
    accepted: sum(days, ({ accepted }) => accepted),
    target: sum(days, ({ target }) => target),
    signedIn: sum(days, ({ signedIn, shift }) => (signedIn === null ? null : Math.min(signedIn, shift))),
    shift: sum(days, ({ shift }) => shift) ?? 0,
    demand: nobodyWaiting === null || peopleWaiting === null ? null : { nobodyWaiting, peopleWaiting },
  });
}

/** The month of an operator of the days worked [R9]. */
export function operatorMonth(operator: string, days: readonly WorkedDay[]): OperatorMonth {
  const aimed = days.filter(({ target }) => target !== null);
  const known = days.filter(({ demand }) => demand !== null);
  const verdicts = { reached: 0, "on-the-way": 0, "nobody-waited": 0, "people-waited": 0, unknown: 0 };
  for (const day of aimed) verdicts[verdictOf(day) ?? "unknown"] += 1;
  return {
    operator,
    days: days.length,
    targetDays: aimed.length,
    servedPerDay: mean(
      sum(days, ({ served }) => served),
      days.length,
    ),
    acceptedPerDay: mean(
      sum(days, ({ accepted }) => accepted),
      days.length,
    ),
    targetPerDay: mean(
      sum(aimed, ({ target }) => target),
      aimed.length,
    ),
    demandDays: known.length,
    nobodyWaiting: sum(known, ({ demand }) => demand?.nobodyWaiting ?? null),
    peopleWaiting: sum(known, ({ demand }) => demand?.peopleWaiting ?? null),
    verdicts,
    verdict: wholeVerdict(aimed),
  };
}
