import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { NormUnit } from "../../shared/reference.ts";
import { type CountingIndex, indexReference, type ReferenceIndex } from "../../shared/referenceIndex.ts";
import { type Day, dayStart, formatDay, localDay, parseDay } from "../../shared/time.ts";
import { loadReference } from "../reference.ts";
import { isWorkingDay } from "./calendar.ts";
import { deadlineFor, dueDay, dueMoment, dueSoonUntil, normFor } from "./deadlines.ts";

const ALMATY = "Asia/Almaty";
const AQTOBE = "Asia/Aqtobe";
const HOUR = 3_600_000;

let index: ReferenceIndex;
let week: CountingIndex;

beforeAll(async () => {
  index = indexReference(await loadReference("seeds"));
  week = index.counting.get("KZ-5") as CountingIndex;
});

const day = (text: string): Day => parseDay(text) as Day;
const term = (amount: number, unit: NormUnit, roll = true) => ({ amount, unit, roll });
const iso = (moment: number) => new Date(moment).toISOString();
const due = (amount: number, unit: NormUnit, accepted: string, roll = true) =>
  formatDay(dueDay(term(amount, unit, roll), week, day(accepted)) as Day);

describe("due dates of the five-day week of Kazakhstan", () => {
  it.each([
    [15, "2007-12-14", "2008-01-14"],
    [15, "2008-03-01", "2008-03-25"],
    [5, "2007-03-05", "2007-03-13"],
    [15, "2024-04-29", "2024-05-23"],
    [3, "2018-02-28", "2018-03-03"],
    [3, "2025-08-28", "2025-09-03"],
    [3, "2026-08-27", "2026-09-01"],
    [15, "2025-12-26", "2026-01-21"],
  ])("%i working days after %s end on %s", (amount, accepted, expected) => {
    expect(due(amount, "working-day", accepted)).toBe(expected);
  });

  it.each([
    [30, "2008-02-07", "2008-03-11"],
    [45, "2008-02-07", "2008-03-25"],
  ])("%i calendar days after %s roll to %s", (amount, accepted, expected) => {
    expect(due(amount, "calendar-day", accepted)).toBe(expected);
  });

  it("calendar days that do not roll end on the day off itself", () => {
    expect(due(30, "calendar-day", "2008-02-07", false)).toBe("2008-03-08");
  });

  it.each([
    ["2025-01-31", 1, "2025-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2025-10-31", 13, "2026-11-30"],
    ["2025-11-30", 3, "2026-02-28"],
    ["2025-05-15", 12, "2026-05-15"],
  ])("%s and %i months end on %s, the month's last day where it is shorter", (accepted, amount, expected) => {
    expect(due(amount, "month", accepted, false)).toBe(expected);
  });

  it("a month that ends on a day off rolls to the next working day", () => {
    expect(due(1, "month", "2025-10-15")).toBe("2025-11-17");
    expect(due(1, "month", "2026-02-07")).toBe("2026-03-10");
  });

  it("a term of no days ends on the day of acceptance, or on the next working day", () => {
    expect(due(0, "calendar-day", "2026-11-20")).toBe("2026-11-20");
    expect(due(0, "working-day", "2026-11-21")).toBe("2026-11-23");
  });
});

describe("due moments", () => {
  it.each([
    [ALMATY, "2024-02-29", "2024-02-29T19:00:00.000Z"],
    [AQTOBE, "2024-02-29", "2024-02-29T19:00:00.000Z"],
    [ALMATY, "2024-02-28", "2024-02-28T18:00:00.000Z"],
    [AQTOBE, "2024-02-28", "2024-02-28T19:00:00.000Z"],
  ])("in %s the day %s ends at %s", (zone, date, expected) => {
    const accepted = dayStart(day(date), zone) + 12 * HOUR;
    expect(iso(dueMoment(term(0, "calendar-day", false), week, accepted, zone))).toBe(expected);
    const before = dayStart(day(date) - 1, zone) + 12 * HOUR;
    expect(iso(dueMoment(term(1, "working-day"), week, before, zone))).toBe(expected);
  });

  it("minutes and hours run from the moment of acceptance, over midnight and days off", () => {
    const accepted = Date.parse("2026-11-21T23:50:00.500+05:00");
    expect(dueMoment(term(20, "minute"), week, accepted, ALMATY)).toBe(accepted + 20 * 60_000);
    expect(dueMoment(term(4, "hour"), week, accepted, ALMATY)).toBe(accepted + 4 * HOUR);
  });

  it("the day of acceptance is the local one", () => {
    const accepted = Date.parse("2026-11-23T20:00:00Z");
    expect(iso(dueMoment(term(1, "working-day"), week, accepted, ALMATY))).toBe("2026-11-25T19:00:00.000Z");
  });

  it("what is due in two working days includes Monday and Tuesday when asked on a Saturday", () => {
    const saturday = Date.parse("2026-11-21T12:00:00+05:00");
    expect(iso(dueSoonUntil(week, saturday, ALMATY))).toBe("2026-11-24T19:00:00.000Z");
  });
});

describe("laws of deadlines", () => {
  const moments = fc.integer({ min: Date.UTC(2005, 0, 2), max: Date.UTC(2027, 5, 1) });
  const zones = fc.constantFrom(ALMATY, AQTOBE, "Asia/Qyzylorda", "Asia/Oral");
  const units = fc.constantFrom<NormUnit>("minute", "hour", "calendar-day", "working-day", "month");
  const amounts = fc.integer({ min: 0, max: 90 });

  it("a longer term never ends earlier, and no term ends before acceptance", () => {
    fc.assert(
      fc.property(moments, zones, units, amounts, fc.boolean(), (accepted, zone, unit, amount, roll) => {
        const short = dueMoment(term(amount, unit, roll), week, accepted, zone);
        expect(short).toBeGreaterThanOrEqual(accepted);
        expect(dueMoment(term(amount + 1, unit, roll), week, accepted, zone)).toBeGreaterThanOrEqual(short);
      }),
    );
  });

  it("a term of days ends at a local midnight, after a working day where it counts or rolls", () => {
    const days = fc.constantFrom<NormUnit>("calendar-day", "working-day", "month");
    fc.assert(
      fc.property(moments, zones, days, amounts, (accepted, zone, unit, amount) => {
        const end = dueMoment(term(amount, unit), week, accepted, zone);
        const last = localDay(end - 1, zone);
        expect(dayStart(last + 1, zone)).toBe(end);
        expect(isWorkingDay(week, last)).toBe(true);
      }),
    );
  });

  it("between acceptance and a due date lie exactly the working days of the norm", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 60 }), (accepted, amount) => {
        const first = localDay(accepted, ALMATY);
        const last = dueDay(term(amount, "working-day"), week, first) as Day;
        let worked = 0;
        for (let date = first + 1; date <= last; date += 1) if (isWorkingDay(week, date)) worked += 1;
        expect(worked).toBe(amount);
      }),
    );
  });
});

describe("the norm of the day", () => {
  const service = () => index.services.get("property-registration") ?? expect.fail("no such service");

  it("is the one that held at acceptance", () => {
    expect(normFor(service(), null, day("2007-03-05"))?.amount).toBe(5);
    expect(normFor(service(), null, day("2007-12-14"))?.amount).toBe(15);
    expect(normFor(service(), "normal", day("2026-08-27"))?.amount).toBe(3);
    expect(normFor(service(), "accelerated", day("2009-03-02"))?.amount).toBe(2);
  });

  it("is unknown for a variant that was not offered then", () => {
    expect(normFor(service(), "accelerated", day("2008-01-10"))).toBeNull();
  });

  it("gives a deadline, and none for a service that nobody knows", () => {
    const accepted = Date.parse("2026-08-27T10:00:00+05:00");
    expect(iso(deadlineFor(index, "property-registration", undefined, accepted, ALMATY) as number)).toBe(
      "2026-09-01T19:00:00.000Z",
    );
    expect(deadlineFor(index, "no-such-service", null, accepted, ALMATY)).toBeNull();
    expect(deadlineFor(index, "property-registration", "no-such-variant", accepted, ALMATY)).toBeNull();
  });
});
