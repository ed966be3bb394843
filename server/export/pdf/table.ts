import type { ReportColumn, ReportTable } from "../../../shared/report.ts";
import type { Language } from "../fileFormat.ts";
import { keysOf } from "../reportTables.ts";
import { type ColumnGroup, planColumns } from "./columnPlan.ts";
import { INK } from "./palette.ts";
import { CONTENT, type Paper, type TextLook } from "./paper.ts";
import { isLeft, rowTexts, totalTexts } from "./tableTexts.ts";

const CELL: TextLook = { size: 6.9 };
const HEAD: TextLook = { size: 6.2, weight: "bold", ink: INK.accent };
const TOTAL: TextLook = { size: 6.9, weight: "bold" };
const LINE = 8.6;
const GAP = 4.5;
const PAD = 1.45;
const AFTER_FIGURES = 6;
const WIDEST_TEXT = 360;
const NARROWEST_TEXT = 84;
const NARROWEST_HEAD = 22;
const WIDEST_HEAD = 62;
const ROWS_TOGETHER = 3;

/** A table on paper: its heads stand on every page that it reaches, and none of its rows is torn. */
export class TableOnPaper {
  readonly #paper: Paper;
  readonly #table: ReportTable;
  readonly #language: Language;
  readonly #keys: ReadonlySet<ReportColumn>;
  readonly #rows: readonly string[][];
  readonly #total: readonly string[] | null;
  readonly #groups: readonly ColumnGroup[];
  readonly #most: number;

  /** `most`: lines of a cell; a longer text ends with an ellipsis. */
  constructor(paper: Paper, table: ReportTable, language: Language, most = Number.POSITIVE_INFINITY) {
    this.#paper = paper;
    this.#most = most;
    this.#table = table;
    this.#language = language;
    this.#keys = new Set(keysOf(table));
    this.#rows = table.rows.map((row) => rowTexts(table, row, language));
    this.#total = totalTexts(table, language);
    this.#groups = planColumns(
      table.columns.map((column, at) => this.#wanted(column, at)),
      CONTENT.width,
    );
  }

  /** The height of the heads with the first rows: what must stand on one page with a title. */
  get beginning(): number {
    const group = this.#groups[0] as ColumnGroup;
    return this.#headHeight(group) + Math.min(ROWS_TOGETHER, this.#rows.length + 1) * (LINE + 2 * PAD);
  }

  /** The height of all of it on one page. */
  get whole(): number {
    return this.#groups.reduce((sum, group) => {
      const rows = [
        ...this.#rows.map((row) => [row, CELL] as const),
        ...(this.#total ? [[this.#total, TOTAL] as const] : []),
      ];
      const heights = rows.map(([row, look]) => heightOf(this.#cellLines(group, row, look)));
      return sum + this.#headHeight(group) + heights.reduce((all, height) => all + height, 0);
    }, 0);
  }

  /** Writes the table where the paper stands; `after`: the height of what must stand on the page of its end. */
  draw(after: number): void {
    for (const [at, group] of this.#groups.entries()) {
      if (at > 0) {
        this.#paper.y += 10;
        this.#paper.need(this.beginning);
      }
      this.#drawGroup(group, at === this.#groups.length - 1 ? after : 0);
    }
  }

  #drawGroup(group: ColumnGroup, after: number): void {
    const paper = this.#paper;
    this.#head(group);
    for (const [index, row] of this.#rows.entries()) {
      const lines = this.#cellLines(group, row, CELL);
      const height = heightOf(lines);
      if (paper.need(height + this.#mustFollow(index, height, after))) this.#head(group);
      if (index % 2 === 1) paper.box(CONTENT.left, paper.y, widthOf(group), height, INK.band);
      this.#write(group, lines, CELL);
      paper.y += height;
    }
    if (this.#total !== null) {
      const lines = this.#cellLines(group, this.#total, TOTAL);
      const height = heightOf(lines);
      if (paper.need(height + after)) this.#head(group);
      paper.box(CONTENT.left, paper.y, widthOf(group), height, INK.faint);
      paper.rule(CONTENT.left, paper.y, CONTENT.left + widthOf(group), paper.y, INK.accent, 0.8);
      this.#write(group, lines, TOTAL);
      paper.y += height;
    }
    paper.rule(CONTENT.left, paper.y, CONTENT.left + widthOf(group), paper.y, INK.rule, 0.5);
  }

  /** What may not stand alone on the next page: the last row, the total, and what is said after them. */
  #mustFollow(index: number, height: number, after: number): number {
    const behind = this.#rows.length - 1 - index;
    const total = (this.#total === null ? 0 : LINE + 2 * PAD) + after;
    if (behind === 0) return total;
    return behind === 1 ? height + total : 0;
  }

  #wanted(column: ReportColumn, at: number) {
    const paper = this.#paper;
    const title = column.titles[this.#language];
    const words = title.split(" ").map((word) => paper.widthOf(word, HEAD));
    const widest = this.#rows.reduce((most, row) => Math.max(most, paper.widthOf(row[at] as string, CELL)), 0);
    const width = Math.max(widest, this.#total === null ? 0 : paper.widthOf(this.#total[at] as string, TOTAL)) + 0.5;
    const word = Math.max(...words);
    const text = column.kind === "text";
    const figure = text ? Math.min(width, NARROWEST_TEXT) : width;
    const room = this.#inset(at) + GAP / 2 + 1;
    const least = Math.max(figure, Math.min(word, NARROWEST_HEAD)) + room;
    const natural = Math.max(least, Math.min(WIDEST_TEXT, width + GAP + room), Math.min(WIDEST_HEAD, word + room));
    return { least, natural, key: this.#keys.has(column) };
  }

  /** The room before a column's text: more where a text follows figures, which end close to it. */
  #inset(at: number): number {
    return GAP / 2 + (at > 0 && isLeft(this.#table.columns[at] as ReportColumn) ? AFTER_FIGURES : 0);
  }

  #inner(at: number, width: number): number {
    return width - this.#inset(at) - GAP / 2;
  }

  #headHeight({ columns, widths }: ColumnGroup): number {
    const lines = columns.map((at, index) => this.#headLines(at, widths[index] as number).length);
    return Math.max(...lines) * (HEAD.size * 1.25) + 2 * PAD + 2;
  }

  #headLines(at: number, width: number): string[] {
    const { titles } = this.#table.columns[at] as ReportColumn;
    return this.#paper.linesOf(titles[this.#language], this.#inner(at, width), HEAD);
  }

  #head(group: ColumnGroup): void {
    const paper = this.#paper;
    const height = this.#headHeight(group);
    let x = CONTENT.left;
    for (const [index, at] of group.columns.entries()) {
      const width = group.widths[index] as number;
      const lines = this.#headLines(at, width);
      const align = isLeft(this.#table.columns[at] as ReportColumn) ? "left" : "right";
      const top = paper.y + height - PAD - lines.length * HEAD.size * 1.25;
      for (const [row, line] of lines.entries())
        paper.line(line, x + this.#inset(at), top + row * HEAD.size * 1.25, this.#inner(at, width), { ...HEAD, align });
      x += width;
    }
    paper.y += height;
    paper.rule(CONTENT.left, paper.y, CONTENT.left + widthOf(group), paper.y, INK.accent, 1);
  }

  #cellLines({ columns, widths }: ColumnGroup, row: readonly string[], look: TextLook): string[][] {
    return columns.map((at, index) => {
      const width = this.#inner(at, widths[index] as number);
      const lines = this.#paper.linesOf(row[at] as string, width, look);
      if (lines.length <= this.#most) return lines;
      const last = this.#paper.shortened(lines[this.#most - 1] ?? "", width, look, true);
      return [...lines.slice(0, this.#most - 1), last];
    });
  }

  /** Whether any text is too long for its cell. */
  get isShortened(): boolean {
    return this.#groups.some(({ columns, widths }) =>
      this.#rows.some((row) =>
        columns.some((at, index) => {
          const width = this.#inner(at, widths[index] as number);
          return this.#paper.linesOf(row[at] as string, width, CELL).length > this.#most;
        }),
      ),
    );
  }

  #write({ columns, widths }: ColumnGroup, lines: readonly string[][], look: TextLook): void {
    const paper = this.#paper;
    let x = CONTENT.left;
    for (const [index, at] of columns.entries()) {
      const width = widths[index] as number;
      const align = isLeft(this.#table.columns[at] as ReportColumn) ? "left" : "right";
      for (const [row, line] of (lines[index] as string[]).entries())
        paper.line(line, x + this.#inset(at), paper.y + PAD + row * LINE, this.#inner(at, width), { ...look, align });
      x += width;
    }
  }
}

function widthOf({ widths }: ColumnGroup): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

function heightOf(lines: readonly string[][]): number {
  return Math.max(...lines.map(({ length }) => length)) * LINE + 2 * PAD;
}
