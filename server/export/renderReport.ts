import type { Report } from "../../shared/report.ts";
import { canonicalJson } from "./canonicalJson.ts";
import { dictionaryCsv } from "./csv/dictionaryCsv.ts";
import { FACT_KEYS, REPORT_KEYS, reportCsv } from "./csv/reportCsv.ts";
import { encodeText, type FileBytes, type FileFormat, type Language } from "./fileFormat.ts";
import { reportPdf } from "./pdf/reportPdf.ts";
import { columnsOfAll } from "./reportTables.ts";
import { reportXlsx } from "./xlsx/reportXlsx.ts";

/**
 * A report as a file in one of the formats. It is written only as fast as it is read, and the same report gives the same
 * bytes, whenever and wherever it is written.
 */
export function renderReport(report: Report, format: FileFormat, language: Language): FileBytes {
  switch (format) {
    case "csv":
      return encodeText(reportCsv(report, language));
    case "json":
      return encodeText([canonicalJson(report)]);
    case "xlsx":
      return reportXlsx(report, language);
    case "pdf":
      return reportPdf(report, language);
  }
}

/** The dictionary that goes beside the CSV of a report: what its columns and tables mean. */
export function renderDictionary(report: Report, language: Language): FileBytes {
  const explained = { keys: [...REPORT_KEYS, ...FACT_KEYS], columns: columnsOfAll(report), tables: report.tables };
  return encodeText(dictionaryCsv(explained, language));
}
