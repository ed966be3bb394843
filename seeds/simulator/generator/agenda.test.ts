import fc from "fast-check";
import { expect, test } from "vitest";
import { Agenda } from "./agenda.ts";

test("things are taken by their moment, and of equal moments in the order in which they were added", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (moments) => {
      const agenda = new Agenda<number>();
      for (const [place, at] of moments.entries()) agenda.add(at, place);
      const taken: (readonly [number, number])[] = [];
      for (let next = agenda.take(); next !== null; next = agenda.take()) taken.push([next.at, next.item]);
      const expected = moments.map((at, place) => [at, place] as const);
      expect(taken).toEqual(expected.sort((one, other) => one[0] - other[0] || one[1] - other[1]));
      expect(agenda.size).toBe(0);
    }),
  );
});
