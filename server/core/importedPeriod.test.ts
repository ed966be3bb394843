import { beforeAll, describe, expect, test } from "vitest";
import type { ImportedRow } from "../../shared/importedTotals.ts";
import { indexReference, type ReferenceIndex } from "../../shared/referenceIndex.ts";
import { loadReference } from "../reference.ts";
import { UNKNOWN_FIGURES } from "./figures.ts";
import { importedPeriod, withImported } from "./importedPeriod.ts";
import type { PeriodFigures } from "./reportFacts.ts";
import { type Month, parseMonth } from "./reportMonth.ts";

const month = parseMonth("2025-11") as Month;
let index: ReferenceIndex;
const in71 = () => [...index.offices.values()].filter(({ region }) => region === "KZ-71").map(({ id }) => id);
beforeAll(async () => {
  index = indexReference(await loadReference("seeds"));
});

function told(place: { office: string } | { region: string }, figures: ImportedRow["figures"]): ImportedRow {
  const importedAt = "2026-01-02T00:00:00.000Z";
  return { ...place, month: "2025-11", figures, imported: true, reproducible: false, source: "old", importedAt };
}
const of = (rows: readonly ImportedRow[], offices: readonly string[]) =>
  importedPeriod(index, rows, new Set(offices), month);

describe("[R11] a month of an old system", () => {
  test("of an office is what it told, its rates by their definitions, everything else not known", () => {
    const found = of([told({ office: "KZ-71-01" }, { accepted: 90, rejected: 10, due: 50, delayed: 5 })], ["KZ-71-01"]);
    expect(found).toMatchObject({ expected: 1, told: 1, origin: { sources: ["old"], complete: true } });
    expect(found?.row).toMatchObject({ accepted: 90, delayed: 5, served: null, waitingTime: null, leftRate: null });
    expect(found?.row.rejectionRate).toEqual({ numerator: 10, denominator: 100, value: 0.1 });
    expect(found?.row.delayedRate?.value).toBe(0.1);
  });

  test("of a region is its own total, and never that of its offices added to it", () => {
    const rows = [told({ region: "KZ-71" }, { accepted: 900 }), told({ office: "KZ-71-01" }, { accepted: 90 })];
    expect(of(rows, in71())?.row.accepted).toBe(900);
    expect(of(rows, in71())?.origin.complete).toBe(true);
    expect(of(rows, ["KZ-71-01"])?.row.accepted).toBe(90);
    expect(of([rows[0] as ImportedRow], ["KZ-71-01"])).toBeNull();
  });

  test("says of how many offices it is, and knows no figure that one of them did not tell", () => {
    const rows = [
      told({ office: "KZ-71-01" }, { accepted: 90, served: 1 }),
      told({ office: "KZ-71-02" }, { accepted: 10 }),
    ];
    const found = of(rows, in71());
    expect(found).toMatchObject({ told: 2, expected: in71().length, origin: { complete: false } });
    expect([found?.row.accepted, found?.row.served]).toEqual([100, null]);
    expect(of(rows, ["KZ-43-04"])).toBeNull();
  });

  test("takes the place of one made of events only where they tell of less than half as many offices", () => {
    const imported = of([told({ region: "KZ-71" }, { accepted: 900 })], in71());
    const made = (reporting: number): PeriodFigures => ({
      ...{ month, until: month.to, status: "final", imported: null, row: { ...UNKNOWN_FIGURES, accepted: 7 } },
      coverage: { expected: in71().length, reporting, silent: [], oldestEvent: null, missingEvents: 0 },
    });
    const many = Math.ceil(in71().length / 2);
    expect(withImported(made(many), imported).row.accepted).toBe(7);
    expect(withImported(made(0), imported)).toMatchObject({ status: "imported", row: { accepted: 900 } });
    expect(withImported(made(0), null).row.accepted).toBe(7);
  });
});
