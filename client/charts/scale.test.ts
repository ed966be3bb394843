import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bandPath, roundTicks, type Spot, smoothPath } from "./scale.ts";

describe("a chart's scale", () => {
  test("ticks are round numbers that reach the highest value", () => {
    expect(roundTicks(700, 3)).toEqual([0, 250, 500, 750]);
    expect(roundTicks(4, 3)).toEqual([0, 2, 4]);
    expect(roundTicks(0, 3)).toEqual([0, 1]);
    expect(roundTicks(22, 3)).toEqual([0, 10, 20, 30]);
  });

  test("whatever the highest value, ticks are whole, reach it, and are few", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (most) => {
        const ticks = roundTicks(most, 3);
        expect(ticks.every(Number.isInteger)).toBe(true);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
        expect(ticks.length).toBeLessThanOrEqual(4);
      }),
      { numRuns: 200 },
    );
  });

  test("a smooth curve never leaves the heights of its neighbours", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 30 }), (heights) => {
        const spots = heights.map((y, at): Spot => [at * 10, y]);
        const bends = smoothPath(spots).split("C").slice(1);
        bends.forEach((bend, at) => {
          const [, leaves = 0, , arrives = 0] = bend.split(" ").map(Number);
          const [from, to] = [heights[at] ?? 0, heights[at + 1] ?? 0];
          const within = (y: number) => y >= Math.min(from, to) - 0.1 && y <= Math.max(from, to) + 0.1;
          expect(within(leaves) && within(arrives)).toBe(true);
        });
      }),
      { numRuns: 100 },
    );
  });

  test("a band needs two points and is closed", () => {
    expect(bandPath([[0, 1]], [[0, 0]])).toBe("");
    expect(
      bandPath(
        [
          [0, 5],
          [10, 5],
        ],
        [
          [0, 1],
          [10, 1],
        ],
      ),
    ).toMatch(/^M.*Z$/);
  });
});
