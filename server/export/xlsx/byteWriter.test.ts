import fc from "fast-check";
import { expect, test } from "vitest";
import { ByteWriter, phraseOf } from "./byteWriter.ts";

const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ noNaN: true, min: 0, max: 1e9 }),
  fc.integer({ min: -1_000, max: 2e12 }),
  // seconds out of milliseconds, and shares
  fc.integer({ min: 0, max: 2e12 }).map((ms) => ms / 1_000),
  fc.tuple(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 1e6 })).map(([of, all]) => of / all),
);

test("numbers are written as ECMAScript writes them, texts as UTF-8, side by side and in pieces of any size", () => {
  const part = fc.oneof(number, fc.string({ unit: "grapheme" }));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 200 }), fc.boolean(), fc.nat(140_000), (parts, phrases, before) => {
      const writer = new ByteWriter();
      writer.text("x".repeat(before));
      const pieces: Uint8Array[] = [];
      for (const each of parts) {
        if (typeof each === "number") writer.number(each);
        else if (phrases) writer.phrase(phraseOf(each));
        else writer.text(each);
        if (writer.full) pieces.push(writer.take());
      }
      pieces.push(writer.take());
      expect(Buffer.concat(pieces).toString()).toBe(Buffer.from("x".repeat(before) + parts.join("")).toString());
    }),
  );
});
