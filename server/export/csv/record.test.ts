import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCsv } from "../../testing/parseCsv.ts";
import { csvRecord } from "./record.ts";

const cell = fc.oneof(
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ unit: "binary" }),
  fc.stringMatching(/^[=+\-@\t\r\n",; a-zӘәҚқ]{0,8}$/),
);
const BEGINS_FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

test("a record read back by the grammar of RFC 4180 has the cells that were written", () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 6 }), (rows) => {
      const written = rows.map((row) => csvRecord(row)).join("");
      const expected = rows.map((row) =>
        row.map((each) => {
          if (each === null) return "";
          if (typeof each === "number") return String(each);
          return BEGINS_FORMULA.test(each) ? `'${each}` : each;
        }),
      );
      expect(parseCsv(written)).toEqual(expected);
    }),
  );
});

test("no text of a file begins as a formula of a spreadsheet does, and numbers below zero stay numbers", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const [[read = ""] = []] = parseCsv(csvRecord([text]));
      expect(BEGINS_FORMULA.test(read)).toBe(false);
    }),
  );
  expect(csvRecord(['=HYPERLINK("http://x")', -5, "+7", "@a", "＝1"])).toBe(
    '"\'=HYPERLINK(""http://x"")",-5,\'+7,\'@a,\'＝1\r\n',
  );
});

test("what is not known is empty, and an empty text is told from it", () => {
  expect(csvRecord([null, "", 0])).toBe(',"",0\r\n');
});
