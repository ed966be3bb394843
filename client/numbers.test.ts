import fc from "fast-check";
import { expect, test } from "vitest";
import { NUMBERS, writeNumber } from "./numbers.ts";

const LOCALES = { kk: "ru", ru: "ru", en: "en-GB" } as const;

test("numbers are written as Intl writes them, of any size, sign and number of digits", () => {
  const values = fc.oneof(
    fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }),
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    fc.integer({ min: -100_000, max: 100_000 }).map((eighths) => eighths / 8),
  );
  fc.assert(
    fc.property(
      values,
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom("kk" as const, "ru" as const, "en" as const),
      (value, digits, language) => {
        const intl = new Intl.NumberFormat(LOCALES[language], {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        });
        expect(writeNumber(value, digits, NUMBERS[language])).toBe(intl.format(value));
      },
    ),
    { numRuns: 300 },
  );
});
