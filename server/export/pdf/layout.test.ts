import fc from "fast-check";
import { expect, test } from "vitest";
import { planColumns } from "./columnPlan.ts";
import { hyphenPlaces } from "./hyphenation.ts";
import { scaleOf } from "./scale.ts";

const wanted = fc.array(
  fc.record({
    least: fc.double({ min: 5, max: 90, noNaN: true }),
    more: fc.double({ min: 0, max: 150, noNaN: true }),
    key: fc.boolean(),
  }),
  { minLength: 1, maxLength: 24 },
);

test("every column is laid once, each group of columns after its keys and within the paper", () => {
  fc.assert(
    fc.property(wanted, (columns) => {
      const all = columns.map(({ least, more, key }, at) => ({ least, natural: least + more, key: key && at < 2 }));
      const keys = all.flatMap(({ key }, at) => (key ? [at] : []));
      const groups = planColumns(all, 511);
      const laid = groups.flatMap(({ columns: group }) => group.slice(keys.length));
      expect([...laid].sort((a, b) => a - b)).toEqual(all.flatMap(({ key }, at) => (key ? [] : [at])));
      for (const { columns: group, widths } of groups) {
        expect(group.slice(0, keys.length)).toEqual(keys);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(511.001);
      }
    }),
  );
});

test("a scale begins and ends with round numbers around all of its values", () => {
  const values = fc.array(
    fc.integer({ min: -1e8, max: 1e8 }).map((hundredths) => hundredths / 100),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(values, fc.constantFrom("tens" as const, "seconds" as const), fc.boolean(), (of, unit, whole) => {
      const { ticks, at } = scaleOf(of, 4, unit, whole);
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThan(14);
      for (const value of [0, ...of]) {
        expect(at(value)).toBeGreaterThanOrEqual(-1e-6);
        expect(at(value)).toBeLessThanOrEqual(1 + 1e-6);
      }
    }),
  );
});

test("words are broken between syllables, never before a sign or a lone letter", () => {
  const broken = (word: string) =>
    [...word].map((letter, at) => (hyphenPlaces(word).includes(at) ? `-${letter}` : letter)).join("");
  expect(broken("возвращено")).toBe("возв-ра-щено");
  expect(broken("қабылданды")).toBe("қа-был-данды");
  expect(broken("ЦОН")).toBe("ЦОН");
  expect(broken("объявление")).not.toContain("-ъ");
});
