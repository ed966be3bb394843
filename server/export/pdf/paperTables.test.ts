import { expect, test } from "vitest";
import type { ReportCell, ReportTable } from "../../../shared/report.ts";
import { wordedColumn } from "../../core/reportColumns.ts";
import { figureColumn } from "../../testing/sampleReport.ts";
import { paperTables } from "./paperTables.ts";

const titles = { kk: "Кесте", ru: "Таблица", en: "Table" };
const place = { kind: "country", id: "", names: titles } as const;
function table(
  id: string,
  columns: ReportTable["columns"],
  rows: ReportCell[][],
  total: ReportCell[] | null,
): ReportTable {
  return { id, titles, columns, rows, total, names: {}, charts: [], notes: [titles] };
}
const operator = wordedColumn("operator", "text");
const work = table(
  "operatorWork",
  [operator, figureColumn("accepted"), figureColumn("served"), figureColumn("paused")],
  [
    ["o-1", 5, 7, 60],
    ["o-2", 6, 8, 61],
  ],
  [null, 11, 15, 121],
);
const targets = table(
  "targetsByOperator",
  [operator, wordedColumn("daysWorked", "count"), wordedColumn("targetPerDay", "score")],
  [["o-2", 20, 30]],
  null,
);
const events = table("events", [wordedColumn("office", "text"), wordedColumn("received", "count")], [["O-1", 3]], null);

test("tables about the same rows are one on paper: each row with its cells of both, in the order of the first", () => {
  const [one, other, ...more] = paperTables({ place, tables: [work, events, targets] });
  expect(more).toEqual([]);
  expect(one?.columns.map(({ field }) => field)).toEqual([
    "operator",
    "accepted",
    "served",
    "daysWorked",
    "targetPerDay",
  ]);
  expect(one?.rows).toEqual([
    ["o-1", 5, 7, null, null],
    ["o-2", 6, 8, 20, 30],
  ]);
  expect(one?.total).toEqual([null, 11, 15, "", ""]);
  expect([one?.fewer, one?.notes.length, other?.id, other?.fewer]).toEqual([true, 2, "events", false]);
});

test("a table whose companion the reader may not see stands alone", () => {
  expect(paperTables({ place, tables: [work] })[0]?.columns.map(({ field }) => field)).toEqual([
    "operator",
    "accepted",
    "served",
  ]);
});

test("a legal term is its number and unit in one cell, and not known where either is not", () => {
  const columns = [
    wordedColumn("service", "text"),
    wordedColumn("termAmount", "count"),
    wordedColumn("termUnit", "text"),
  ];
  const rows: ReportCell[][] = [
    ["S-1", 15, "working-day"],
    ["S-2", null, null],
  ];
  const services = table(
    "serviceApplications",
    [wordedColumn("service", "text"), figureColumn("accepted")],
    rows,
    null,
  );
  const [one] = paperTables({
    place,
    tables: [services, table("serviceLeadTimes", columns, rows, [null, null, null])],
  });
  const cells = one?.rows.map((row) => row.at(-1) ?? null);
  expect(cells?.[1]).toBeNull();
  expect(one?.names[String(cells?.[0])]).toEqual({
    kk: "15\u00a0жұм.\u00a0күні",
    ru: "15\u00a0раб.\u00a0дн.",
    en: "15\u00a0w.\u00a0days",
  });
});
