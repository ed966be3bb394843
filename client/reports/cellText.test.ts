import { expect, test } from "vitest";
import type { ColumnKind, ReportCell } from "../../shared/report.ts";
import { createFormat } from "../format.ts";
import { cellText } from "./cellText.ts";

const format = createFormat("ru");
const titles = { kk: "", ru: "", en: "" };
const said = (cell: ReportCell, kind: ColumnKind, field = "x") =>
  cellText(cell, { field, kind, titles, definitions: null }, { a: { kk: "А", ru: "Имя", en: "Name" } }, format, "ru");

test("what is not known is a dash, and zero is zero", () => {
  expect(said(null, "count")).toBe("—");
  expect(said(0, "count")).toBe("0");
});

test("a change carries its sign, another share does not", () => {
  expect(said(0.25, "share", "change")).toBe("+25,0\u00a0%");
  expect(said(-0.25, "share", "yearChange")).toBe("−25,0\u00a0%");
  expect(said(0.25, "share")).toBe("25,0\u00a0%");
});

test("an id is said by its name, and by itself where it has none", () => {
  expect(said("a", "text")).toBe("Имя");
  expect(said("b", "text")).toBe("b");
});
