import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { CsvReader } from "../../../seeds/importer/csvReader.ts";
import type { ReportCell, ReportTable } from "../../../shared/report.ts";
import { sheetsByLibreOffice } from "../../testing/outsideProgram.ts";
import { sampleReport } from "../../testing/sampleReport.ts";
import { wholeFile } from "../fileFormat.ts";
import { renderReport } from "../renderReport.ts";
import { isNamed, nameOf } from "../reportTables.ts";
import { columnLetters, spreadsheetDays } from "./cell.ts";
import { PortionReader } from "./portions.ts";
import { SheetNames } from "./sheetNames.ts";

const report = sampleReport();
const unescaped = (text: string) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** The cells of a sheet by their references: numbers as numbers, texts as texts, those that are kept once from their place. */
function cellsOf(xml: string, kept: string): Map<string, string | number> {
  const texts = [...kept.matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(([, text = ""]) => unescaped(text));
  const cells = new Map<string, string | number>();
  for (const [, reference = "", shared, value, text] of xml.matchAll(
    /<c r="([A-Z]+\d+)" s="\d+"( t="s")?[^>]*?(?:\/>|>(?:<v>([^<]*)<\/v>|<is><t[^>]*>([^<]*)<\/t><\/is>)<\/c>)/g,
  )) {
    if (shared !== undefined) cells.set(reference, texts[Number(value)] as string);
    else if (value !== undefined) cells.set(reference, Number(value));
    else if (text !== undefined) cells.set(reference, unescaped(text));
  }
  return cells;
}

/** What must stand in a row: the cells of the report, beside an id its name. */
function expectedRow(table: ReportTable, row: readonly ReportCell[]): ReportCell[] {
  return row.flatMap((cell, at) => {
    const column = table.columns[at];
    if (column === undefined) return [];
    const day = column.kind === "date" && typeof cell === "string" ? spreadsheetDays(cell) : null;
    return isNamed(table, column) ? [cell, nameOf(table.names, cell, "ru")] : [day ?? cell];
  });
}

async function sheets(): Promise<Readonly<Record<string, string>>> {
  const parts = unzipSync(await wholeFile(renderReport(report, "xlsx", "ru")));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

test("every cell of a workbook is the cell of the report, numbers as numbers and dates as dates", async () => {
  const parts = await sheets();
  for (const [index, table] of report.tables.entries()) {
    const cells = cellsOf(parts[`xl/worksheets/sheet${index + 1}.xml`] ?? "", parts["xl/sharedStrings.xml"] ?? "");
    for (const [at, row] of table.rows.entries())
      for (const [column, cell] of expectedRow(table, row).entries())
        expect(cells.get(`${columnLetters(column)}${at + 2}`) ?? null).toBe(cell);
  }
});

test("headings stay in sight, facts can be filtered, and the notes say what the workbook rests on", async () => {
  const parts = await sheets();
  expect(parts["xl/worksheets/sheet1.xml"]).toContain('state="frozen"');
  expect(parts["xl/worksheets/sheet1.xml"]).toContain('<autoFilter ref="A1:M31"/>');
  const notes = [...cellsOf(parts["xl/worksheets/sheet4.xml"] ?? "", "").values()];
  for (const said of [report.checksum, report.asOf, "окончательный", "Контрольная сумма (SHA-256)"])
    expect(notes).toContain(said);
});

test("LibreOffice opens a workbook and reads the same numbers, names and totals", async () => {
  const read = sheetsByLibreOffice(await wholeFile(renderReport(report, "xlsx", "ru")));
  expect([...read.keys()].sort()).toEqual(["По дням", "По операторам", "По услугам", "Пояснения"]);
  const table = report.tables[1] as ReportTable;
  const reader = new CsvReader(",", "sheet");
  const rows = [...reader.push(read.get("По услугам") ?? ""), ...reader.end()].map(({ fields }) => fields);
  expect(rows).toHaveLength(table.rows.length + 2);
  for (const [at, row] of table.rows.entries())
    for (const [column, cell] of expectedRow(table, row).entries()) {
      const found = rows[at + 1]?.[column] ?? "";
      if (typeof cell === "number")
        expect(Number(found.replace("%", ""))).toBeCloseTo(found.endsWith("%") ? cell * 100 : cell, 6);
      else expect(found).toBe(cell ?? "");
    }
  expect(rows.at(-1)?.[0]).toBe("Всего");
});

test("columns go on after Z", () => {
  expect([0, 25, 26, 51, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "ZZ", "AAA"]);
});

test("dates are the days of spreadsheets, moments the wall clock as written", () => {
  expect(spreadsheetDays("1900-03-01")).toBe(61);
  expect(spreadsheetDays("2026-11-23")).toBe(46349);
  expect(spreadsheetDays("2026-11-23T12:00:00.000+05:00")).toBe(46349.5);
  expect(spreadsheetDays("2026-11")).toBeNull();
});

test("rows that do not fit a sheet go on on the next, none lost and none twice", async () => {
  const portions = [[[1], [2], [3]], [], [[4]], [[5], [6], [7]]];
  const reader = new PortionReader(portions);
  const parts: ReportCell[][] = [];
  do {
    const part: ReportCell[] = [];
    for await (const portion of reader.upTo(2)) part.push(...portion.flat());
    parts.push(part);
  } while (!(await reader.ended()));
  expect(parts).toEqual([[1, 2], [3, 4], [5, 6], [7]]);
});

test("names of sheets are unique and within what spreadsheets allow", () => {
  const names = new SheetNames();
  const long = "Отказы в приёме: услуга и причина по дням";
  for (const title of [long, long, "a/b", "A B", "[]"]) names.add(title);
  expect(new Set(names.all.map((name) => name.toLowerCase())).size).toBe(5);
  for (const name of names.all) {
    expect(name.length).toBeLessThanOrEqual(31);
    expect(name).not.toMatch(/[[\]:*?/\\]/);
  }
});

test("a column is as wide as its longest number, and its total, take", async () => {
  const [days, services] = report.tables as [ReportTable, ReportTable];
  const waiting = days.columns.findIndex(({ field }) => field === "waitingTime");
  const large = (table: ReportTable, at: number, value: number): ReportTable => ({
    ...table,
    rows: table.rows.map((row) => row.map((cell, column) => (column === at ? value : cell))),
  });
  const tables = [large(days, waiting, 64_119_810.4), large(services, 1, 1_234_567)];
  const parts = unzipSync(await wholeFile(renderReport({ ...report, tables }, "xlsx", "ru")));
  const widthOf = (sheet: number, column: number) => {
    const xml = new TextDecoder().decode(parts[`xl/worksheets/sheet${sheet}.xml`]);
    return Number(new RegExp(`<col min="${column}" max="${column}" width="([\\d.]+)"`).exec(xml)?.[1]);
  };
  expect(widthOf(1, waiting + 1)).toBeGreaterThanOrEqual("64 119 810,4 с".length);
  // the id of a service has its name beside it
  expect(widthOf(2, 3)).toBeGreaterThanOrEqual("4 938 268".length);
});
