import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { stampOfSources } from "./build.mjs";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "build-"));
  write("server/main.ts", "first");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test("the same sources have the same stamp", () => {
  expect(stampOfSources(root)).toBe(stampOfSources(root));
});

test("a source written anew, added or removed changes the stamp", () => {
  const before = stampOfSources(root);
  utimesSync(join(root, "server/main.ts"), 1000, 1000);
  const written = stampOfSources(root);
  write("client/App.tsx", "");
  const added = stampOfSources(root);
  rmSync(join(root, "server/main.ts"));
  const removed = stampOfSources(root);
  expect(new Set([before, written, added, removed]).size).toBe(4);
});

test("tests and built files do not change the stamp", () => {
  const before = stampOfSources(root);
  write("server/main.test.ts", "");
  write("client/wall.e2e.ts", "");
  write("dist/server/main.js", "");
  expect(stampOfSources(root)).toBe(before);
});
