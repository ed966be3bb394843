import express from "express";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ImportedRow, ImportedTotalsAnswer } from "../../shared/importedTotals.ts";
import { unknownCaller } from "../access/caller.ts";
import { problemHandler } from "../http/problem.ts";
import { importedTotalsRouter } from "./importedTotalsRouter.ts";

const kept: ImportedRow[] = [];
let way: "sender" | "nobody" = "sender";
let server: ReturnType<ReturnType<typeof express>["listen"]>;
let url = "";

beforeAll(async () => {
  const app = express();
  app.use((_request, response, next) => {
    response.locals.caller = unknownCaller(way);
    next();
  });
  const router = importedTotalsRouter({
    totals: {
      async keep(months, source, at) {
        const importedAt = new Date(at).toISOString();
        for (const month of months) kept.push({ ...month, source, importedAt, imported: true, reproducible: false });
      },
      between: async (from, to) => kept.filter(({ month }) => month >= from && month <= to),
    },
    places: {
      knownOffice: (id) => id.startsWith("KZ-71-"),
      knownRegion: (id) => id === "KZ-71",
      regionOf: (id) => id.slice(0, 5),
      officesOf: () => [],
    },
    clock: { now: () => 0 },
    guard: () => (_request, _response, next) => next(),
  });
  app.use("/totals", router);
  app.use(problemHandler({ error: () => {} } as never));
  server = app.listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}/totals`;
});
afterAll(() => void server.close());

async function post(body: unknown): Promise<{ status: number; detail: string }> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  const { detail = "" } = (await response.json()) as { detail?: string };
  return { status: response.status, detail };
}
const of = (row: object) => ({ source: "old", rows: [row] });

it("what was taken over is told month by month, marked as imported and not reproducible", async () => {
  const row = { office: "KZ-71-01", month: "2024-11", figures: { accepted: 9812 } };
  expect((await post({ source: "old", rows: [row, { ...row, month: "2025-01" }] })).status).toBe(200);
  const answer = (await (await fetch(`${url}?from=2024-12&region=KZ-71`)).json()) as ImportedTotalsAnswer;
  expect(answer.rows).toEqual([
    {
      ...row,
      month: "2025-01",
      source: "old",
      importedAt: "1970-01-01T00:00:00.000Z",
      imported: true,
      reproducible: false,
    },
  ]);
});

it.each([
  [{ month: "2024-11", figures: {} }, "names neither an office nor a region"],
  [{ office: "KZ-71-01", region: "KZ-71", month: "2024-11", figures: {} }, "names both an office and a region"],
  [{ office: "KZ-99-01", month: "2024-11", figures: {} }, 'have no "KZ-99-01"'],
  [{ office: "KZ-71-01", month: "2024-13", figures: {} }, "rows.0.month"],
  [{ office: "KZ-71-01", month: "2024-11", figures: { occupancy: 1 } }, "rows.0.figures"],
])("%j is refused with the field and the remedy", async (row, sentence) => {
  const { status, detail } = await post(of(row));
  expect(status).toBe(400);
  expect(detail).toContain(sentence);
});

it("only who may post for every office takes over totals", async () => {
  way = "nobody";
  expect((await post(of({ office: "KZ-71-01", month: "2024-11", figures: {} }))).status).toBe(401);
  way = "sender";
});
