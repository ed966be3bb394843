import { expect, test } from "vitest";
import { createFormat, DASH } from "../format.ts";
import { waitText, wholePercent } from "./waitText.ts";
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

test("a share of past cases is told in whole percent", () => {
  expect(wholePercent(0.7962, createFormat("en"))).toBe("80%");
  expect(wholePercent(0.7962, createFormat("kk"))).toBe("80\u00a0%");
});
