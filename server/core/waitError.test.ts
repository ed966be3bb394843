import { expect, test } from "vitest";
import { errorLike, waitRecord } from "./waitError.ts";
import { type PastTicket, type Presence, replayWaits } from "./waitErrorReplay.ts";

const ZONE = "Asia/Almaty";
const MINUTE = 60_000;
const OPENS = Date.parse("2026-11-02T09:00:00+05:00");
const DAY = 86_400_000;

/** A desk that takes six minutes for each ticket, and a ticket every six minutes from opening, the first ones together. */
function dayOf(start: number, together: number): { tickets: PastTicket[]; presence: Presence } {
  const tickets = Array.from({ length: 60 }, (_, at): PastTicket => {
    const called = start + at * 6 * MINUTE;
    const issued = start + Math.max(0, at - together) * 6 * MINUTE;
    const closed = called + 6 * MINUTE;
    return { queue: "services", issued, called, left: null, closed, operator: "01", service: closed - called };
  });
  return { tickets, presence: { operator: "01", from: start, to: start + 8 * 60 * MINUTE } };
}

const life = Array.from({ length: 6 }, (_, day) => dayOf(OPENS + day * DAY, 3));
const tickets = life.flatMap((of) => of.tickets);
const presences = life.map(({ presence }) => presence);

test("[P8] a ticket meets what stood in the hall when it was issued, and nothing later", () => {
  const [, second] = replayWaits(tickets, presences, ZONE);
  const met = second?.waits.map(({ state }) => state.ahead);
  expect(met?.slice(0, 8)).toEqual([0, 1, 2, 3, 3, 3, 3, 3]);
  expect(second?.waits[10]).toMatchObject({ state: { desks: 1, service: 6 * MINUTE }, waited: 18 * MINUTE });
});

test("[P8] the record is a function of the tickets, not of the order in which they were read", () => {
  const forth = waitRecord(replayWaits(tickets, presences, ZONE));
  const back = waitRecord(replayWaits([...tickets].reverse(), [...presences].reverse(), ZONE));
  expect([...back.spreads]).toEqual([...forth.spreads]);
  expect([...back.errors]).toEqual([...forth.errors]);
});

test("[P8] each prediction rests on the days before its own alone: the first two days only teach", () => {
  const { errors } = waitRecord(replayWaits(tickets, presences, ZONE));
  expect(errors.get("")).toMatchObject({ days: 4, n: 240 });
  expect(errors.get("middle")?.medianAbsolute).toBeLessThan(60);
});

test("[P8] the error beside a prediction is that of a like crowd, and unknown where there was none", () => {
  const record = waitRecord(replayWaits(tickets, presences, ZONE));
  const state = { queue: "services", ahead: 3, desks: 1, free: 1, service: 6 * MINUTE };
  expect(errorLike(record, state)).toEqual(record.errors.get("services|middle"));
  expect(errorLike(record, { ...state, ahead: 90 })).toBeNull();
});

test("[P8] too few predictions are no measure", () => {
  expect(waitRecord(replayWaits(tickets.slice(0, 130), presences, ZONE)).errors.size).toBe(0);
});
