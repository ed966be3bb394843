import { expect, test } from "vitest";
import { sampleReport } from "../testing/sampleReport.ts";
import { checksumOf, withoutOperators } from "./makeReport.ts";
import { packReport, unpackReport } from "./packedReport.ts";

test("a report comes back from its two texts as it was, with the same checksum", () => {
  const report = sampleReport();
  const { shared, own } = packReport(report);
  expect(unpackReport(shared, own)).toEqual(report);
  expect(checksumOf(unpackReport(shared, own).tables)).toBe(checksumOf(report.tables));
});

test("reports of two places share one text where only their rows differ", () => {
  const one = sampleReport();
  const other = { ...one, tables: one.tables.map((table) => ({ ...table, rows: [], total: null })) };
  expect(packReport(other).frame).toBe(packReport(one).frame);
});

test("without operators the table of their work is gone and the checksum is that of what is left", () => {
  const report = sampleReport();
  const table = { ...(report.tables[0] as (typeof report.tables)[number]), id: "operatorWork" };
  const whole = { ...report, tables: [...report.tables, table] };
  const left = withoutOperators(whole);
  expect(left.tables).toEqual(report.tables);
  expect(left.checksum).toBe(checksumOf(report.tables));
  expect(withoutOperators(report)).toBe(report);
});
