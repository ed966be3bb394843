import { expect, test } from "vitest";
import { delaysOf } from "./delays.ts";

test("an event is shown by the first frame whose figure counts it, together with those before it", () => {
  const shown = [
    { value: 101, at: 1_050 },
    { value: 103, at: 1_150 },
  ];
  expect(delaysOf(100, [1_000, 1_020, 1_040], shown)).toEqual([50, 130, 110]);
});

test("an event that was never shown has no delay", () => {
  expect(delaysOf(100, [1_000, 1_020], [{ value: 101, at: 1_050 }])).toEqual([50]);
});
