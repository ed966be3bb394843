import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayStart, parseDay } from "../../shared/time.ts";
import { demandOf, type FreeTime } from "./demand.ts";
import { addAct, newOperatorDay, type OperatorDay, type StaffAct } from "./operatorDay.ts";
import { absorbTicketEvent, newTicket, type Ticket, type TicketEvent } from "./ticket.ts";

const ZONE = "Asia/Almaty";
const DAY = parseDay("2026-11-23") as number;
const START = dayStart(DAY, ZONE);
/** Seconds of the day on which anything of the property happens. */
const SPAN = 240;
const OPERATORS = ["1", "2", "3"];

interface Told {
  readonly at: number;
  readonly operator: string;
  readonly act: StaffAct;
}
interface Visit {
  readonly issued: number | null;
  readonly calls: readonly { readonly at: number; readonly operator: string }[];
  readonly closed: { readonly at: number; readonly operator: string } | null;
  readonly left: number | null;
}

const second = fc.integer({ min: 0, max: SPAN - 1 });
const operator = fc.constantFrom(...OPERATORS);
const acts = fc.array(
  fc.record({ at: second, operator, act: fc.constantFrom<StaffAct>("sign-in", "sign-out", "pause", "resume") }),
  { maxLength: 14 },
);
const named = fc.record({ at: second, operator });
const visits = fc.array(
  fc.record({
    issued: fc.option(second),
    calls: fc.array(named, { maxLength: 3 }),
    closed: fc.option(named),
    left: fc.option(second),
  }),
  { maxLength: 10 },
);

function dayOf(who: string, told: readonly Told[], seen: readonly Visit[]): OperatorDay {
  const day = newOperatorDay(who, DAY);
  for (const [sequence, { at, act, operator: of }] of told.entries())
    if (of === who) {
      addAct(day, { time: START + at * 1000, sequence, act, reason: "", desk: "", role: "" });
      day.last = Math.max(day.last, START + at * 1000);
    }
  for (const { calls, closed } of seen)
    for (const each of closed === null ? calls : [...calls, closed])
      if (each.operator === who) day.last = Math.max(day.last, START + each.at * 1000);
  return day;
}

function ticketOf({ issued, calls, closed, left }: Visit, id: string): Ticket {
  const ticket = newTicket(id);
  let sequence = 0;
  const tell = (type: TicketEvent["type"], at: number, data: object) => {
    sequence += 1;
    const event = { type, data: { ticket: id, ...data } } as TicketEvent;
    absorbTicketEvent(ticket, event, START + at * 1000, sequence);
  };
  if (closed !== null) tell("oss.ticket.closed", closed.at, { operator: closed.operator, outcome: "served" });
  for (const call of calls) tell("oss.ticket.called", call.at, { operator: call.operator });
  if (left !== null) tell("oss.ticket.left", left, {});
  if (issued !== null) tell("oss.ticket.issued", issued, { queue: "services" });
  return ticket;
}

/** Asks each second anew who waits, who is at the desk, who has a ticket: the definition, word by word. */
function countSeconds(told: readonly Told[], seen: readonly Visit[], until: number, isPast: boolean) {
  const found = new Map<string, FreeTime>();
  for (const who of OPERATORS) {
    const mine = told.map((each, order) => ({ ...each, order })).filter((each) => each.operator === who);
    mine.sort((a, b) => a.at - b.at || a.order - b.order);
    const day = dayOf(who, told, seen);
    const last = isPast ? (day.last - START) / 1000 : until;
    let present = 0;
    const free = { nobodyWaiting: 0, peopleWaiting: 0 };
    for (let at = 0; at < until; at += 1) {
      let signed: number | null = null;
      let paused: number | null = null;
      for (const { at: when, act } of mine) {
        if (when > at) break;
        if (act === "sign-in") signed ??= when;
        if (act === "pause") paused ??= when;
        if (act === "resume" || act === "sign-out") paused = null;
        if (act === "sign-out") signed = null;
      }
      const ends = (acts: readonly StaffAct[]) => mine.some(({ at: when, act }) => when > at && acts.includes(act));
      if (signed !== null && at >= last && !ends(["sign-out"])) signed = null;
      if (paused !== null && at >= last && !ends(["resume", "sign-out"])) paused = null;
      if (signed === null || paused !== null) continue;
      present += 1;
      const busy = seen.some(({ calls, closed }) => {
        const counting = [...calls].filter((call) => closed === null || call.at <= closed.at);
        const call = counting.sort((a, b) => a.at - b.at).at(-1);
        if (call === undefined || (closed ?? call).operator !== who) return false;
        return call.at <= at && at < (closed?.at ?? last);
      });
      if (busy) continue;
      const waits = seen.some(({ issued, calls, closed, left }) => {
        if (issued === null || issued > at) return false;
        return Math.min(left ?? SPAN, closed?.at ?? SPAN, ...calls.map((call) => call.at)) > at;
      });
      free[waits ? "peopleWaiting" : "nobodyWaiting"] += 1000;
    }
    if (present > 0) found.set(who, free);
  }
  return found;
}

describe("demand", () => {
  it("splits free time as a count of each single second does [M1, M2]", () => {
    fc.assert(
      fc.property(acts, visits, fc.integer({ min: 1, max: SPAN }), (told, seen, until) => {
        // two calls of one second are told apart by their sequence, which the naive count does not know
        fc.pre(seen.every(({ calls }) => new Set(calls.map(({ at }) => at)).size === calls.length));
        const heard = told.filter(({ at }) => at <= until);
        const known = seen.map(
          ({ issued, calls, closed, left }): Visit => ({
            issued: issued !== null && issued <= until ? issued : null,
            calls: calls.filter(({ at }) => at <= until),
            closed: closed !== null && closed.at <= until ? closed : null,
            left: left !== null && left <= until ? left : null,
          }),
        );
        const tickets = known.map((visit, at) => ticketOf(visit, `T-${at}`));
        const days = OPERATORS.map((who) => dayOf(who, heard, known));
        const question = { day: DAY, zone: ZONE, now: START + until * 1000 };
        expect(demandOf(tickets, days, question)).toEqual(countSeconds(heard, known, until, false));
      }),
      { numRuns: 400 },
    );
  });

  it("lets what has no end run to the operator's last event on a past day", () => {
    const told: Told[] = [{ at: 0, operator: "1", act: "sign-in" }];
    const seen: Visit[] = [
      { issued: 20, calls: [{ at: 60, operator: "1" }], closed: { at: 100, operator: "1" }, left: null },
    ];
    const question = { day: DAY, zone: ZONE, now: START + 3 * 86_400_000 };
    const found = demandOf([ticketOf(seen[0] as Visit, "T")], [dayOf("1", told, seen)], question);
    expect(found.get("1")).toEqual({ nobodyWaiting: 20_000, peopleWaiting: 40_000 });
    expect(found).toEqual(countSeconds(told, seen, SPAN, true));
  });

  it("lets nobody wait into the next day: who was forgotten has gone home [M1]", () => {
    const told: Told[] = [{ at: 0, operator: "1", act: "sign-in" }];
    const forgotten = newTicket("T");
    const issued = { type: "oss.ticket.issued", data: { ticket: "T", queue: "services" } } as TicketEvent;
    absorbTicketEvent(forgotten, issued, START - 3_600_000, 1);
    const found = demandOf([forgotten], [dayOf("1", told, [])], { day: DAY, zone: ZONE, now: START + 60_000 });
    expect(found.get("1")).toEqual({ nobodyWaiting: 60_000, peopleWaiting: 0 });
  });

  it("does not count an operator who was not at the desk", () => {
    expect(demandOf([], [newOperatorDay("1", DAY)], { day: DAY, zone: ZONE, now: START + 60_000 }).size).toBe(0);
  });
});
