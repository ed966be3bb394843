import fc from "fast-check";
import { expect, test } from "vitest";
import { CsvReader } from "./csvReader.ts";

function read(parts: readonly string[], delimiter = ",") {
  const reader = new CsvReader(delimiter, "file.csv");
  return [...parts.flatMap((part) => reader.push(part)), ...reader.end()];
}
const fieldsOf = (text: string, delimiter = ",") => read([text], delimiter).map(({ fields }) => fields);

test("quotes hold delimiters, line breaks and doubled quotes", () => {
  expect(fieldsOf('a,"b,c","d\r\ne","say ""yes"""\n')).toEqual([["a", "b,c", "d\r\ne", 'say "yes"']]);
});

test("records end with LF, CRLF or CR, and the last one needs no end", () => {
  expect(fieldsOf("a,b\nc,d\r\ne,f\rg,")).toEqual([
    ["a", "b"],
    ["c", "d"],
    ["e", "f"],
    ["g", ""],
  ]);
});

test("empty lines are passed over, a quoted empty field is not", () => {
  expect(fieldsOf('a\n\n\r\n""\n')).toEqual([["a"], [""]]);
});

test("a record knows the line on which it begins, line breaks in quotes counted", () => {
  expect(read(['a\r\n"1\r\n2\n3",x\r\nb\n\nc']).map(({ line }) => line)).toEqual([1, 2, 5, 7]);
});

test("a quote inside of an unquoted field is a letter; text after a closing quote breaks only its record", () => {
  expect(fieldsOf('5" pipe,x')).toEqual([['5" pipe', "x"]]);
  expect(read(['"a"b,c\nd,e']).map(({ broken }) => broken)).toEqual([expect.stringContaining("closing quote"), null]);
});

test("a quote that is never closed is named by its line", () => {
  expect(() => read(['a,b\nc,"d\ne,f\n'])).toThrow(
    "file.csv, line 2: a quoted field begins here and does not end; close it",
  );
});

test("any fields, cut into any parts, come back as they were", () => {
  const field = fc.string({ unit: fc.constantFrom("a", '"', ",", ";", "\n", "\r", " ", "ә") });
  const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rows, fc.constantFrom("\n", "\r\n", "\r"), fc.integer({ min: 1, max: 7 }), (table, end, size) => {
      const text = table
        .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(";"))
        .join(end)
        .concat(end);
      const parts = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
        text.slice(at * size, (at + 1) * size),
      );
      expect(read(parts, ";").map(({ fields }) => fields)).toEqual(table);
    }),
  );
});
