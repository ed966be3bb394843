import { describe, expect, test } from "vitest";
import type { Report } from "../../shared/report.ts";
import { extremeOffice } from "../testing/extremeOffice.ts";
import { pagesByPoppler } from "../testing/outsideProgram.ts";
import { parseCsv } from "../testing/parseCsv.ts";
import { FILE_LANGUAGES, wholeFile } from "./fileFormat.ts";
import { renderReport } from "./renderReport.ts";
import { FILE_WORDS } from "./words.ts";

const extreme = await extremeOffice();
/** The same office in a month of which nothing at all is told. */
const empty: Report = {
  ...extreme,
  notes: [],
  tables: extreme.tables.map((table) =>
    table.id === "definitions" ? table : { ...table, rows: [], total: null, charts: [] },
  ),
};

describe("[X8] an office's month is two to six pages, however much happened", () => {
  test.each(FILE_LANGUAGES)("of everything very much: %s", async (language) => {
    const pages = pagesByPoppler(await wholeFile(renderReport(extreme, "pdf", language)));
    expect(pages.length).toBeGreaterThanOrEqual(2);
    expect(pages.length).toBeLessThanOrEqual(6);
    const text = pages.join(" ").replaceAll(/\s+/g, " ");
    const words = FILE_WORDS[language];
    for (const all of [words.cutLongest(0, 200), words.cutFirst(0, 57), words.cut(0, 40, "")])
      expect(text).toContain(all.split(/[:;] /).at(-1));
    expect(text).toContain(words.shortened.slice(0, 30));
    expect(text).toContain(extreme.notes[0]?.[language].slice(0, 60));
  });

  test.each(FILE_LANGUAGES)("of nothing anything: %s", async (language) => {
    const pages = pagesByPoppler(await wholeFile(renderReport(empty, "pdf", language)));
    expect(pages.length).toBeGreaterThanOrEqual(2);
    expect(pages.length).toBeLessThanOrEqual(6);
  });

  test("the files hold every row that paper leaves out", async () => {
    const [head = [], ...records] = parseCsv((await wholeFile(renderReport(extreme, "csv", "kk"))).toString().slice(1));
    const at = (field: string) => head.indexOf(field);
    const written = new Map<string, Set<string>>();
    for (const record of records) {
      const rows = written.get(record[at("table")] ?? "") ?? new Set();
      rows.add(record.slice(at("table"), at("measure")).join("|"));
      written.set(record[at("table")] ?? "", rows);
    }
    for (const id of ["refusalReasons", "operatorWork", "authorityApplications"])
      expect(written.get(id)?.size, id).toBeGreaterThanOrEqual(
        extreme.tables.find((table) => table.id === id)?.rows.length ?? Number.POSITIVE_INFINITY,
      );
    const told = records.filter(
      (record) => record[at("table")] === "explanations" && record[at("measure")] === "until",
    );
    expect(told).toHaveLength(200);
  });
});
