import type { Day } from "../../shared/time.ts";
import { type Lead, noLead } from "./operatorDay.ts";

/** One day with acts of an operator, and the ends with which it begins. */
export interface Vertebra {
  readonly day: Day;
  lead: Lead;
}

/**
 * The days on which an operator acted, in order: an interval that a day leaves open ends where the next of these days
 * begins with its end, however far that is.
 */
export interface OperatorSpine {
  readonly operator: string;
  readonly days: Vertebra[];
}

/** An operator who has never acted. */
export function newSpine(operator: string): OperatorSpine {
  return { operator, days: [] };
}

/** Index of the first vertebra not before `day`. */
export function placeOf(spine: OperatorSpine, day: Day): number {
  let at = spine.days.length;
  while (at > 0 && (spine.days[at - 1] as Vertebra).day >= day) at -= 1;
  return at;
}

/** Whether two leads end the same intervals at the same moments. */
export function sameLead(a: Lead, b: Lead): boolean {
  return a.out === b.out && a.resume === b.resume;
}

/** The lead of the first day after `day`, none when there is no such day. */
export function leadAfter(spine: OperatorSpine, day: Day): Lead {
  const at = placeOf(spine, day + 1);
  return spine.days[at]?.lead ?? noLead();
}

/** The last day of acts before `day`, null when there is none. */
export function dayBefore(spine: OperatorSpine, day: Day): Day | null {
  return spine.days[placeOf(spine, day) - 1]?.day ?? null;
}
