import fc from "fast-check";
import { expect, it } from "vitest";
import { parseInstant, parseSource } from "../../shared/events.ts";
import { arbitraryEvents, FIRST_MOMENT } from "../testing/arbitraryEvents.ts";
import { foldFact } from "./fold.ts";
import { OfficeState } from "./office.ts";
import {
  packApplication,
  packOperatorDay,
  packSpine,
  packTicket,
  unpackApplication,
  unpackOperatorDay,
  unpackSpine,
  unpackTicket,
} from "./packing.ts";
import { exchangeRow, packRow, unpackRow } from "./row.ts";
import { packSequence, unpackSequence } from "./sequence.ts";
import { packSeries, unpackSeries } from "./series.ts";

const rules = {
  id: "KZ-71-01",
  zone: "Asia/Almaty",
  waitNorm: 900_000,
  deadline: () => null,
  authorityOf: () => "",
  knows: () => true,
};

it("whatever events made of an office, every part of it comes back from the store as it was", () => {
  fc.assert(
    fc.property(arbitraryEvents("KZ-71-01", 60), (events) => {
      const office = new OfficeState(rules);
      for (const event of events) {
        const producer = parseSource(event.source)?.producer as string;
        foldFact(
          office,
          { event, producer, sequence: Number(event.sequence), time: parseInstant(event.time) },
          FIRST_MOMENT,
        );
      }
      office.contribute();
      office.settle();
      for (const of of office.tickets.values())
        expect(unpackTicket(of.id, packTicket(of))).toEqual({ ...of, onBoard: true });
      for (const of of office.applications.values()) expect(unpackApplication(of.id, packApplication(of))).toEqual(of);
      for (const of of office.operatorDays.values())
        expect(unpackOperatorDay(of.operator, of.day, packOperatorDay(of))).toEqual(of);
      for (const of of office.spines.values()) expect(unpackSpine(of.operator, packSpine(of))).toEqual(of);
      for (const of of office.sources.values()) expect(unpackSequence(packSequence(of))).toEqual(of);
      for (const { office: row, series } of office.book.days.values()) {
        expect(unpackSeries(packSeries(series.value))).toEqual(series.value);
        expect(packRow(unpackRow(packRow(row.value)))).toBe(packRow(row.value));
        const nothing = unpackRow(packRow(row.value));
        exchangeRow(nothing, row.value, null);
        expect(nothing.counts.every((count) => count === 0)).toBe(true);
        for (const tally of [nothing.waiting, nothing.service, nothing.lead])
          expect(tally?.buckets.length ?? 0).toBe(0);
      }
    }),
    { numRuns: 200 },
  );
});

it("an application keeps free words with every letter, and a place in every field", () => {
  const application = unpackApplication("A-1", ",,,,,,,,,,,,,,,,,,,,,,,");
  application.declinedFor = 'no "deed", құжат;\u2028|,\\';
  application.returns = [{ time: 1, sequence: 2, reason: "a,b|c;\u2029", fault: "operator" }];
  expect(unpackApplication("A-1", packApplication(application))).toEqual(application);
});
