import { formatDay } from "../../../shared/time.ts";
import type { FileBytes, Language } from "../fileFormat.ts";
import { coverageNotes, definitionNotes } from "../reportNotes.ts";
import { nameOf } from "../reportTables.ts";
import { FILE_WORDS } from "../words.ts";
import { workbookBytes } from "../xlsx/workbook.ts";
import { keyColumns } from "./keyColumns.ts";
import { cellsOf, layoutOf, NAMED, type StatisticsFile } from "./statisticsLayout.ts";
import type { StatisticsSource } from "./statisticsSource.ts";

/** Figures as a workbook: one sheet that goes on as long as there are rows, and the notes. */
export function statisticsXlsx(source: StatisticsSource, file: StatisticsFile): FileBytes {
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
    asOf: source.asOf,
    language,
    sheets: [
      {
        title: words.statistics,
        columns: [...keys, ...figures],
        rows: mapPortions(source.rows, (row) => cellsOf(layout, row, file)),
        total: () => null,
      },
    ],
    notesTitle: words.notes,
    notes: () => {
      const { asOf, status, coverage } = source;
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
        ...definitionNotes([...layout.keys, ...layout.figures], language),
      ];
    },
  });
}

function keyTitle(name: string, language: Language): string {
  return keyColumns([name as "office"])[0]?.titles[language] ?? name;
}

async function* mapPortions<A, B>(portions: AsyncIterable<readonly A[]>, each: (of: A) => B): AsyncGenerator<B[]> {
  for await (const portion of portions) yield portion.map(each);
}
