import fc from "fast-check";
import { expect, it } from "vitest";
import { dayStart, parseDay } from "../../shared/time.ts";
import { demandOf } from "./demand.ts";
import { demandOfDays, ticketsByDay } from "./monthDemand.ts";
import { addAct, newOperatorDay, type OperatorDay } from "./operatorDay.ts";
import { absorbTicketEvent, newTicket, type Ticket, type TicketEvent } from "./ticket.ts";

const ZONE = "Asia/Almaty";
const FROM = parseDay("2026-11-23") as number;
const DAYS = 4;
const START = dayStart(FROM, ZONE);
const HOUR = 3_600_000;

const hour = fc.integer({ min: -24, max: 24 * (DAYS + 1) });
const visit = fc.record({
  issued: fc.option(hour),
  called: fc.option(hour),
  closed: fc.option(hour),
  left: fc.option(hour),
});

function ticketOf({ issued, called, closed, left }: Record<string, number | null>, id: string): Ticket {
  const ticket = newTicket(id);
  let sequence = 0;
  const tell = (type: TicketEvent["type"], at: number | null | undefined, data: object) => {
    sequence += 1;
    if (at === null || at === undefined) return;
    absorbTicketEvent(ticket, { type, data: { ticket: id, ...data } } as TicketEvent, START + at * HOUR, sequence);
  };
  tell("oss.ticket.closed", closed, { operator: "1", outcome: "served" });
  tell("oss.ticket.called", called, { operator: "1" });
  tell("oss.ticket.left", left, {});
  tell("oss.ticket.issued", issued, { queue: "services" });
  return ticket;
}

function deskDay(day: number): OperatorDay {
  const of = newOperatorDay("1", day);
  const at = dayStart(day, ZONE) + 9 * HOUR;
  addAct(of, { time: at, sequence: 1, act: "sign-in", reason: "", desk: "", role: "" });
  addAct(of, { time: at + 8 * HOUR, sequence: 2, act: "sign-out", reason: "", desk: "", role: "" });
  of.last = at + 8 * HOUR;
  return of;
}

it("gives every day of many the demand that the day alone has, out of all tickets [M1, M2]", () => {
  const span = { from: FROM, to: FROM + DAYS - 1 };
  const now = START + 30 * 24 * HOUR;
  fc.assert(
    fc.property(fc.array(visit, { maxLength: 12 }), (visits) => {
      const tickets = visits.map((each, at) => ticketOf(each, `T-${at}`));
      const found = demandOfDays(ticketsByDay(tickets, ZONE, span), (day) => [deskDay(day)], {
        ...span,
        zone: ZONE,
        now,
      });
      expect([...found.keys()]).toEqual(Array.from({ length: DAYS }, (_, at) => FROM + at));
      for (const [day, demand] of found)
        expect(demand).toEqual(demandOf(tickets, [deskDay(day)], { day, zone: ZONE, now }));
    }),
    { numRuns: 200 },
  );
});
