import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packagesAreCurrent } from "./packages.mjs";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "packages-"));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, packages: Readonly<Record<string, object>>): void {
  mkdirSync(join(root, "node_modules"), { recursive: true });
  writeFileSync(join(root, path), JSON.stringify({ packages }));
}

const zod = { "node_modules/zod": { version: "4.6.7" } };

test("a fresh clone is not current", () => {
  write("package-lock.json", zod);
  expect(packagesAreCurrent(root)).toBe(false);
});

test("packages in the versions of the lock file are current", () => {
  write("package-lock.json", { "": { version: "1.0.0" }, ...zod });
  write("node_modules/.package-lock.json", zod);
  expect(packagesAreCurrent(root)).toBe(true);
});

test("another version, or a package more in the lock file, is not current", () => {
  write("node_modules/.package-lock.json", zod);
  write("package-lock.json", { "node_modules/zod": { version: "4.6.8" } });
  expect(packagesAreCurrent(root)).toBe(false);
  write("package-lock.json", { ...zod, "node_modules/react": { version: "19.3.1" } });
  expect(packagesAreCurrent(root)).toBe(false);
});

test("an optional package for another system may be absent", () => {
  write("node_modules/.package-lock.json", zod);
  write("package-lock.json", { ...zod, "node_modules/fsevents": { version: "2.3.3", optional: true } });
  expect(packagesAreCurrent(root)).toBe(true);
});
