import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { type CountingIndex, indexReference } from "../../shared/referenceIndex.ts";
import { HOLDERS, OUTAGE_HOLDERS } from "../../shared/stock.ts";
import { localDay } from "../../shared/time.ts";
import { loadReference } from "../reference.ts";
import { type Application, clockStop, newApplication } from "./application.ts";
import { causeOf } from "./cause.ts";
import { daysLate } from "./daysUsed.ts";
import { contributeLateDays, daysOfSpan, lateSpans } from "./lateDays.ts";
import { NEVER } from "./moment.ts";
import { OfficeState } from "./office.ts";
import { wayOf } from "./openApplication.ts";
import { lateInOutage, outageDaysBetween } from "./outageDays.ts";
import { EMPTY_ROW, packRow } from "./row.ts";

const zone = "Asia/Almaty";
let counting: CountingIndex;
beforeAll(async () => {
  counting = indexReference(await loadReference("seeds")).counting.get("KZ-5") as CountingIndex;
});

const at = (text: string) => Date.parse(`${text}+05:00`);
const faults = ["operator", "applicant", "authority", "rule-change"] as const;

function application(accepted: number, due: number): Application {
  const of = newApplication("A-1");
  of.accepted = { time: accepted, sequence: 0 };
  of.acceptance = {
    ...{ operator: "o", service: "passport", authority: "justice", matter: "passport|justice" },
    ...{ variant: "", ticket: "", corrects: "", given: due },
  };
  of.due = due;
  of.duePassed = true;
  return of;
}

it("[O4] sent back after the deadline, sent again and ready: each has the days that it lay with them", () => {
  const of = application(at("2026-11-02T10:00:00"), at("2026-11-07T00:00:00"));
  of.sent = { time: at("2026-11-03T10:00:00"), sequence: 0 };
  of.returns = [{ time: at("2026-11-10T11:00:00"), sequence: 3, reason: "x", fault: "applicant" }];
  of.again = [[at("2026-11-12T09:00:00"), "sent"]];
  of.ready = { time: at("2026-11-16T09:00:00"), sequence: 0 };
  const day = (text: string) => localDay(at(`${text}T12:00:00`), zone);
  const spans = [
    { holder: "authority", from: day("2026-11-06"), to: day("2026-11-10") },
    { holder: "applicant", from: day("2026-11-10"), to: day("2026-11-12") },
    { holder: "authority", from: day("2026-11-12"), to: day("2026-11-16") },
  ];
  expect(lateSpans(of, zone)).toEqual(spans);
  expect(spans.map((span) => daysOfSpan(counting, span, day("2026-12-01")))).toEqual([2, 2, 2]);
});

const moments = fc.integer({ min: Date.UTC(2026, 8, 1), max: Date.UTC(2026, 11, 1) });
const ways = fc
  .record({
    accepted: moments,
    due: moments,
    sent: fc.option(moments),
    received: fc.option(moments),
    returns: fc.array(fc.tuple(moments, fc.constantFrom(...faults)), { maxLength: 3 }),
    again: fc.array(fc.tuple(moments, fc.constantFrom("sent" as const, "received" as const)), { maxLength: 3 }),
    ready: fc.option(moments),
  })
  .map(({ accepted, due, sent, received, returns, again, ready }) => {
    const of = application(accepted, due);
    if (sent !== null) of.sent = { time: sent, sequence: 0 };
    if (received !== null) of.received = { time: received, sequence: 0 };
    of.returns = returns.map(([time, fault], sequence) => ({ time, sequence, reason: "x", fault }));
    of.again = again;
    if (ready !== null) of.ready = { time: ready, sequence: 0 };
    return of;
  });

const dates = { min: Date.UTC(2026, 8, 1) / 86_400_000, max: Date.UTC(2026, 11, 1) / 86_400_000 };
const outageDays = fc.uniqueArray(fc.integer(dates), { maxLength: 40 }).map((days) => days.sort((a, b) => a - b));

it("the ledger of a month says what is said of each application, finished or not", () => {
  fc.assert(
    fc.property(ways, moments, outageDays, (of, later, outages) => {
      const now = Math.max(later, of.due, of.accepted.time);
      const way = wayOf(of);
      const stop = clockStop(of);
      if (way === null || stop <= of.due || (stop !== NEVER && stop > now)) return;
      const said = daysLate(way, { counting, zone, now: Math.min(now, stop) });
      const spans = lateSpans(of, zone);
      for (const holder of HOLDERS) {
        const days = spans.filter((span) => span.holder === holder);
        expect(days.reduce((sum, span) => sum + daysOfSpan(counting, span, localDay(now, zone)), 0)).toBe(said[holder]);
      }
      const out = lateInOutage(way, { counting, zone, now: Math.min(now, stop) }, outages);
      const today = localDay(now, zone);
      for (const holder of OUTAGE_HOLDERS) {
        const days = spans.filter((span) => span.holder === holder);
        const sum = days.reduce(
          (n, { from, to }) => n + outageDaysBetween(outages, from, Math.min(to ?? today, today)),
          0,
        );
        expect(sum).toBe(out[holder]);
      }
    }),
    { numRuns: 300 },
  );
});

it("what is taken back leaves no trace", () => {
  fc.assert(
    fc.property(ways, (of) => {
      const office = new OfficeState({
        ...{ id: "KZ-71-01", zone, waitNorm: 0, deadline: () => null, authorityOf: () => "", knows: () => true },
      });
      contributeLateDays(of, office, 1);
      const causes = () => [...office.book.days.values()].flatMap(({ causes: rows }) => [...rows.values()]);
      for (const { key } of causes()) expect(causeOf(key)).toMatchObject({ kind: "late", authority: "justice" });
      expect(causes()).toHaveLength(clockStop(of) > of.due ? lateSpans(of, zone).length : 0);
      contributeLateDays(of, office, -1);
      for (const { value } of causes()) expect(packRow(value)).toBe(EMPTY_ROW);
    }),
    { numRuns: 100 },
  );
});
