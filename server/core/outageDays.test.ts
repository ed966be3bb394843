import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { ALERT_CAUSES, type Explanation } from "../../shared/alerts.ts";
import type { Office } from "../../shared/reference.ts";
import { type CountingIndex, indexReference, isOpen, type ReferenceIndex } from "../../shared/referenceIndex.ts";
import { localDay, momentAt } from "../../shared/time.ts";
import { loadReference } from "../reference.ts";
import { isWorkingDay } from "./calendar.ts";
import { daysLate } from "./daysUsed.ts";
import type { OpenApplication, Step } from "./openApplication.ts";
import { lateInOutage, outageDaysBetween, outageDaysOf } from "./outageDays.ts";

const zone = "Asia/Almaty";
let index: ReferenceIndex;
let office: Office;
let counting: CountingIndex;
beforeAll(async () => {
  index = indexReference(await loadReference("seeds"));
  office = index.offices.get("KZ-71-01") as Office;
  counting = index.opening.get(office.openings)?.follows as CountingIndex;
});

const at = (text: string) => Date.parse(`${text}+05:00`);
const day = (text: string) => localDay(at(`${text}T12:00`), zone);
function said(from: string, until: string, more: Partial<Explanation> = {}): Explanation {
  return {
    ...{ id: "e", region: office.region, office: office.id, kind: null, alert: null, by: { role: "manager" }, at: 0 },
    ...{ cause: "power-cut", words: "", action: "", withdrawn: null, earlier: [] },
    ...{ from: at(from), until: at(until), ...more },
  };
}
const daysOf = (...told: Explanation[]) => outageDaysOf(told, { index, counting, office }, day("2026-12-01"));

describe("[O7] a day is of an outage when the office was out for more than half of its hours", () => {
  // Monday 2026-11-16, open from 9:00 to 20:00
  it("half of them is not more than half", () => {
    expect(daysOf(said("2026-11-16T08:00", "2026-11-16T14:30"))).toEqual([]);
    expect(daysOf(said("2026-11-16T08:00", "2026-11-16T14:31"))).toEqual([day("2026-11-16")]);
  });

  it("several together count, what overlaps once", () => {
    const [morning, noon] = [
      said("2026-11-16T09:00", "2026-11-16T12:00"),
      said("2026-11-16T11:00", "2026-11-16T14:00"),
    ];
    expect(daysOf(morning, noon)).toEqual([]);
    expect(daysOf(noon, said("2026-11-16T17:00", "2026-11-16T20:00"), morning)).toEqual([day("2026-11-16")]);
  });

  it("one told of the whole region counts, of another office, of another cause or taken back not", () => {
    const whole = ["2026-11-16T09:00", "2026-11-17T20:00"] as const;
    expect(daysOf(said(...whole, { office: null }))).toEqual([day("2026-11-16"), day("2026-11-17")]);
    for (const more of [
      { office: null, region: "KZ-43" },
      { office: "KZ-71-02" },
      { cause: "weather" as const },
      { cause: "authority-system" as const },
      { withdrawn: 1 },
    ])
      expect(daysOf(said(...whole, more))).toEqual([]);
  });

  it("no day that is not a working day is of an outage, and none after the last", () => {
    expect(daysOf(said("2026-11-20T00:00", "2026-11-24T00:00"))).toEqual([day("2026-11-20"), day("2026-11-23")]);
    expect(
      outageDaysOf([said("2026-11-20T00:00", "2026-12-20T00:00")], { index, counting, office }, day("2026-11-23")),
    ).toEqual([day("2026-11-20"), day("2026-11-23")]);
  });
});

const quarters = fc.integer({ min: 0, max: 24 * 4 * 20 });
const explained = fc.record({
  from: quarters,
  length: fc.integer({ min: 1, max: 200 }),
  cause: fc.constantFrom(...ALERT_CAUSES),
  own: fc.boolean(),
  isWithdrawn: fc.boolean(),
});
const START = Date.UTC(2026, 10, 1, 19);
const QUARTER = 900_000;

it("is what counting quarter by quarter gives, in whatever order it was told", () => {
  fc.assert(
    fc.property(fc.array(explained, { maxLength: 8 }), (list) => {
      const told = list.map(({ from, length, cause, own, isWithdrawn }) =>
        said("2026-11-01T00:00", "2026-11-01T00:00", {
          ...{ from: START + from * QUARTER, until: START + (from + length) * QUARTER, cause },
          ...{ office: own ? office.id : null, withdrawn: isWithdrawn ? 1 : null },
        }),
      );
      const isOut = (moment: number) =>
        told.some(
          ({ from, until, cause, withdrawn }) =>
            from <= moment &&
            moment < until &&
            withdrawn === null &&
            ["system-fault", "line-cut", "power-cut"].includes(cause),
        );
      const naive = [];
      for (let date = day("2026-11-01"); date <= day("2026-12-01"); date += 1) {
        if (!isWorkingDay(counting, date)) continue;
        let [open, out] = [0, 0];
        for (let minute = 0; minute < 1440; minute += 15) {
          const moment = momentAt(date, minute, zone);
          if (!isOpen(office, moment, index)) continue;
          open += 1;
          if (isOut(moment)) out += 1;
        }
        if (out * 2 > open) naive.push(date);
      }
      expect(daysOf(...told)).toEqual(naive);
      expect(daysOf(...[...told].reverse())).toEqual(naive);
    }),
    { numRuns: 60 },
  );
});

it("never takes more days than the front office and the applicant have, and leaves each total as it is", () => {
  const moments = fc.integer({ min: Date.UTC(2026, 10, 1), max: Date.UTC(2026, 10, 29) });
  const steps = fc.constantFrom<Step>("sent", "received", "returned:operator", "returned:applicant");
  fc.assert(
    fc.property(
      fc.array(fc.tuple(moments, steps), { maxLength: 5 }),
      moments,
      fc.uniqueArray(fc.integer({ min: day("2026-11-01"), max: day("2026-12-01") })),
      (told, due, outages) => {
        const of: OpenApplication = {
          ...{ service: "passport", authority: "justice", accepted: Date.UTC(2026, 9, 30), due },
          steps: told.sort((a, b) => a[0] - b[0]),
        };
        const by = { counting, zone, now: Date.UTC(2026, 10, 30) };
        const days = outages.filter((date) => isWorkingDay(counting, date)).sort((a, b) => a - b);
        const [late, out] = [daysLate(of, by), lateInOutage(of, by, days)];
        expect(out.frontOffice).toBeLessThanOrEqual(late.frontOffice);
        expect(out.applicant).toBeLessThanOrEqual(late.applicant);
        const every = [];
        for (let date = day("2026-10-25"); date <= day("2026-12-05"); date += 1)
          if (isWorkingDay(counting, date)) every.push(date);
        const { frontOffice, applicant } = late;
        expect(lateInOutage(of, by, every)).toEqual({ frontOffice, applicant });
        expect(outageDaysBetween(days, day("2026-10-01"), day("2026-12-31"))).toBe(days.length);
      },
    ),
    { numRuns: 100 },
  );
});
