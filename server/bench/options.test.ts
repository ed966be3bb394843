import { expect, test } from "vitest";
import { LINES, readOptions, UsageError } from "./options.ts";

test("without words everything is measured in full", () => {
  expect(readOptions([])).toEqual({ only: LINES, quick: false, full: false, json: false, profile: false });
});

test("lines are chosen one by one or with commas", () => {
  expect(readOptions(["--only", "screen,client", "--only", "start", "--quick"])).toMatchObject({
    only: ["screen", "client", "start"],
    quick: true,
  });
});

test("an unknown line or word is named, with what would be understood", () => {
  expect(() => readOptions(["--only", "sleep"])).toThrow(
    new UsageError(`--only does not know "sleep"; use ${LINES.join(", ")}.`),
  );
  expect(() => readOptions(["--quick", "--full"])).toThrow(UsageError);
  expect(() => readOptions(["--fast"])).toThrow(/--fast[\s\S]*npm run bench/);
});
