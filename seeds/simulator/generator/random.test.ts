import { expect, test } from "vitest";
import { choose, randomFor, weigh } from "./random.ts";

const many = (count: number, draw: () => number) => Array.from({ length: count }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test("a key always gives the same numbers, another key others", () => {
  const numbers = (key: string) => {
    const random = randomFor(key);
    return many(20, random.next);
  };
  expect(numbers("KZ-71-01")).toEqual(numbers("KZ-71-01"));
  expect(numbers("KZ-71-01")).not.toEqual(numbers("KZ-71-02"));
});

test("numbers are spread evenly from 0 to 1", () => {
  const random = randomFor("even");
  const tenths = new Array<number>(10).fill(0);
  for (const number of many(20_000, random.next))
    tenths[Math.floor(number * 10)] = (tenths[Math.floor(number * 10)] ?? 0) + 1;
  for (const tenth of tenths) expect(Math.abs(tenth - 2000)).toBeLessThan(200);
});

test("a log-normal number has the mean that was asked for", () => {
  const random = randomFor("log-normal");
  const values = many(50_000, () => random.logNormal(9.5, 0.5));
  expect(mean(values)).toBeGreaterThan(9.3);
  expect(mean(values)).toBeLessThan(9.7);
  expect(Math.min(...values)).toBeGreaterThan(0);
});

test("a choice follows its weights, and what weighs nothing is never chosen", () => {
  const random = randomFor("weights");
  const weights = weigh([1, 0, 3]);
  const chosen = many(8000, () => choose(weights, random));
  expect(chosen).not.toContain(1);
  expect(chosen.filter((place) => place === 2).length / chosen.length).toBeCloseTo(0.75, 1);
});
