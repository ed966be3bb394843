import { expect, test } from "vitest";
import { median, quantile } from "./quantile.ts";

test("a quantile is the value of the nearest rank, whatever the order", () => {
  expect(quantile([30, 10, 20, 40], 0.5)).toBe(20);
  expect(quantile([30, 10, 20, 40], 0.99)).toBe(40);
  expect(median([3, 1, 2])).toBe(2);
});

test("nothing measured is not a number", () => {
  expect(median([])).toBeNaN();
});
