import type { ReportCell, ReportColumn, ReportTable } from "../../../shared/report.ts";
import { cellText } from "../cellText.ts";
import type { Language } from "../fileFormat.ts";
import { keysOf, nameOf } from "../reportTables.ts";
import { FILE_WORDS } from "../words.ts";
import { type ColumnGroup, planColumns } from "./columnPlan.ts";
import { INK } from "./palette.ts";
import { CONTENT, type Paper, type TextLook } from "./paper.ts";

const CELL: TextLook = { size: 6.9 };
const HEAD: TextLook = { size: 6.2, weight: "bold", ink: INK.accent };
const TOTAL: TextLook = { size: 6.9, weight: "bold" };
const LINE = 8.6;
const GAP = 4;
const PAD = 1.9;
const WIDEST_TEXT = 360;
const NARROWEST_TEXT = 84;
const NARROWEST_HEAD = 22;
const WIDEST_HEAD = 62;
const ROWS_TOGETHER = 3;

/** Texts of a row: names in the place of ids. */
function texts({ columns, names }: ReportTable, row: readonly ReportCell[], language: Language): string[] {
  return columns.map(({ kind }, at) => {
    const cell = row[at] ?? null;
    return (kind === "text" ? nameOf(names, cell, language) : null) ?? cellText(cell, kind, language);
  });
}

const isLeft = ({ kind }: ReportColumn) => kind === "text" || kind === "date" || kind === "moment";

/** A table on paper: its heads stand on every page that it reaches, and none of its rows is torn. */
export class TableOnPaper {
  readonly #paper: Paper;
  readonly #table: ReportTable;
  readonly #language: Language;
  readonly #keys: ReadonlySet<ReportColumn>;
  readonly #rows: readonly string[][];
  readonly #total: readonly string[] | null;
  readonly #groups: readonly ColumnGroup[];

  constructor(paper: Paper, table: ReportTable, language: Language) {
    this.#paper = paper;
    this.#table = table;
    this.#language = language;
    this.#keys = new Set(keysOf(table));
    this.#rows = table.rows.map((row) => texts(table, row, language));
    this.#total = table.total === null ? null : this.#totalTexts(table.total);
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

  /** Writes the table where the paper stands. */
  draw(): void {
    for (const [at, group] of this.#groups.entries()) {
      if (at > 0) {
        this.#paper.y += 10;
        this.#paper.need(this.beginning);
      }
      this.#drawGroup(group);
    }
  }

  #drawGroup(group: ColumnGroup): void {
    const paper = this.#paper;
    this.#head(group);
    for (const [index, row] of this.#rows.entries()) {
      const lines = this.#cellLines(group, row, CELL);
      const height = heightOf(lines);
      const last = index === this.#rows.length - 1 && this.#total !== null ? LINE + 2 * PAD : 0;
      if (paper.need(height + last)) this.#head(group);
      if (index % 2 === 1) paper.box(CONTENT.left, paper.y, widthOf(group), height, INK.band);
      this.#write(group, lines, CELL);
      paper.y += height;
    }
    if (this.#total !== null) {
      const lines = this.#cellLines(group, this.#total, TOTAL);
      const height = heightOf(lines);
      if (paper.need(height)) this.#head(group);
      paper.box(CONTENT.left, paper.y, widthOf(group), height, INK.faint);
      paper.rule(CONTENT.left, paper.y, CONTENT.left + widthOf(group), paper.y, INK.accent, 0.8);
      this.#write(group, lines, TOTAL);
      paper.y += height;
    }
    paper.rule(CONTENT.left, paper.y, CONTENT.left + widthOf(group), paper.y, INK.rule, 0.5);
  }

  #totalTexts(total: readonly ReportCell[]): string[] {
    const written = texts(this.#table, total, this.#language);
    const label = this.#table.columns.findIndex((column, at) => isLeft(column) && (total[at] ?? null) === null);
    return written.map((text, at) => {
      if (at === label) return FILE_WORDS[this.#language].total;
      return isLeft(this.#table.columns[at] as ReportColumn) && (total[at] ?? null) === null ? "" : text;
    });
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
    const least = Math.max(figure, Math.min(word, NARROWEST_HEAD)) + GAP + 1;
    const natural = Math.max(least, Math.min(WIDEST_TEXT, width + 2 * GAP), Math.min(WIDEST_HEAD, word + GAP + 1));
    return { least, natural, key: this.#keys.has(column) };
  }

  #headHeight({ columns, widths }: ColumnGroup): number {
    const lines = columns.map((at, index) => this.#headLines(at, widths[index] as number).length);
    return Math.max(...lines) * (HEAD.size * 1.25) + 2 * PAD + 2;
  }

  #headLines(at: number, width: number): string[] {
    const { titles } = this.#table.columns[at] as ReportColumn;
    return this.#paper.linesOf(titles[this.#language], width - GAP, HEAD);
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
        paper.line(line, x + GAP / 2, top + row * HEAD.size * 1.25, width - GAP, { ...HEAD, align });
      x += width;
    }
    paper.y += height;
    paper.rule(CONTENT.left, paper.y, CONTENT.left + widthOf(group), paper.y, INK.accent, 1);
  }

  #cellLines({ columns, widths }: ColumnGroup, row: readonly string[], look: TextLook): string[][] {
    return columns.map((at, index) => this.#paper.linesOf(row[at] as string, (widths[index] as number) - GAP, look));
  }

  #write({ columns, widths }: ColumnGroup, lines: readonly string[][], look: TextLook): void {
    const paper = this.#paper;
    let x = CONTENT.left;
    for (const [index, at] of columns.entries()) {
      const width = widths[index] as number;
      const align = isLeft(this.#table.columns[at] as ReportColumn) ? "left" : "right";
      for (const [row, line] of (lines[index] as string[]).entries())
        paper.line(line, x + GAP / 2, paper.y + PAD + row * LINE, width - GAP, { ...look, align });
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
