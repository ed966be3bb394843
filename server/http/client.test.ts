import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startCentre, type TestCentre } from "../testing/centre.ts";

const folder = mkdtempSync(join(tmpdir(), ".client-of-a-test-"));
let centre: TestCentre;
beforeAll(async () => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>the page</title>");
  writeFileSync(join(folder, "assets", "main-abc123.js"), "1");
  writeFileSync(join(folder, "icon.svg"), "<svg/>");
  centre = await startCentre({ clientFolder: folder });
});
afterAll(async () => {
  await centre.close();
  rmSync(folder, { recursive: true });
});

it("a file with a hash in its name is kept for a year", async () => {
  const response = await centre.ask("/assets/main-abc123.js");
  expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(response.headers.get("content-type")).toMatch(/javascript/);
});

it.each(["/", "/index.html", "/region/KZ-71", "/office/KZ-71-01/desks"])(
  "%s is the page, asked for anew",
  async (path) => {
    const response = await centre.ask(path, { headers: { Accept: "text/html" } });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("the page");
    expect(response.headers.get("cache-control")).toBe("no-cache");
  },
);

it("another file is asked for anew", async () => {
  expect((await centre.ask("/icon.svg")).headers.get("cache-control")).toBe("no-cache");
});

it.each(["/assets/gone.js", "/gone.png", "/api/gone", "/..%2f..%2fetc%2fpasswd.txt"])(
  "%s is 404, not the page",
  async (path) => {
    const response = await centre.ask(path, { headers: { Accept: "text/html" } });
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toMatch(/problem\+json/);
  },
);
