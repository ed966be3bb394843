import fc from "fast-check";
import { expect, test } from "vitest";
import { forecastRest, restOf } from "./forecast.ts";
import { countBand } from "./forecastBand.ts";
import { forecastError } from "./forecastError.ts";
import { dayPattern, type PastDay } from "./forecastPattern.ts";

const MONDAY = 20_780;

/** A day with the same count in each quarter from 9 to 18 h. */
const evenDay = (day: number, count: number): PastDay => ({
  day,
  counts: Array.from({ length: 96 }, (_, quarter) => (quarter >= 36 && quarter < 72 ? count : 0)),
});
const weeks = (counts: readonly number[]) => counts.map((count, week) => evenDay(MONDAY - 7 * (week + 1), count));

test("[P1] fewer than three days of the weekday are no pattern, and no guess is made", () => {
  expect(dayPattern(weeks([10, 10]), MONDAY)).toBeNull();
  expect(dayPattern([...weeks([10, 10]), evenDay(MONDAY - 1, 10), evenDay(MONDAY - 2, 10)], MONDAY)).toBeNull();
  expect(dayPattern(weeks([10, 10, 10]), MONDAY)?.days).toBe(3);
});

test("[P1] days without a single case are days of which nothing was told", () => {
  expect(dayPattern([...weeks([10, 10]), evenDay(MONDAY - 21, 0)], MONDAY)).toBeNull();
});

test("[P2] before the day begins the usual day is forecast", () => {
  const pattern = dayPattern(weeks([10, 12, 8, 10]), MONDAY);
  if (pattern === null) throw new Error("no pattern");
  const { total, rest, quarters, soFar } = forecastRest(pattern, { count: 0, quarter: 36, part: 0 });
  expect(soFar).toBe(0);
  expect(rest.expected).toBeCloseTo(360);
  expect(total).toEqual(rest);
  expect(quarters).toHaveLength(35);
});

test("[P2] where days differ much a busy morning foretells a busy afternoon; where they do not, it does not", () => {
  const morning = { count: 270, quarter: 54, part: 0 };
  const varied = dayPattern(weeks([5, 15, 8, 14, 10, 6, 12, 10]), MONDAY);
  const steady = dayPattern(weeks([10, 10, 10, 10, 10, 10, 10, 10]), MONDAY);
  if (varied === null || steady === null) throw new Error("no pattern");
  expect(restOf(varied, morning).mean).toBeGreaterThan(250);
  expect(restOf(steady, { ...morning, count: 190 }).mean).toBeLessThan(190);
});

test("[P2] a day unlike all that are known is taken by its own pace", () => {
  const steady = dayPattern(weeks([10, 10, 10, 10, 10, 10, 10, 10]), MONDAY);
  if (steady === null) throw new Error("no pattern");
  expect(restOf(steady, { count: 720, quarter: 54, part: 0 }).mean).toBeGreaterThan(500);
});

test("[P2] an office that told nothing today is forecast from its past alone, and its count stays unknown", () => {
  const pattern = dayPattern(weeks([10, 12, 8, 10]), MONDAY);
  if (pattern === null) throw new Error("no pattern");
  const { soFar, rest } = forecastRest(pattern, { count: null, quarter: 54, part: 0 });
  expect(soFar).toBeNull();
  expect(rest.expected).toBeCloseTo(180);
});

test("[P3] a band of counts holds eight of ten as nearly as whole numbers can", () => {
  expect(countBand(0, 0)).toEqual({ expected: 0, low: 0, high: 0 });
  expect(countBand(1.3, 1.3)).toMatchObject({ low: 0, high: 2 });
  expect(countBand(20, 20)).toMatchObject({ low: 15, high: 25 });
  expect(countBand(1000, 1000)).toMatchObject({ low: 959, high: 1041 });
});

test("[P3] the band lies around what is expected, and is wider where more is uncertain", () => {
  const mean = fc.double({ min: 10, max: 3000, noNaN: true });
  fc.assert(
    fc.property(mean, fc.double({ min: 0.3, max: 2, noNaN: true }), (expected, scatter) => {
      const { low, high } = countBand(expected, expected * scatter);
      expect(low).toBeLessThanOrEqual(Math.ceil(expected));
      expect(high).toBeGreaterThanOrEqual(Math.floor(expected) - 1);
      const wider = countBand(expected, expected * scatter * 4);
      expect(wider.high - wider.low).toBeGreaterThanOrEqual(high - low - 1);
    }),
    { numRuns: 200 },
  );
});

test("[P4] past days are forecast from the days before them alone: a later day changes nothing", () => {
  const past = weeks([10, 12, 8, 10, 11, 9, 10]);
  const hours = { open: 540, close: 1080 };
  const error = forecastError(past, hours);
  expect(error).toMatchObject({ days: 4, n: 12 });
  const [latest, ...earlier] = past;
  const other = forecastError([{ ...(latest as PastDay), counts: evenDay(0, 90).counts }, ...earlier], hours);
  expect(other?.n).toBe(12);
  expect(forecastError(earlier, hours)).toMatchObject({ days: 3, n: 9 });
});
