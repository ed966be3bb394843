import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonicalJson.ts";

test("canonical JSON says the same value, whatever the order of its members", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const turned = JSON.parse(JSON.stringify(value), (_key, part) =>
        part !== null && typeof part === "object" && !Array.isArray(part)
          ? Object.fromEntries(Object.entries(part).reverse())
          : part,
      ) as unknown;
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("members stand in the order of their code units, as RFC 8785 has it", () => {
  expect(canonicalJson({ b: 1, a: [true, null, 4.5], "€": "\u20ac", "1": 1e21, gone: undefined })).toBe(
    '{"1":1e+21,"a":[true,null,4.5],"b":1,"€":"€"}',
  );
  expect(() => canonicalJson([Number.NaN])).toThrow(TypeError);
});
