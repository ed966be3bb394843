import type { ReportTable } from "../../../shared/report.ts";
import type { Language } from "../fileFormat.ts";
import { nameOf } from "../reportTables.ts";
import { INK } from "./palette.ts";
import { CONTENT, type Paper, type TextLook } from "./paper.ts";

const NAME: TextLook = { size: 6.4, weight: "bold", ink: INK.accent };
const WORDS: TextLook = { size: 6.4 };
const LINE = 8.2;
const AFTER = 3.4;
const BETWEEN = 22;
const WIDTH = (CONTENT.width - BETWEEN) / 2;

interface Item {
  readonly name: string;
  /** The width of the name with the space behind it: there the first line begins. */
  readonly after: number;
  readonly lines: readonly string[];
  readonly height: number;
}

function itemsOf(paper: Paper, { rows, names }: ReportTable, language: Language): Item[] {
  return rows.map(([id = null, definition = null]) => {
    const name = nameOf(names, id, language) ?? `${id}`;
    const words = nameOf(names, definition, language) ?? `${definition}`;
    const after = paper.widthOf(name, NAME) + paper.widthOf("  ", WORDS);
    const [first = ""] = paper.linesOf(words, WIDTH - after, WORDS);
    const rest = words.slice(first.length).trimStart();
    const lines = [first, ...(rest === "" ? [] : paper.linesOf(rest, WIDTH, WORDS))];
    return { name, after, lines, height: lines.length * LINE + AFTER };
  });
}

const heightOf = (items: readonly Item[]) => items.reduce((sum, { height }) => sum + height, 0);

/** As many items from the first on as fit a height, at least one. */
function fitting(items: readonly Item[], height: number): readonly Item[] {
  let used = 0;
  const end = items.findIndex((item) => {
    used += item.height;
    return used > height;
  });
  return end < 0 ? items : items.slice(0, Math.max(1, end));
}

function drawColumn(paper: Paper, items: readonly Item[], x: number): number {
  let { y } = paper;
  for (const { name, after, lines, height } of items) {
    paper.line(name, x, y, WIDTH, NAME);
    for (const [at, line] of lines.entries()) paper.line(line, at === 0 ? x + after : x, y + at * LINE, WIDTH, WORDS);
    y += height;
  }
  return y;
}

/** The least height that definitions begin with on a page. */
export const DEFINITIONS_BEGIN = 60;

/** What figures mean, in two columns: each by its name with its definition behind it, none torn. */
export function drawDefinitions(paper: Paper, table: ReportTable, language: Language): void {
  let items: readonly Item[] = itemsOf(paper, table, language);
  while (items.length > 0) {
    const highest = Math.max(...items.map(({ height }) => height));
    const left = fitting(items, Math.min(paper.left, heightOf(items) / 2 + highest / 2));
    const right = fitting(items.slice(left.length), paper.left);
    const shown = left.length + (items.length > left.length ? right.length : 0);
    const ends = [left, right].map((column, at) => drawColumn(paper, column, CONTENT.left + at * (WIDTH + BETWEEN)));
    paper.y = Math.max(...ends);
    items = items.slice(shown);
    if (items.length > 0) paper.newPage();
  }
}
