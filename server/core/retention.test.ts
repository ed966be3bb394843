import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInstant, parseSource } from "../../shared/events.ts";
import { DAY_MS, localDay, parseDay } from "../../shared/time.ts";
import { arbitraryEvents, FIRST_MOMENT } from "../testing/arbitraryEvents.ts";
import { foldFact, passDeadline } from "./fold.ts";
import { OfficeState } from "./office.ts";
import { addStored, RECONCILED } from "./reconcile.ts";
import { Recount } from "./recount.ts";
import { applicationExpired, operatorHorizon, ticketExpired } from "./retention.ts";

const zone = "Asia/Almaty";
const waitNorm = 900_000;
const deadline = (service: string, _variant: string, accepted: number) =>
  service === "passport" ? accepted + 60 * DAY_MS : service === "land-act" ? accepted + 1_200_000 : null;
const rules = { id: "KZ-71-01", zone, waitNorm, deadline, authorityOf: () => "", knows: () => true };
const FIRST_DAY = Math.floor(FIRST_MOMENT / DAY_MS) + 8;

const arrivals = arbitraryEvents("KZ-71-01", 40).chain((events) =>
  fc.record({
    order: fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
    /** Days between one arrival and the next: mostly none, sometimes longer than a record is kept. */
    gaps: fc.array(fc.constantFrom(0, 0, 0, 1), { minLength: events.length, maxLength: events.length }),
    long: fc.array(fc.record({ at: fc.nat(events.length), days: fc.constantFrom(30, 36, 91) }), { maxLength: 3 }),
    /** After which events what has expired is removed; elsewhere it lies there and must not count either. */
    sweeps: fc.array(fc.nat(40), { maxLength: 6 }).map((list) => new Set(list)),
  }),
);

/** Removes what the store would remove on a day. */
function sweep(office: OfficeState, day: number): void {
  for (const application of office.applications.values()) passDeadline(application, office, day * DAY_MS);
  office.contribute();
  office.settle();
  for (const ticket of office.tickets.values())
    if (ticketExpired(ticket, day)) {
      office.tickets.delete(ticket.id);
      office.droppedTickets.add(ticket.id);
    }
  for (const application of office.applications.values())
    if (applicationExpired(application, day)) {
      office.applications.delete(application.id);
      office.droppedApplications.add(application.id);
    }
}

describe("[K3, K4] the law of the totals, while records are kept and no longer", () => {
  it("every figure of the office is a function of the distinct events, of the days on which they arrived, and of the clock, whenever records are removed", () => {
    fc.assert(
      fc.property(arrivals, ({ order, gaps, long, sweeps }) => {
        const office = new OfficeState(rules);
        let day = FIRST_DAY;
        const told = order.map((event, at) => {
          day += gaps[at] as number;
          for (const gap of long) if (gap.at === at) day += gap.days;
          return { event, time: parseInstant(event.time), sequence: Number(event.sequence), arrival: day };
        });
        const now = (day + 1) * DAY_MS;
        const recount = new Recount({ zone, waitNorm, now, deadline });
        for (const [at, { event, time, sequence, arrival }] of told.entries()) {
          const producer = parseSource(event.source)?.producer as string;
          if (!foldFact(office, { event, producer, sequence, time }, arrival * DAY_MS, arrival)) continue;
          recount.add(told[at] as (typeof told)[number]);
          if (sweeps.has(at)) sweep(office, arrival - 1);
        }
        for (const application of office.applications.values()) passDeadline(application, office, now);
        office.contribute();
        const stored: Record<string, number> = {};
        for (const { office: row, day: of } of office.book.days.values())
          addStored(stored, row.value, of, localDay(now, zone), now);
        const counted = recount.figures(0, 40_000);
        for (const figure of RECONCILED) expect([figure, stored[figure] ?? 0]).toEqual([figure, counted[figure] ?? 0]);
      }),
      { numRuns: Number(process.env.LAW_RUNS ?? 200) },
    );
  });

  it("operators' rows are kept for thirteen months, to the day or to the last of the month", () => {
    const horizon = (text: string) => operatorHorizon(parseDay(text) as number);
    expect(horizon("2026-11-22")).toBe(parseDay("2025-10-22"));
    expect(horizon("2026-03-31")).toBe(parseDay("2025-02-28"));
    expect(horizon("2026-01-05")).toBe(parseDay("2024-12-05"));
  });
});
