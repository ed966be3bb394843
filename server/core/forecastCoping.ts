import type { Coping, ExpectedCount } from "../../shared/forecast.ts";
import type { Shift } from "../../shared/reference.ts";

/** What is known of an office when it is asked whether its desks will cope. */
export interface CopingInput {
  readonly waiting: number;
  readonly coming: ExpectedCount;
  /** Operators signed in at desks now. */
  readonly desks: number;
  /** Share of their time at the desk that operators are not in a pause. */
  readonly present: number;
  /** Desk time of one ticket, ms. */
  readonly ticketTime: number;
  /** Minutes of the local day, now and at closing. */
  readonly now: number;
  readonly closes: number;
  readonly shifts: readonly Shift[];
  /** How many desks the office has. */
  readonly room: number;
}

/** How many operators the plan of shifts has at a minute of the day, at most as many as there are desks. */
function planned(shifts: readonly Shift[], minute: number, room: number): number {
  const on = shifts.filter(({ from, to }) => from <= minute && minute < to);
  return Math.min(
    room,
    on.reduce((sum, { operators }) => sum + operators, 0),
  );
}

/** Minutes of desks until closing: as many as now, changing as the plan of shifts does. */
function deskMinutes({ desks, now, closes, shifts, room }: CopingInput): number {
  const plan = planned(shifts, now, room);
  let sum = 0;
  for (let from = now; from < closes; from += 15) {
    const length = Math.min(15, closes - from);
    const ratio = plan === 0 ? 1 : planned(shifts, from, room) / plan;
    sum += Math.min(room, desks * ratio) * length;
  }
  return sum;
}

/**
 * Whether the desks will cope until closing: tickets that wait and are expected, against what the desks can serve in
 * their time less the usual pauses. `enough` even at the upper end of the band, `short` when what is expected is more
 * than the desks can do. Null when nobody is at a desk.
 */
export function copingOf(input: CopingInput): Coping | null {
  const { waiting, coming, desks, present, ticketTime, now, closes } = input;
  if (desks === 0 || ticketTime <= 0 || closes <= now) return null;
  const minutes = deskMinutes(input) * present;
  const perTicket = ticketTime / 60_000;
  const capacity = minutes / perTicket;
  const wanted = waiting + coming.expected;
  const verdict = capacity >= waiting + coming.high ? "enough" : capacity >= wanted ? "tight" : "short";
  const oneDesk = ((closes - now) * present) / perTicket;
  const moreDesks = verdict === "short" ? Math.max(1, Math.ceil((wanted - capacity) / oneDesk)) : 0;
  return {
    waiting,
    coming,
    capacity: Math.floor(capacity),
    desks,
    secondsPerTicket: ticketTime / 1000,
    verdict,
    moreDesks,
  };
}
