import { DAY_MS, type Day, dayStart, localDay } from "../../shared/time.ts";
import type { Book } from "./book.ts";
import { compareContents, compareMarks, inserted, type Mark, NEVER, NONE } from "./moment.ts";
import { AT } from "./row.ts";
import type { Standing } from "./standing.ts";

/** What an operator did at the desk's computer: signed in, paused, resumed, signed out. */
export type StaffAct = "pause" | "resume" | "sign-in" | "sign-out";

export interface StaffMark extends Mark {
  readonly act: StaffAct;
  readonly reason: string;
  readonly desk: string;
  readonly role: string;
}

/**
 * The ends with which a day begins: they close intervals that an earlier day left open. `out` is null on a day that
 * neither signs in nor out: an interval at the desk runs through it.
 */
export interface Lead {
  readonly out: number | null;
  readonly resume: number;
}

/**
 * One operator's local day: the acts, the moment of the last event that names the operator, and the tickets called
 * and not closed. `next` holds the ends that come after the day.
 */
export interface OperatorDay extends Standing {
  readonly operator: string;
  readonly day: Day;
  acts: readonly StaffMark[];
  last: number;
  servingOpen: number;
  /** Sum of the open calls' moments, relative to the day. */
  servingStart: number;
  next: Lead;
  /** How many of the two intervals run without an end, as now in the rows. */
  signedOpen: number;
  pausedOpen: number;
  /** The day (UTC) on which the last event about it arrived; `NEVER` when that was not kept. */
  arrived: number;
}

/** No ends. */
export function noLead(): Lead {
  return { out: NEVER, resume: NEVER };
}

/** A day without acts. */
export function newOperatorDay(operator: string, day: Day): OperatorDay {
  return {
    operator,
    day,
    acts: NONE,
    last: Number.NEGATIVE_INFINITY,
    servingOpen: 0,
    servingStart: 0,
    next: noLead(),
    signedOpen: 0,
    pausedOpen: 0,
    arrived: NEVER,
    changed: false,
    counted: false,
  };
}

function content(mark: StaffMark): string {
  return `${mark.act}|${mark.reason}|${mark.desk}|${mark.role}`;
}

/** Adds an act in its order. */
export function addAct(day: OperatorDay, mark: StaffMark): void {
  day.acts = inserted(day.acts, mark, (a, b) => compareMarks(a, b) || compareContents(content(a), content(b)));
}

/** The ends that come before anything begins on this day. A sign-out ends a pause as well. */
export function leadOf({ acts }: OperatorDay): Lead {
  const first = acts[0];
  const sign = acts.find(({ act }) => act === "sign-in" || act === "sign-out");
  return {
    out: sign === undefined ? null : sign.act === "sign-out" ? sign.time : NEVER,
    resume: first?.act === "resume" || first?.act === "sign-out" ? first.time : NEVER,
  };
}

interface Interval {
  readonly from: number;
  /** `NEVER`: without an end. */
  readonly to: number;
}

/** What the acts of a day come to: intervals at the desk and in pauses, each beginning on the day. */
export function intervalsOf(day: OperatorDay): { readonly signed: Interval[]; readonly paused: Interval[] } {
  const signed: Interval[] = [];
  const paused: Interval[] = [];
  let signedFrom = NEVER;
  let pausedFrom = NEVER;
  for (const { act, time } of day.acts) {
    if (act === "sign-in" && signedFrom === NEVER) signedFrom = time;
    if (act === "pause" && pausedFrom === NEVER) pausedFrom = time;
    if ((act === "resume" || act === "sign-out") && pausedFrom !== NEVER) {
      paused.push({ from: pausedFrom, to: time });
      pausedFrom = NEVER;
    }
    if (act === "sign-out" && signedFrom !== NEVER) {
      signed.push({ from: signedFrom, to: time });
      signedFrom = NEVER;
    }
  }
  if (signedFrom !== NEVER) signed.push({ from: signedFrom, to: day.next.out ?? NEVER });
  if (pausedFrom !== NEVER) paused.push({ from: pausedFrom, to: day.next.resume });
  return { signed, paused };
}

/**
 * No interval lasts longer (ms): one that does comes from a desk whose clock was wrong by years. It is flagged and not
 * counted, or two events could write a row of every day between them.
 */
export const LONGEST_INTERVAL = 366 * DAY_MS;

/** Calls `each` with the part of an interval that lies on every local day it touches: the cut is at midnight. */
export function cutAtMidnight(
  from: number,
  to: number,
  zone: string,
  each: (day: Day, duration: number) => void,
): void {
  let day = localDay(from, zone);
  let at = from;
  while (at < to) {
    const midnight = dayStart(day + 1, zone);
    const end = Math.min(midnight, to);
    each(day, end - at);
    at = end;
    day += 1;
  }
}

const TRACKS = {
  signed: { ms: AT.signedIn, open: AT.signedInOpen, start: AT.signedInStart, last: AT.signedInLast },
  paused: { ms: AT.paused, open: AT.pausedOpen, start: AT.pausedStart, last: AT.pausedLast },
} as const;

/** Adds to the rows (sign 1), or takes back (−1), the time at the desk and in pauses. */
export function contributeActs(of: OperatorDay, book: Book, zone: string, sign: number): void {
  const relative = of.day * DAY_MS;
  const intervals = intervalsOf(of);
  for (const track of ["signed", "paused"] as const) {
    const at = TRACKS[track];
    let open = 0;
    for (const { from, to } of intervals[track]) {
      if (to === NEVER) {
        open += 1;
        const cells = book.cells.at(of.day, of.operator, "");
        cells.add(at.open, sign);
        cells.add(at.start, sign * (from - relative));
        cells.add(at.last, sign * (of.last - relative));
      } else if (to - from > LONGEST_INTERVAL) book.cells.at(of.day, of.operator, "").add(AT.negative, sign);
      else
        cutAtMidnight(from, to, zone, (day, duration) =>
          book.cells.at(day, of.operator, "").add(at.ms, sign * duration),
        );
    }
    if (track === "signed") of.signedOpen = sign > 0 ? open : 0;
    else of.pausedOpen = sign > 0 ? open : 0;
  }
}

/** The operator was named by an event at this moment: open intervals of a past day run to the last such moment. */
export function nameAt(of: OperatorDay, time: number, book: Book): void {
  if (time <= of.last) return;
  const open = of.signedOpen + of.pausedOpen + of.servingOpen;
  if (open > 0) {
    const step = time - of.last;
    const cells = book.cells.at(of.day, of.operator, "");
    if (of.signedOpen > 0) cells.add(AT.signedInLast, of.signedOpen * step);
    if (of.pausedOpen > 0) cells.add(AT.pausedLast, of.pausedOpen * step);
    if (of.servingOpen > 0) cells.add(AT.servingLast, of.servingOpen * step);
  }
  of.last = time;
}

/** A ticket called at `time` by this operator is not closed (sign 1), or is so no longer (−1). */
export function serveOpen(of: OperatorDay, time: number, book: Book, sign: number): void {
  const relative = of.day * DAY_MS;
  of.servingOpen += sign;
  of.servingStart += sign * (time - relative);
  const cells = book.cells.at(of.day, of.operator, "");
  cells.add(AT.servingOpen, sign);
  cells.add(AT.servingStart, sign * (time - relative));
  cells.add(AT.servingLast, sign * (of.last - relative));
}
