import fc from "fast-check";
import { expect, it } from "vitest";
import { DenseTally } from "./denseTally.ts";
import { distribution, emptyTally, mergePackedTally, packTally, type Tally, tallyDuration } from "./tally.ts";

const duration = fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 4e11 }));
const tally = fc.array(duration, { minLength: 1, maxLength: 30 }).map((durations): Tally => {
  const made = emptyTally();
  for (const each of durations) tallyDuration(made, each, 1);
  return made;
});

it("[L4] a dense tally of many rows says what a tally of the same rows says, also when it is used again", () => {
  const dense = new DenseTally();
  fc.assert(
    fc.property(fc.array(tally, { maxLength: 20 }), fc.string(), (rows, before) => {
      const sparse = emptyTally();
      dense.clear();
      for (const row of rows) {
        const packed = packTally(row);
        const text = `${before}${packed};rest`;
        mergePackedTally(sparse, text, before.length, before.length + packed.length);
        dense.mergePacked(text, before.length, before.length + packed.length);
      }
      expect(dense.distribution()).toEqual(distribution(sparse));
      expect([dense.n, dense.sum]).toEqual([sparse.n, sparse.sum]);
    }),
  );
});
