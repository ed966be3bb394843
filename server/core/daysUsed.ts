import type { CountingIndex } from "../../shared/referenceIndex.ts";
import type { Bucket, DaysUsed, Holder, Stage } from "../../shared/stock.ts";
import { type Day, dayStart, localDay } from "../../shared/time.ts";
import { dueSoonUntil } from "./deadlines.ts";
import { NEVER } from "./moment.ts";
import type { OpenApplication, Step } from "./openApplication.ts";
import { workingDaysBetween } from "./workingDays.ts";

/** What the days of an office are counted by. */
export interface Counted {
  readonly counting: CountingIndex;
  readonly zone: string;
  /** Epoch ms. */
  readonly now: number;
}

/** Whose the days are after a step: of one sent back theirs whose fault it is; a changed rule is the authority's. */
export const HOLDS: Readonly<Record<Exclude<Step, "ready">, Holder>> = {
  sent: "authority",
  received: "authority",
  "returned:operator": "frontOffice",
  "returned:applicant": "applicant",
  "returned:authority": "authority",
  "returned:rule-change": "authority",
};

/** How far an application is. */
export function stageOf({ steps }: OpenApplication): Stage {
  const last = steps.at(-1)?.[1];
  if (last === undefined) return "accepted";
  return last === "sent" || last === "received" || last === "ready" ? last : "returned";
}

/** When its clock stopped (epoch ms), `now` while it runs. */
function until({ steps }: OpenApplication, now: number): number {
  const last = steps.at(-1);
  return last?.[1] === "ready" ? last[0] : now;
}

/**
 * The working days of an application by whose they are: each belongs to who had it when the day began, so that the days of
 * all together are its age. `after`: only those after this moment (epoch ms). `between`: which days count.
 */
export function daysUsed(
  of: OpenApplication,
  { counting, zone, now }: Counted,
  after = of.accepted,
  between = (from: Day, to: Day): number => workingDaysBetween(counting, from, to),
): DaysUsed {
  const used = { frontOffice: 0, authority: 0, applicant: 0 };
  const first = localDay(Math.max(after, of.accepted), zone);
  let holder: Holder = "frontOffice";
  let day = first;
  const end = until(of, now);
  const give = (to: number): void => {
    const last = localDay(Math.min(to, end), zone);
    if (last <= day) return;
    used[holder] += between(day, last);
    day = last;
  };
  for (const [at, step] of of.steps) {
    if (step === "ready") break;
    give(at);
    holder = HOLDS[step];
  }
  give(end);
  return used;
}

/** Its age: the working days since acceptance, until the clock stopped. */
export function ageOf(of: OpenApplication, { counting, zone, now }: Counted): number {
  return workingDaysBetween(counting, localDay(of.accepted, zone), localDay(until(of, now), zone));
}

/** The working days after its deadline, by whose they are. */
export function daysLate(of: OpenApplication, counted: Counted): DaysUsed {
  if (of.due >= until(of, counted.now)) return { frontOffice: 0, authority: 0, applicant: 0 };
  return daysUsed(of, counted, of.due - 1);
}

/** The working days after its deadline. */
export function lateOf(of: OpenApplication, counted: Counted): number {
  const { frontOffice, authority, applicant } = daysLate(of, counted);
  return frontOffice + authority + applicant;
}

/** The ends (epoch ms) of today and of the second working day after it, on an office's clocks. */
export interface Horizon {
  readonly today: number;
  readonly soon: number;
}

/** The horizon of an office. */
export function horizonOf({ counting, zone, now }: Counted): Horizon {
  return { today: dayStart(localDay(now, zone) + 1, zone), soon: dueSoonUntil(counting, now, zone) };
}

/** When its deadline falls. */
export function bucketOf(of: OpenApplication, now: number, { today, soon }: Horizon): Bucket {
  if (of.steps.at(-1)?.[1] === "ready") return "stopped";
  if (of.due === NEVER) return "none";
  if (of.due <= now) return "overdue";
  if (of.due <= today) return "today";
  return of.due <= soon ? "soon" : "later";
}
