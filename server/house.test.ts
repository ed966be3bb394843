import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = dirname(import.meta.dirname);

/** What the top level holds: the product's four folders and the files that tools need beside them. */
const TOP_LEVEL = [
  "client",
  "server",
  "shared",
  "seeds",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "vite.config.ts",
  "biome.json",
  "README.md",
  "LICENSE",
  ".ci",
  ".gitignore",
];
const NOT_OURS = [".git", "node_modules", "dist", ".data", "coverage"];

/** The folders that answer people and other systems, whatever keeps the figures. */
const SERVING = [
  "server/http",
  "server/live",
  "server/access",
  "server/export",
  "server/reports",
  "server/alerts",
  "server/explore",
  "server/floor",
  "server/flow",
  "server/forecast",
];

interface Source {
  readonly path: string;
  readonly text: string;
}

const sources: readonly Source[] = ["client", "server", "shared", "seeds"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|tsx|mts|mjs)$/.test(name))
    .map((name) => ({ path: join(folder, name), text: readFileSync(join(ROOT, folder, name), "utf8") })),
);

const isTest = (path: string): boolean => /\.(test|e2e)\.tsx?$/.test(path) || path.startsWith("server/testing/");
const below =
  (...folders: readonly string[]) =>
  (path: string): boolean =>
    folders.some((folder) => path.startsWith(`${folder}/`));

/** The project's own files that a source imports, as paths from the root; packages are left out. */
function importsOf({ path, text }: Source): string[] {
  const named = text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*["'](\.[^"'?]*)/g);
  return [...named].map(([, to]) => relative(ROOT, resolve(ROOT, dirname(path), to ?? "")));
}

/** The source without its imports of types alone, which wire nothing together. */
const running = (source: Source): Source => ({ ...source, text: source.text.replace(/^import type [^;]*;$/gm, "") });

/** Every import from `where` that `allowed` does not let through, as "from → to". */
function strayImports(
  where: (path: string) => boolean,
  allowed: (to: string) => boolean,
  seen: (source: Source) => Source = (source) => source,
): string[] {
  return sources
    .filter(({ path }) => where(path) && !isTest(path))
    .flatMap((source) =>
      importsOf(seen(source))
        .filter((to) => !allowed(to))
        .map((to) => `${source.path} → ${to}`),
    );
}

/** The text without its comments, so that a sentence about the clock is no use of it. */
const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");

test("the top level holds the four folders and what tools need, nothing else", () => {
  const present = readdirSync(ROOT).filter((name) => !NOT_OURS.includes(name) && !name.endsWith(".log"));
  expect(present.filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
});

test("shared imports only itself", () => {
  expect(strayImports(below("shared"), below("shared"))).toEqual([]);
});

test("the core imports only itself and shared", () => {
  expect(strayImports(below("server/core"), below("server/core", "shared"))).toEqual([]);
});

test("the client imports only itself and shared", () => {
  expect(strayImports(below("client"), below("client", "shared"))).toEqual([]);
});

test("seeds import only themselves, shared and the core", () => {
  expect(strayImports(below("seeds"), below("seeds", "shared", "server/core"))).toEqual([]);
});

test("what serves people is not wired to Redis: it gets its ports, and at most shares a type", () => {
  const edges = below(...SERVING);
  expect(strayImports(edges, (to) => !below("server/redis")(to), running)).toEqual([]);
});

test("of the archive only what goes on in the streams reads Redis", () => {
  const wired = strayImports(below("server/archive"), (to) => !below("server/redis")(to), running);
  expect(wired).toEqual(["server/archive/allEntries.ts → server/redis/streamDays.ts"]);
});

test("a feature is put together in one place, which nothing but the list of features takes up", () => {
  const outside = (path: string): boolean => !below("server/features")(path) && path !== "server/features.ts";
  expect(strayImports(outside, (to) => !below("server/features")(to), running)).toEqual([]);
});

test("what runs at the customer's takes nothing from the grounds of the tests", () => {
  const product = (path: string): boolean => !below("server/testing", "server/bench", "server/e2e")(path);
  expect(strayImports(product, (to) => !below("server/testing")(to))).toEqual([]);
});

test("charts never reach into the store", () => {
  expect(strayImports(below("client/charts"), (to) => !below("client/store")(to))).toEqual([]);
});

test("the clock and randomness are inputs of shared, the core and the generator of the simulator", () => {
  const pure = sources.filter(
    ({ path }) => below("shared", "server/core", "seeds/simulator/generator")(path) && !isTest(path),
  );
  const impure = pure.filter(({ text }) =>
    /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b/.test(code(text)),
  );
  expect(impure.map(({ path }) => path)).toEqual([]);
});

test("shared and the core use no module of Node, so they run anywhere", () => {
  const bound = sources.filter(
    ({ path, text }) => below("shared", "server/core")(path) && !isTest(path) && /from "node:/.test(text),
  );
  expect(bound.map(({ path }) => path)).toEqual([]);
});

test("no source leaves work for later or silences a check", () => {
  const words = new RegExp(
    ["TO" + "DO", "FIX" + "ME", "@ts-" + "ignore", "@ts-" + "nocheck", "biome-" + "ignore"].join("|"),
  );
  expect(sources.filter(({ text }) => words.test(text)).map(({ path }) => path)).toEqual([]);
});
