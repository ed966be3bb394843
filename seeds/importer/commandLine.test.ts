import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { runCommand } from "./testing/command.ts";
import { withFile } from "./testing/eventsOf.ts";

const check = (name: string, content: string | Uint8Array, map = "receipt") =>
  withFile(name, content, (file) => runCommand([file, "--map", map, "--check"]));

test.each([
  [[], "Name the file to import."],
  [["a.csv"], "Name the mapping with --map."],
  [["a.csv", "b.csv", "--map", "receipt"], 'Name one file at a time, not also "b.csv".'],
  [["a.csv", "--map", "receipt", "--fast"], "--fast"],
  [["a.csv", "--map", "receipt"], "A token is needed"],
  [["a.csv", "--map", "receipt", "--url", "centre"], '--url: "centre" is no address'],
  [["a.csv", "--map", "receipt", "--check"], "a.csv: there is no such file; check the path."],
  [["seeds", "--map", "receipt", "--check"], "seeds: is a folder; name the file inside it."],
  [["a.csv", "--map", "receipt", "--check", "--refused", "a.csv"], "--refused: names the very file"],
])("%j is answered with the sentence that helps", async (args, sentence) => {
  const { code, err } = await runCommand(args);
  expect(code).toBe(2);
  expect(err).toContain(sentence);
});

test("help is no mistake", async () => {
  const { code, out } = await runCommand(["--help"]);
  expect([code, out.slice(0, 13)]).toEqual([0, "npm run impor"]);
});

test.each([
  ["empty.csv", "", "empty.csv: is empty; the first line must name the columns."],
  [
    "other.csv",
    "a;b\n1;2\n",
    'other.csv, line 1: has no column "case:concept:name", which the mapping names in "case"',
  ],
  ["packed.csv", gzipSync("a,b"), "packed.csv: is compressed with gzip; unpack it first"],
  ["book.csv", new Uint8Array([0x50, 0x4b, 3, 4]), "book.csv: is a ZIP archive or an Excel workbook"],
  ["log.data", "a", "log.data: does not tell whether it is CSV or XES"],
  ["cut.xes", "<log><trace>", "cut.xes, line 1: the file ends within <trace>"],
])("%s is refused as a whole, with the remedy", async (name, content, sentence) => {
  const { code, err } = await check(name, content);
  expect(code).toBe(2);
  expect(err).toContain(sentence);
});

test("a Redis that is away is told with the reason", async () => {
  const place = "redis://127.0.0.1:1";
  const run = withFile("a.csv", "a\n", (file) => runCommand([file, "--map", "receipt"], { REDIS_URL: place }));
  expect((await run).err).toMatch(
    /Redis at 127\.0\.0\.1:1 does not take events \(.*ECONNREFUSED.*\)\. Check REDIS_URL/,
  );
});
