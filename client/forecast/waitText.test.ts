import { expect, test } from "vitest";
import { createFormat, DASH } from "../format.ts";
import { waitText } from "./waitText.ts";
import { FORECAST_WORDS } from "./words.ts";

const text = (low: number | null, high: number | null) =>
  waitText({ low, high }, FORECAST_WORDS.en, createFormat("en"));

test("a range is told in whole minutes, rounded outwards", () => {
  expect(text(301, 719)).toBe("5–12 min");
  expect(text(61, 62)).toBe("1–2 min");
  expect(text(20, 200)).toBe("up to 4 min");
  expect(text(3, 40)).toBe("under a minute");
});

test("a wait that is not known is a dash, never 0", () => {
  expect(text(null, null)).toBe(DASH);
  expect(waitText(undefined, FORECAST_WORDS.ru, createFormat("ru"))).toBe(DASH);
});
