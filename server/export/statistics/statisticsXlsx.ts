import { formatDay } from "../../../shared/time.ts";
import { IMPORTED_WORDS } from "../../core/importedWords.ts";
import type { FileBytes, Language } from "../fileFormat.ts";
import { coverageNotes, definitionNotes } from "../reportNotes.ts";
import { nameOf } from "../reportTables.ts";
import { FILE_WORDS } from "../words.ts";
import type { Row } from "../xlsx/sheet.ts";
import { type Sheet, workbookBytes } from "../xlsx/workbook.ts";
import { IMPORTED_TITLE, importedCells, importedSheetColumns } from "./importedPart.ts";
import { keyColumns } from "./keyColumns.ts";
import { cellsOf, layoutOf, NAMED, type StatisticsFile } from "./statisticsLayout.ts";
import type { Rests, StatisticsSource } from "./statisticsSource.ts";

/** Figures as a workbook: one sheet that goes on as long as there are rows, and the notes. */
export function statisticsXlsx(source: StatisticsSource, file: StatisticsFile): FileBytes {
  const layout = layoutOf(file);
  return workbookOf(
    source,
    file,
    mapPortions(source.rows, (row) => cellsOf(layout, row, file)),
  );
}

/** The workbook of rows that are cells already. */
export function workbookOf(rests: Rests, file: StatisticsFile, rows: AsyncIterable<readonly Row[]>): FileBytes {
  const { query, language } = file;
  const words = FILE_WORDS[language];
  const layout = layoutOf(file);
  const period = `${formatDay(query.from)} – ${formatDay(query.to)}`;
  const keys = layout.keys.flatMap(({ titles, kind, field }) => {
    const column = { title: titles[language], kind, key: true };
    return NAMED.includes(field) ? [column, { ...column, title: `${titles[language]}: ${words.name}` }] : [column];
  });
  const figures = layout.figures.map(({ titles, kind }) => ({ title: titles[language], kind, key: false }));
  return workbookBytes({
    title: `${words.statistics}, ${period}`,
    asOf: rests.asOf,
    language,
    sheets: [
      {
        title: words.statistics,
        columns: [...keys, ...figures],
        rows,
        total: () => null,
      },
      ...importedSheets(file),
    ],
    notesTitle: words.notes,
    notes: () => {
      const { asOf, status, coverage } = rests;
      return [
        { heading: `${words.statistics}, ${period}` },
        { cells: [words.period, period] },
        ...Object.entries(query.filter).map(([name, id]) => ({
          cells: [keyTitle(name, language), [id, nameOf(file.names, id, language)].filter(Boolean).join(" · ")],
        })),
        { cells: [words.state, words.status[status]] },
        { cells: [words.asOf, asOf] },
        ...coverageNotes(coverage, language),
        { cells: ["", words.unknown] },
        ...(file.imported === null ? [] : [{ cells: [IMPORTED_TITLE[language], IMPORTED_WORDS[language]] }]),
        ...definitionNotes([...layout.keys, ...layout.figures], language),
      ];
    },
  });
}

/** The totals of an old system stand on a sheet of their own, whose name says what they are. */
function importedSheets({ imported, names, language }: StatisticsFile): Sheet[] {
  if (imported === null) return [];
  return [
    {
      title: IMPORTED_TITLE[language],
      columns: importedSheetColumns(language),
      rows: [imported.map((row) => importedCells(row, { names, language }))],
      total: () => null,
    },
  ];
}

function keyTitle(name: string, language: Language): string {
  return keyColumns([name as "office"])[0]?.titles[language] ?? name;
}

async function* mapPortions<A, B>(portions: AsyncIterable<readonly A[]>, each: (of: A) => B): AsyncGenerator<B[]> {
  for await (const portion of portions) yield portion.map(each);
}
