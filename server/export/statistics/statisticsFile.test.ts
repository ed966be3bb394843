import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { ImportedRow } from "../../../shared/importedTotals.ts";
import type { StatisticsQuery, StatisticsRow } from "../../../shared/statistics.ts";
import { parseDay } from "../../../shared/time.ts";
import { emptyTotal, figuresOf, UNKNOWN_FIGURES } from "../../core/figures.ts";
import { parseCsv } from "../../testing/parseCsv.ts";
import { wholeFile } from "../fileFormat.ts";
import { FIGURE_COLUMNS } from "./figureColumns.ts";
import { renderStatistics, renderStatisticsDictionary } from "./statisticsFile.ts";

const query: StatisticsQuery = {
  from: parseDay("2026-11-01") as number,
  to: parseDay("2026-11-30") as number,
  by: ["operator"],
  filter: {},
};
const measured = figuresOf(emptyTotal(), true);
const rows: readonly StatisticsRow[] = [
  {
    ...measured,
    accepted: 12,
    leadTime: { n: 3, mean: 60.5, p50: 60, p90: 61, max: 62, open: 1 },
    office: "O-1",
    operator: "1",
  },
  { ...UNKNOWN_FIGURES, office: "O-1", operator: "2" },
  { ...measured, rejectionRate: { value: 0.25, numerator: 1, denominator: 4 }, office: "O-2", operator: "1" },
];
const coverage = { expected: 2, reporting: 2, silent: [], oldestEvent: null, missingEvents: 0 };
const names = {
  "O-1": { kk: "Бірінші", ru: "Первый", en: "First" },
  "O-2": { kk: "Екінші", ru: "Второй", en: "Second" },
};
const file = { query, figures: [], names, language: "kk" as const, imported: null };

async function* portions() {
  yield rows.slice(0, 2);
  yield [];
  yield rows.slice(2);
}
const source = () => ({ asOf: "2026-11-22T10:00:00.000Z", status: "provisional" as const, coverage, rows: portions() });

test("every figure of a row is a column: nothing of an answer is missing in its files", () => {
  const flat = (value: object, path: string): string[] =>
    Object.entries(value).flatMap(([name, part]) =>
      part !== null && typeof part === "object" ? flat(part, `${path}${name}.`) : [`${path}${name}`],
    );
  const twice = ["waitingTime.withinNorm", "leadTime.open"];
  expect(FIGURE_COLUMNS.map(({ field }) => field).sort()).toEqual(
    flat({ ...measured, waitingTime: { ...measured.waitingTime } }, "")
      .filter((path) => !twice.includes(path))
      .sort(),
  );
});

test("the CSV has the rows of the answer, not known left empty and 0 written", async () => {
  const text = (await wholeFile(renderStatistics(source(), "csv", file))).toString();
  const [head = [], ...records] = parseCsv(text.slice(1));
  const column = (field: string) => records.map((record) => record[head.indexOf(field)]);
  expect(column("office.name")).toEqual(["Бірінші", "Бірінші", "Екінші"]);
  expect(column("accepted")).toEqual(["12", "", "0"]);
  expect(column("leadTime.mean")).toEqual(["60.5", "", ""]);
  expect(column("rejectionRate.value")).toEqual(["", "", "0.25"]);
  expect(column("coverage.reporting")).toEqual(["2", "2", "2"]);
});

test("the JSON is the answer, and with figures chosen only those", async () => {
  const whole = JSON.parse((await wholeFile(renderStatistics(source(), "json", file))).toString());
  expect(whole).toEqual({
    from: "2026-11-01",
    to: "2026-11-30",
    by: ["operator"],
    asOf: "2026-11-22T10:00:00.000Z",
    status: "provisional",
    coverage,
    rows,
  });
  const chosen = { ...file, figures: ["accepted"] as const };
  const { rows: some } = JSON.parse((await wholeFile(renderStatistics(source(), "json", chosen))).toString());
  expect(some[0]).toEqual({ accepted: 12, office: "O-1", operator: "1" });
});

test("the workbook goes through all portions, and its notes say what it rests on", async () => {
  const parts = unzipSync(await wholeFile(renderStatistics(source(), "xlsx", file)));
  const sheet = new TextDecoder().decode(parts["xl/worksheets/sheet1.xml"]);
  expect(sheet.match(/<row /g)).toHaveLength(rows.length + 1);
  const notes = new TextDecoder().decode(parts["xl/worksheets/sheet2.xml"]);
  expect(notes).toContain("дерек бергені: 2 / 2 ХҚКО");
  expect(notes).toContain("2026-11-22T10:00:00.000Z");
});

test("the dictionary explains every column of the CSV", async () => {
  const [head = []] = parseCsv((await wholeFile(renderStatistics(source(), "csv", file))).toString().slice(1));
  const explained = parseCsv((await wholeFile(renderStatisticsDictionary(file))).toString().slice(1));
  const ids = explained.map(([, id]) => id);
  expect(head.filter((field) => !field.endsWith(".name") && !ids.includes(field))).toEqual([]);
});

describe("[K7] totals of an old system, asked for with the figures", () => {
  const told: ImportedRow = {
    ...{ office: "O-1", month: "2026-11", figures: { accepted: 812, delayed: 0 } },
    ...{ imported: true, reproducible: false, source: "old-2019", importedAt: "2026-11-20T08:00:00.000Z" },
  };
  const withImported = { ...file, imported: [told] };

  test("stand in the JSON as in the answer, beside the rows", async () => {
    const whole = JSON.parse((await wholeFile(renderStatistics(source(), "json", withImported))).toString());
    expect(whole.imported).toEqual([told]);
    expect(whole.rows).toEqual(rows);
  });

  test("stand in the CSV in columns of other names and marked; a column of events does not hold them", async () => {
    const text = (await wholeFile(renderStatistics(source(), "csv", withImported))).toString();
    const [head = [], ...records] = parseCsv(text.slice(1));
    const column = (field: string) => records.map((record) => record[head.indexOf(field)]);
    expect(column("accepted")).toEqual(["12", "", "0", ""]);
    expect(column("imported")).toEqual(["", "", "", "Импорт, қайта есептелмейді"]);
    expect(column("imported.office").at(-1)).toBe("O-1");
    expect(column("imported.place.name").at(-1)).toBe("Бірінші");
    expect(column("imported.source").at(-1)).toBe("old-2019");
    expect(column("imported.accepted")).toEqual(["", "", "", "812"]);
    expect(column("imported.delayed").at(-1)).toBe("0");
    expect(column("imported.served").at(-1)).toBe("");
    const explained = parseCsv((await wholeFile(renderStatisticsDictionary(withImported))).toString().slice(1));
    const ids = explained.map(([, id]) => id);
    expect(head.filter((field) => !field.endsWith(".name") && !ids.includes(field))).toEqual([]);
  });

  test.each([
    ["kk", "Импорт, қайта есептелмейді"],
    ["ru", "Импортировано, невоспроизводимо"],
    ["en", "Imported, not reproducible"],
  ] as const)("stand in the workbook on a sheet whose name says what they are: %s", async (language, title) => {
    const parts = unzipSync(await wholeFile(renderStatistics(source(), "xlsx", { ...withImported, language })));
    const xml = (path: string) => new TextDecoder().decode(parts[path]);
    expect(xml("xl/workbook.xml")).toContain(`name="${title}"`);
    expect(xml("xl/worksheets/sheet1.xml")).not.toContain("812");
    expect(xml("xl/worksheets/sheet2.xml")).toContain("<v>812</v>");
    expect(xml("xl/worksheets/sheet3.xml")).toContain(title);
  });
});
