import type { Report } from "../../../shared/report.ts";
import { IMPORTED_MARK } from "../../core/importedWords.ts";
import { cellText } from "../cellText.ts";
import type { Language } from "../fileFormat.ts";
import { nameOf } from "../reportTables.ts";
import { FILE_WORDS } from "../words.ts";
import { INK } from "./palette.ts";
import { CONTENT, type Paper } from "./paper.ts";

/** A figure that stands large on the first page, by where the report states it. */
interface Place {
  readonly table: string;
  readonly figure: string;
  readonly value: string;
  readonly before: string;
  /** Whether the title of the column is said too, such as that it is a percentile. */
  readonly exact: boolean;
}

const PLACES: readonly Place[] = [
  { table: "volumes", figure: "accepted", value: "value", before: "before", exact: false },
  { table: "rates", figure: "delayedRate", value: "share", before: "beforeShare", exact: false },
  { table: "times", figure: "leadTime", value: "p50", before: "beforeP50", exact: true },
  { table: "volumes", figure: "served", value: "value", before: "before", exact: false },
  { table: "times", figure: "waitingTime", value: "p90", before: "beforeP90", exact: true },
];

interface Headline {
  readonly title: string;
  readonly value: string;
  readonly before: string | null;
}

function headlineOf(report: Report, place: Place, language: Language): Headline | null {
  const table = report.tables.find(({ id }) => id === place.table);
  const row = table?.rows.find(([figure]) => figure === place.figure);
  if (table === undefined || row === undefined) return null;
  const cell = (field: string) => row[table.columns.findIndex((column) => column.field === field)] ?? null;
  const column = table.columns.find(({ field }) => field === place.value);
  if (column === undefined) return null;
  const name = nameOf(table.names, place.figure, language) ?? place.figure;
  const imported = cell(`${place.before}Imported`);
  const before = cell(place.before) ?? imported;
  const mark = imported === null ? "" : ` ${IMPORTED_MARK}`;
  return {
    title: place.exact ? `${name}: ${column.titles[language].toLowerCase()}` : name,
    value: cellText(cell(place.value), column.kind, language),
    before: before === null ? null : FILE_WORDS[language].against(cellText(before, column.kind, language)) + mark,
  };
}

const TITLE = { size: 6.8, ink: INK.soft } as const;
const VALUE = { size: 17, weight: "bold", ink: INK.accent } as const;
const BEFORE = { size: 6.4, ink: INK.soft } as const;
const HEIGHT = 54;
const GAP = 8;

/** The figures that a month is asked for first, large, with the month before; none where the report does not state them. */
export function drawHeadlines(paper: Paper, report: Report, language: Language): void {
  const found = PLACES.map((place) => headlineOf(report, place, language)).filter((headline) => headline !== null);
  if (found.length === 0) return;
  const width = (CONTENT.width - GAP * (found.length - 1)) / found.length;
  for (const [at, { title, value, before }] of found.entries()) {
    const x = CONTENT.left + at * (width + GAP);
    paper.box(x, paper.y, width, HEIGHT, INK.faint);
    paper.box(x, paper.y, 2.5, HEIGHT, INK.accent);
    for (const [row, line] of paper
      .linesOf(title, width - 14, TITLE)
      .slice(0, 2)
      .entries())
      paper.line(line, x + 9, paper.y + 6 + row * 8.4, width - 14, TITLE);
    paper.line(value, x + 9, paper.y + 22, width - 14, VALUE);
    if (before !== null) paper.line(before, x + 9, paper.y + 43, width - 14, BEFORE);
  }
  paper.y += HEIGHT + 13;
}
