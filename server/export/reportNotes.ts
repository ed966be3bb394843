import type { Report, ReportColumn } from "../../shared/report.ts";
import type { Coverage } from "../../shared/statistics.ts";
import type { Language } from "./fileFormat.ts";
import { columnsOfAll } from "./reportTables.ts";
import { FILE_WORDS } from "./words.ts";
import type { Note } from "./xlsx/notesSheet.ts";

/** What a file rests on, in lines. */
export function coverageNotes(coverage: Coverage, language: Language): Note[] {
  const words = FILE_WORDS[language];
  const { expected, reporting, silent, oldestEvent, missingEvents } = coverage;
  return [
    { cells: [words.coverage, words.reporting(reporting, expected)] },
    ...(silent.length > 0 ? [{ cells: [words.silent, silent.join(", ")] }] : []),
    ...(oldestEvent === null ? [] : [{ cells: [words.oldestEvent, oldestEvent] }]),
    { cells: [words.missingEvents, String(missingEvents)] },
  ];
}

/** What the columns of a file mean, in lines. */
export function definitionNotes(columns: readonly ReportColumn[], language: Language): Note[] {
  const words = FILE_WORDS[language];
  return [
    { cells: [] },
    { heading: words.definitions },
    { cells: [words.column, words.figure, words.unit, words.definition], strong: true },
    ...columns.map(({ field, titles, kind, definitions }) => ({
      cells: [field, titles[language], words.units[kind], definitions?.[language] ?? ""],
    })),
  ];
}

/** The notes of a report: which place and month, how far it can be trusted, and what its columns mean. */
export function reportNotes(report: Report, language: Language): Note[] {
  const words = FILE_WORDS[language];
  const { events } = report;
  const remarks = [...report.notes, ...report.tables.flatMap(({ notes }) => notes)];
  return [
    { heading: `${words.report}: ${report.place.names[language]}, ${report.month}` },
    { cells: [words.place, [report.place.id, report.place.names[language]].filter((part) => part !== "").join(" · ")] },
    { cells: [words.month, report.month] },
    { cells: [words.state, words.status[report.status]] },
    { cells: [words.version, String(report.version)] },
    { cells: [words.asOf, report.asOf] },
    ...coverageNotes(report.coverage, language),
    ...(events === null
      ? []
      : [{ cells: [words.events, words.ofPromised(String(events.received), String(events.promised))] }]),
    { cells: [words.checksum, report.checksum] },
    { cells: ["", words.unknown] },
    ...(remarks.length === 0 ? [] : [{ cells: [] }, { heading: words.remarks }]),
    ...remarks.map((remark) => ({ cells: ["", remark[language]] })),
    ...definitionNotes(columnsOfAll(report), language),
  ];
}
