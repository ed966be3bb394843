import { expect, test } from "vitest";
import type { Report, ReportTable } from "../../shared/report.ts";
import { pagesByPoppler } from "../testing/outsideProgram.ts";
import { parseCsv } from "../testing/parseCsv.ts";
import { sampleReport } from "../testing/sampleReport.ts";
import { cellText } from "./cellText.ts";
import { FILE_FORMATS, FILE_LANGUAGES, wholeFile } from "./fileFormat.ts";
import { renderDictionary, renderReport } from "./renderReport.ts";
import { keysOf } from "./reportTables.ts";

const report = sampleReport();

test.each(FILE_FORMATS)("the same report as %s has the same bytes, in every language", async (format) => {
  for (const language of FILE_LANGUAGES) {
    const first = await wholeFile(renderReport(sampleReport(), format, language));
    const again = await wholeFile(renderReport(structuredClone(report), format, language));
    expect(again.equals(first)).toBe(true);
  }
});

test("JSON says the report and nothing else", async () => {
  const bytes = await wholeFile(renderReport(report, "json", "kk"));
  expect(JSON.parse(bytes.toString())).toEqual(report);
});

/** Every fact of a table by its key and measure, as a file writes it. */
function factsOf(table: ReportTable): string[] {
  const keys = keysOf(table).length;
  const rows = [
    ...table.rows.map((row) => ["fact", row] as const),
    ...(table.total ? [["total", table.total] as const] : []),
  ];
  return rows.flatMap(([kind, row]) =>
    table.columns
      .slice(keys)
      .map((column, at) => [table.id, kind, row[0] ?? "", column.field, row[keys + at] ?? ""].join("|")),
  );
}

test.each(FILE_LANGUAGES)(
  "the CSV in %s has every fact of the report once, with what it rests on",
  async (language) => {
    const text = (await wholeFile(renderReport(report, "csv", language))).toString();
    expect(text.startsWith("\ufeff")).toBe(true);
    const [head = [], ...records] = parseCsv(text.slice(1));
    const at = (record: readonly string[], field: string) => record[head.indexOf(field)] ?? "";
    const keyOf = (record: readonly string[]) =>
      ["day", "service", "operator"].map((key) => at(record, key)).find((key) => key !== "") ?? "";
    const read = records.map((record) =>
      [at(record, "table"), at(record, "row"), keyOf(record), at(record, "measure"), at(record, "value")].join("|"),
    );
    expect(read).toEqual(report.tables.flatMap(factsOf));
    const service = records.find((record) => at(record, "service") === "S-03") ?? [];
    expect(at(service, "service.name")).toBe(report.tables[1]?.names["S-03"]?.[language]);
    for (const record of records) {
      expect(at(record, "status")).toBe("final");
      expect(at(record, "coverage.missingEvents")).toBe("3");
    }
  },
);

test.each(FILE_LANGUAGES)("the dictionary in %s explains every column of the CSV", async (language) => {
  const csv = parseCsv((await wholeFile(renderReport(report, "csv", language))).toString().slice(1));
  const dictionary = parseCsv((await wholeFile(renderDictionary(report, language))).toString().slice(1));
  const explained = new Map(
    dictionary.slice(1).map(([, id = "", , title = "", definition = ""]) => [id, { title, definition }]),
  );
  const columns = (csv[0] ?? []).filter((field) => !field.endsWith(".name"));
  expect(columns.filter((field) => !explained.has(field))).toEqual([]);
  const measures = new Set(csv.slice(1).map((record) => record[csv[0]?.indexOf("measure") ?? -1] ?? ""));
  expect([...measures].filter((measure) => explained.get(measure)?.definition === "")).toEqual([]);
});

const LETTERS: Readonly<Record<(typeof FILE_LANGUAGES)[number], string>> = { kk: "әғқңөұүһі", ru: "ёщъй", en: "wgqk" };

test.each(FILE_LANGUAGES)(
  "the PDF in %s has the letters of its language, and says on each page which it is",
  async (language) => {
    const pages = pagesByPoppler(await wholeFile(renderReport(report, "pdf", language)));
    const text = pages.join("\n");
    for (const letter of LETTERS[language]) expect(text.toLowerCase()).toContain(letter);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.length).toBeLessThanOrEqual(6);
    for (const [at, page] of pages.entries()) {
      expect(page).toMatch(new RegExp(`\\b${at + 1} ?/ ?${pages.length}\\b`));
      expect(page).toContain(report.checksum);
    }
    expect(text.replace(/\s+/g, " ")).toContain(report.notes[0]?.[language]);
  },
);

test("the PDF states each cell of a table that fits", async () => {
  const pages = pagesByPoppler(await wholeFile(renderReport(report, "pdf", "ru"))).join("\n");
  const lines = pages.split("\n").map((line) => line.replace(/\s+/g, " ").trim());
  for (const table of report.tables.filter(({ id }) => id === "days" || id === "operators"))
    for (const row of table.rows) {
      const said = row.map((cell, at) => cellText(cell, table.columns[at]?.kind ?? "text", "ru")).join(" ");
      expect(lines).toContain(said.replace(/\s+/g, " "));
    }
});

test("a table that goes on on the next page has its heads there too, and no title ends a page", async () => {
  const long: Report = {
    ...report,
    tables: [{ ...(sampleReport(31).tables[2] as ReportTable), charts: [] }, sampleReport(31).tables[0] as ReportTable],
  };
  const pages = pagesByPoppler(await wholeFile(renderReport(long, "pdf", "en")));
  const ofDays = pages.filter((page) => /\d{4}-11-\d{2} /.test(page));
  for (const page of ofDays) expect(page).toMatch(/Day\s+Accepted|Accepted/);
  for (const page of pages) {
    const lines = page.split("\n").filter((line) => line.trim() !== "");
    expect(["By day", "By operator"]).not.toContain(lines.at(-2)?.trim());
  }
});

test("of a table longer than a month the highest rows are printed, and the page says that there are more", async () => {
  const pages = pagesByPoppler(await wholeFile(renderReport(sampleReport(300), "pdf", "en")));
  expect(pages.join(" ").replace(/\s+/g, " ")).toContain(
    "The 25 highest by “Accepted”; all 300 rows are in the XLSX and CSV files.",
  );
});
