import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ImportedRow } from "../../shared/importedTotals.ts";
import type { Report, ReportTable } from "../../shared/report.ts";
import type { StatisticsAnswer } from "../../shared/statistics.ts";
import { paperTables } from "../export/pdf/paperTables.ts";
import { keysOf } from "../export/reportTables.ts";
import { MONTH_OFFICES, monthOf } from "../testing/monthOfEvents.ts";
import { pagesByPoppler, sheetsByLibreOffice } from "../testing/outsideProgram.ts";
import { parseCsv } from "../testing/parseCsv.ts";
import { startTestRedis, type TestRedis } from "../testing/redis.ts";
import { until } from "../testing/until.ts";
import { startWholeCentre, WHOLE_INGEST_TOKEN, type WholeCentre } from "../testing/wholeCentre.ts";

const MONTH = "2026-09";
const LANGUAGES = ["kk", "ru", "en"] as const;

let redis: TestRedis;
let centre: WholeCentre;
let events = 0;

beforeAll(async () => {
  redis = await startTestRedis();
  centre = await startWholeCentre(redis.url);
  for (const office of MONTH_OFFICES) {
    const told = monthOf(office, MONTH, 12).events;
    events += told.length;
    await centre.post(told);
  }
  const received = async () =>
    (await centre.json<Report>(`/api/reports/monthly/${MONTH}.json`)).events?.received === events;
  await until(received);
  const imported = await centre.ask("/api/imported-totals", {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${WHOLE_INGEST_TOKEN}` },
    body: JSON.stringify({
      source: "old-monthly",
      rows: [{ office: "KZ-71-01", month: "2025-09", figures: { accepted: 51_234, rejected: 1_266, served: 60_007 } }],
    }),
  });
  expect(imported.status).toBe(200);
  const closed = await centre.ask(`/api/reports/monthly/${MONTH}/close`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Cookie: await centre.signIn("coordinator") },
    body: "{}",
  });
  expect(closed.status).toBe(201);
});
afterAll(async () => {
  await centre?.stop();
  await redis?.stop();
});

async function file(format: string, language: string, query = ""): Promise<Buffer> {
  const response = await centre.ask(`/api/reports/monthly/${MONTH}.${format}?language=${language}${query}`);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/** The figures of a row, null left out. */
function figuresOf({ columns }: ReportTable, row: ReportTable["rows"][number]): number[] {
  return columns.flatMap((_, at) => (typeof row[at] === "number" ? [row[at]] : []));
}

/** A number as LibreOffice writes it down, shares as percent. */
function numberOf(text: string): number {
  return text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
}

describe("the files of a closed report", () => {
  let country: Report;
  let office: Report;
  const files = new Map<string, Buffer>();
  let sheets: readonly string[];
  beforeAll(async () => {
    country = await centre.json<Report>(`/api/reports/monthly/${MONTH}.json`);
    office = await centre.json<Report>(`/api/reports/monthly/${MONTH}.json?office=KZ-71-01`);
    for (const language of LANGUAGES) {
      files.set(`csv ${language}`, await file("csv", language));
      for (const format of ["xlsx", "pdf"])
        files.set(`${format} ${language}`, await file(format, language, "&office=KZ-71-01"));
    }
    sheets = [...sheetsByLibreOffice(files.get("xlsx kk") as Buffer).values()];
  });

  test.each(LANGUAGES)("the CSV in %s holds every cell of every table", (language) => {
    const [head = [], ...records] = parseCsv((files.get(`csv ${language}`) as Buffer).toString().slice(1));
    const at = (record: readonly string[], field: string) => record[head.indexOf(field)] ?? "";
    const facts = records.filter((record) => at(record, "row") === "fact");
    for (const table of country.tables) {
      const keys = keysOf(table).length;
      const wanted = table.rows.flatMap((row) =>
        table.columns.slice(keys).flatMap(({ field }, index) => {
          const cell = row[keys + index] ?? null;
          return typeof cell === "string" ? [] : [`${row[0] ?? ""}|${field}|${cell ?? ""}`];
        }),
      );
      const written = facts.filter((record) => at(record, "table") === table.id && at(record, "text") === "");
      const first = table.columns[0]?.field ?? "";
      expect(
        written.map((record) => `${at(record, first)}|${at(record, "measure")}|${at(record, "value")}`),
        table.id,
      ).toEqual(wanted);
    }
  });

  test("LibreOffice reads every figure of the XLSX as the report states it", () => {
    const read = sheets.map((text) =>
      text.split("\n").map((line) => line.split(",").map((field) => numberOf(field.replaceAll('"', "")))),
    );
    for (const table of office.tables)
      for (const row of table.rows) {
        const wanted = figuresOf(table, row);
        const there = read.some((lines) =>
          lines.some((numbers) =>
            wanted.every((value) => numbers.some((number) => Math.abs(number - value) <= Math.abs(value) * 1e-9)),
          ),
        );
        expect(there, `${table.id} ${row}`).toBe(true);
      }
  });

  test("what an old system told of the year before is marked as imported in every format", async () => {
    const volumes = office.tables.find(({ id }) => id === "volumes");
    const at = volumes?.columns.findIndex(({ field }) => field === "yearAgoImported") as number;
    expect(volumes?.rows.find(([figure]) => figure === "accepted")?.[at]).toBe(51_234);
    expect(volumes?.columns.map(({ field }) => field)).not.toContain("yearAgo");
    const csv = parseCsv((await file("csv", "en", "&office=KZ-71-01")).toString().slice(1));
    expect(csv.some((record) => record.includes("yearAgoImported") && record.includes("51234"))).toBe(true);
    expect(sheets.some((text) => text.includes("51234") && text.includes("Бір жыл бұрын ⇲"))).toBe(true);
    expect(sheets.some((text) => text.includes("қайта есептелмейді"))).toBe(true);
    const marks = { kk: "қайта есептелмейді", ru: "невоспроизводимо", en: "not reproducible" };
    for (const language of LANGUAGES) {
      const text = pagesByPoppler(files.get(`pdf ${language}`) as Buffer).join(" ");
      expect(text.replaceAll(/\s/g, " ")).toContain(marks[language]);
      expect(text).toContain("⇲");
    }
  });

  test.each(LANGUAGES)("the PDF in %s names the month, its checksum and every table", (language) => {
    const pages = pagesByPoppler(files.get(`pdf ${language}`) as Buffer);
    expect(pages.length).toBeLessThanOrEqual(6);
    const text = pages.join(" ").replaceAll(/\s+/g, " ").toLowerCase();
    expect(text).toContain(office.checksum);
    const accepted = office.tables.find(({ id }) => id === "volumes")?.rows.find(([id]) => id === "accepted")?.[1];
    expect(text).toContain(`${accepted}`);
    for (const { id, titles, rows } of paperTables(office))
      if (rows.length > 0) expect(text, id).toContain(titles[language].toLowerCase().slice(0, 20));
  });
});

test("[K7] the files of figures hold what an old system told exactly as the answer does, in every format", async () => {
  const query = "from=2025-09-01&to=2025-09-30&by=office&imported=1&language=ru";
  const bytes = async (format: string) =>
    Buffer.from(await (await centre.ask(`/api/statistics.${format}?${query}`)).arrayBuffer());
  const answer = await centre.json<StatisticsAnswer & { imported: ImportedRow[] }>(
    `/api/statistics?${query.replace("&language=ru", "")}`,
  );
  expect(answer.imported).toHaveLength(1);
  expect(JSON.parse((await bytes("json")).toString()).imported).toEqual(answer.imported);
  const [head = [], ...records] = parseCsv((await bytes("csv")).toString().slice(1));
  const told = records.filter((record) => record[head.indexOf("imported")] !== "");
  expect(told.map((record) => record[head.indexOf("imported.accepted")])).toEqual(["51234"]);
  expect(told[0]).toContain("Импортировано, невоспроизводимо");
  expect(told[0]?.[head.indexOf("accepted")]).toBe("");
  const sheet = sheetsByLibreOffice(await bytes("xlsx")).get("Импортировано, невоспроизводимо");
  expect(sheet).toContain("51234");
  expect(sheet).toContain("old-monthly");
  expect((await centre.ask(`/api/statistics.csv?${query.replace("office", "service")}`)).status).toBe(400);
});
