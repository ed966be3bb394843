import fc from "fast-check";
import { expect, it } from "vitest";
import { dayStart, parseDay } from "../../shared/time.ts";
import { demandOf } from "../core/demand.ts";
import { addAct, newOperatorDay } from "../core/operatorDay.ts";
import { packTicket, unpackTicket } from "../core/packing.ts";
import { absorbTicketEvent, newTicket, type TicketEvent } from "../core/ticket.ts";
import { ticketsServed } from "../floor/timings.ts";
import { mayTouch } from "./floorReader.ts";

const ZONE = "Asia/Almaty";
const DAY = parseDay("2026-11-23") as number;
const FROM = dayStart(DAY, ZONE);
const TO = dayStart(DAY + 1, ZONE);
const HOUR = 3_600_000;

const hour = fc.integer({ min: -40, max: 60 });
const history = fc.record({
  issued: fc.option(hour),
  calls: fc.array(hour, { maxLength: 2 }),
  closed: fc.option(hour),
  left: fc.option(hour),
});

it("passes over no ticket that adds to a day", () => {
  fc.assert(
    fc.property(history, ({ issued, calls, closed, left }) => {
      const ticket = newTicket("T");
      const tell = (type: TicketEvent["type"], at: number, data: object) =>
        absorbTicketEvent(ticket, { type, data: { ticket: "T", ...data } } as TicketEvent, FROM + at * HOUR, at + 99);
      for (const at of calls) tell("oss.ticket.called", at, { operator: "1" });
      if (closed !== null) tell("oss.ticket.closed", closed, { operator: "1", outcome: "served" });
      if (left !== null) tell("oss.ticket.left", left, {});
      if (issued !== null) tell("oss.ticket.issued", issued, { queue: "services" });
      const packed = packTicket(ticket);
      if (mayTouch(packed, FROM, TO)) return;
      const days = [newOperatorDay("1", DAY)];
      addAct(days[0] as (typeof days)[0], { time: FROM, sequence: 1, act: "sign-in", reason: "", desk: "", role: "" });
      const question = { day: DAY, zone: ZONE, now: TO - 1 };
      const kept = unpackTicket("T", packed);
      expect(demandOf([kept], days, question)).toEqual(demandOf([], days, question));
      expect(ticketsServed([kept], DAY, ZONE, null)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
