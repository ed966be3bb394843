import fc from "fast-check";
import { expect, test } from "vitest";
import { DIMENSIONS, type StatisticsRow } from "../../../shared/statistics.ts";
import { emptyTotal, figuresOf, UNKNOWN_FIGURES } from "../../core/figures.ts";
import { COUNTERS } from "../../core/row.ts";
import { packRows, unpackRows } from "./rowBlock.ts";
import { cellsOf, layoutOf } from "./statisticsLayout.ts";

const figures = fc
  .tuple(fc.array(fc.nat(1e9), { minLength: COUNTERS.length, maxLength: COUNTERS.length }), fc.boolean())
  .map(([counts, tickets]) => figuresOf({ ...emptyTotal(), row: { ...emptyTotal().row, counts } }, tickets));
const row: fc.Arbitrary<StatisticsRow> = fc
  .tuple(fc.oneof(figures, fc.constant(UNKNOWN_FIGURES)), fc.constantFrom("O-1", "O-2"), fc.constantFrom("1", "2"))
  .map(([of, office, operator]) => ({ ...of, office, operator, service: "passport" }));
const names = { "O-1": { kk: "Бірінші", ru: "Первый", en: "First" }, passport: { kk: "а", ru: "б", en: "c" } };

test("rows that went from one thread to another as a block are the same cells", () => {
  const asked = fc.record({
    by: fc.subarray([...DIMENSIONS], { maxLength: 2 }),
    figures: fc.constantFrom([], ["accepted", "leadTime", "rejectionRate"] as const),
  });
  fc.assert(
    fc.property(asked, fc.array(row, { maxLength: 5 }), ({ by, figures }, rows) => {
      const query = { from: 1, to: 2, by, filter: {} };
      const file = { query, figures, names, language: "ru" as const, imported: null };
      const layout = layoutOf(file);
      const block = structuredClone(packRows(layout, rows));
      expect(unpackRows(layout, block, file)).toEqual(rows.map((each) => cellsOf(layout, each, file)));
    }),
  );
});
