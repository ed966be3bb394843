import type { Day } from "../../shared/time.ts";
import { NEVER } from "./moment.ts";
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

/** The ends that come after `day`: of the next day of acts, and past the days through which the desk stays taken. */
export function endsAfter(spine: OperatorSpine, day: Day): Lead {
  let at = placeOf(spine, day + 1);
  const next = spine.days[at];
  if (next === undefined) return noLead();
  let { out } = next.lead;
  while (out === null) {
    at += 1;
    out = spine.days[at] === undefined ? NEVER : (spine.days[at] as Vertebra).lead.out;
  }
  return { out, resume: next.lead.resume };
}

/**
 * The days whose open intervals the beginning of `day` may end, newest first: the day of acts before it, and on
 * through days that neither sign in nor out.
 */
export function daysEndedBy(spine: OperatorSpine, day: Day): Day[] {
  const found: Day[] = [];
  for (let at = placeOf(spine, day) - 1; at >= 0; at -= 1) {
    const { day: before, lead } = spine.days[at] as Vertebra;
    found.push(before);
    if (lead.out !== null) break;
  }
  return found;
}
