import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type CountingIndex, indexReference } from "../../shared/referenceIndex.ts";
import { localDay } from "../../shared/time.ts";
import { loadReference } from "../reference.ts";
import { newApplication } from "./application.ts";
import { isWorkingDay } from "./calendar.ts";
import { ageOf, bucketOf, type Counted, daysLate, daysUsed, horizonOf, lateOf, stageOf } from "./daysUsed.ts";
import { NEVER } from "./moment.ts";
import { type OpenApplication, packOpen, type Step, unpackOpen } from "./openApplication.ts";
import { addPiles, ledgerOf, type Piles, pileUp, runningOf, stagesOf } from "./stock.ts";
import { workingDaysBetween } from "./workingDays.ts";

const zone = "Asia/Almaty";
let counting: CountingIndex;
beforeAll(async () => {
  counting = indexReference(await loadReference("seeds")).counting.get("KZ-5") as CountingIndex;
});

const at = (text: string) => Date.parse(`${text}+05:00`);
const open = (due: string | null, ...steps: readonly (readonly [string, Step])[]): OpenApplication => ({
  service: "passport",
  authority: "justice",
  accepted: at("2026-11-16T10:00:00"),
  due: due === null ? NEVER : at(due),
  steps: steps.map(([time, step]) => [at(time), step] as const),
});
const counted = (now: string): Counted => ({ counting, zone, now: at(now) });

describe("[O3] a working day belongs to who had the application when it began", () => {
  it("sent on the second day and sent back for want of a paper: each has its days", () => {
    const of = open(
      "2026-11-21T00:00:00",
      ["2026-11-17T15:00:00", "sent"],
      ["2026-11-19T11:00:00", "returned:applicant"],
      ["2026-11-23T09:00:00", "sent"],
    );
    expect(daysUsed(of, counted("2026-11-24T12:00:00"))).toEqual({ frontOffice: 1, authority: 3, applicant: 2 });
    expect(daysLate(of, counted("2026-11-24T12:00:00"))).toEqual({ frontOffice: 0, authority: 1, applicant: 1 });
    expect(ageOf(of, counted("2026-11-24T12:00:00"))).toBe(6);
    expect(stageOf(of)).toBe("sent");
  });

  it("the clock stands still once it is ready, and a stop exactly at the deadline is in time", () => {
    const of = open("2026-11-21T00:00:00", ["2026-11-17T15:00:00", "sent"], ["2026-11-21T00:00:00", "ready"]);
    expect(ageOf(of, counted("2026-12-30T12:00:00"))).toBe(4);
    expect(lateOf(of, counted("2026-12-30T12:00:00"))).toBe(0);
  });

  it("weekends and days off are nobody's", () => {
    const of = open("2026-11-21T00:00:00", ["2026-11-17T15:00:00", "sent"]);
    expect(lateOf(of, counted("2026-11-22T12:00:00"))).toBe(0);
    expect(lateOf(of, counted("2026-11-23T00:30:00"))).toBe(1);
  });
});

it("[O2] due at 24:00 of today is due today, of the second working day soon, and past it is overdue", () => {
  const now = counted("2026-11-20T12:00:00");
  const of = (due: string | null) => bucketOf(open(due), now.now, horizonOf(now));
  expect(of("2026-11-20T00:00:00")).toBe("overdue");
  expect(of("2026-11-21T00:00:00")).toBe("today");
  expect(of("2026-11-25T00:00:00")).toBe("soon");
  expect(of("2026-11-25T00:00:01")).toBe("later");
  expect(of(null)).toBe("none");
});

const moments = fc.integer({ min: Date.UTC(2026, 8, 1), max: Date.UTC(2026, 11, 1) });
const steps = fc.constantFrom<Step>(
  "sent",
  "received",
  "returned:operator",
  "returned:applicant",
  "returned:authority",
);
const ways = fc
  .record({
    accepted: moments,
    due: fc.option(moments, { nil: NEVER }),
    steps: fc.array(fc.tuple(moments, steps), { maxLength: 6 }),
    authority: fc.constantFrom("justice", "land"),
  })
  .map(
    ({ accepted, due, steps: told, authority }): OpenApplication => ({
      service: "passport",
      authority,
      accepted,
      due,
      steps: told.sort((a, b) => a[0] - b[0]),
    }),
  );

describe("laws of what is in hand", () => {
  it("working days between two dates are counted as the calendar has them", () => {
    fc.assert(
      fc.property(fc.nat(25_000), fc.nat(120), (after, length) => {
        let days = 0;
        for (let day = after + 1; day <= after + length; day += 1) if (isWorkingDay(counting, day)) days += 1;
        expect(workingDaysBetween(counting, after, after + length)).toBe(days);
      }),
      { numRuns: 50 },
    );
  });

  it("the days of all together are the age, and those after the deadline are the working days since", () => {
    fc.assert(
      fc.property(ways, moments, (of, now) => {
        const by = { counting, zone, now: Math.max(now, of.accepted) };
        const used = daysUsed(of, by);
        expect(used.frontOffice + used.authority + used.applicant).toBe(ageOf(of, by));
        if (of.due < by.now && of.due > of.accepted)
          expect(lateOf(of, by)).toBe(workingDaysBetween(counting, localDay(of.due - 1, zone), localDay(by.now, zone)));
      }),
      { numRuns: 200 },
    );
  });

  it("piles of offices are the piles of all, however they are put together", () => {
    fc.assert(
      fc.property(fc.array(ways, { maxLength: 30 }), fc.nat(30), moments, (list, cut, now) => {
        const by = { counting, zone, now };
        const pile = (some: readonly OpenApplication[]) => {
          const piles: Piles = new Map();
          for (const of of some) pileUp(piles, of, by, horizonOf(by));
          return piles;
        };
        const whole = pile(list);
        const sum: Piles = new Map();
        addPiles(sum, pile(list.slice(cut)));
        addPiles(sum, pile(list.slice(0, cut)));
        expect(runningOf(sum)).toEqual(runningOf(whole));
        expect(stagesOf([...sum.values()])).toEqual(stagesOf([...whole.values()]));
        expect(ledgerOf([...sum.values()])).toEqual(ledgerOf([...whole.values()]));
        expect(runningOf(whole).n).toBe(list.length);
      }),
      { numRuns: 100 },
    );
  });
});

it("[O1] what is declined, withdrawn or handed over is in nobody's hand; what is ready waits", () => {
  const application = newApplication("A-1");
  expect(packOpen(application)).toBeNull();
  application.acceptance = {
    operator: "o",
    service: "passport",
    authority: "justice",
    matter: "passport|justice",
    variant: "",
    ticket: "",
    corrects: "",
    given: null,
  };
  application.accepted = { time: at("2026-11-16T10:00:00"), sequence: 0 };
  application.ready = { time: at("2026-11-18T10:00:00"), sequence: 0 };
  expect(stageOf(unpackOpen(packOpen(application) ?? ""))).toBe("ready");
  application.issued = { time: at("2026-11-18T11:00:00"), sequence: 0 };
  expect(packOpen(application)).toBeNull();
});
