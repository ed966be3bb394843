import type { Names } from "../../../shared/reference.ts";
import type { ReportCell, ReportTable } from "../../../shared/report.ts";
import type { Language } from "../fileFormat.ts";
import { keysOf } from "../reportTables.ts";
import { FILE_WORDS } from "../words.ts";
import type { PaperTable } from "./paperTables.ts";
import { ROOMS, type Room } from "./room.ts";

/** Tables of which the first few say what matters, and their rows on paper. */
const FEWER: Readonly<Record<string, number>> = {
  explanations: 8,
  serviceApplications: 18,
  refusalServices: 6,
  returnReasons: 6,
  changes: 12,
};

/** A table as it is printed, null when it holds nothing, and what must be said of what is left out. */
export interface PrintedTable {
  readonly table: ReportTable | null;
  readonly remarks: readonly string[];
}

/** Columns of which nothing at all is known say so once, in a remark, and take no room. */
function withoutUnknown(table: ReportTable): { readonly table: ReportTable; readonly unknown: readonly Names[] } {
  const keys = keysOf(table).length;
  const rows = [...table.rows, ...(table.total === null ? [] : [table.total])];
  const known = table.columns.map((_column, at) => at < keys || rows.some((row) => (row[at] ?? null) !== null));
  if (!known.slice(keys).some(Boolean)) return { table, unknown: [] };
  const kept = <T>(cells: readonly T[]) => cells.filter((_cell, at) => known[at] === true);
  return {
    table: {
      ...table,
      columns: kept(table.columns),
      rows: table.rows.map(kept),
      total: table.total === null ? null : kept(table.total),
    },
    unknown: table.columns.filter((_column, at) => known[at] !== true).map(({ titles }) => titles),
  };
}

/** The only row of a table is its whole already. */
function withoutOwnTotal(table: ReportTable): ReportTable {
  const [only, more] = table.rows;
  const same =
    more === undefined &&
    table.total !== null &&
    only?.every((cell, at) => at === 0 || (table.total?.[at] ?? cell) === cell);
  return same === true ? { ...table, total: null } : table;
}

/** The highest rows of a table by its first count that has a sum; null when it counts nothing. */
function highest(table: ReportTable, most: number): { readonly table: ReportTable; readonly by: Names } | null {
  const summed = (at: number) => table.total === null || (table.total[at] ?? null) !== null;
  const by = table.columns.findIndex(({ kind }, at) => kind === "count" && summed(at));
  const column = table.columns[by];
  if (column === undefined) return null;
  const value = (row: readonly ReportCell[]) => (typeof row[by] === "number" ? (row[by] as number) : -1);
  const order = table.rows.map((row, at) => ({ row, at })).sort((a, b) => value(b.row) - value(a.row) || a.at - b.at);
  return { table: { ...table, rows: order.slice(0, most).map(({ row }) => row) }, by: column.titles };
}

/** The rows that last longest, in the order in which they stood; null when rows have no beginning and end. */
function longest(table: ReportTable, most: number): ReportTable | null {
  const [since, until] = ["since", "until"].map((field) => table.columns.findIndex((column) => column.field === field));
  if (since === undefined || until === undefined || since < 0 || until < 0) return null;
  const length = (row: readonly ReportCell[]) => Date.parse(String(row[until])) - Date.parse(String(row[since]));
  const kept = new Set([...table.rows].sort((a, b) => length(b) - length(a)).slice(0, most));
  return { ...table, rows: table.rows.filter((row) => kept.has(row)) };
}

/** A table within the rows that there is room for, and what must be said of the others. Days are never left out. */
function within(table: ReportTable, room: Room, language: Language): readonly [ReportTable, readonly string[]] {
  const words = FILE_WORDS[language];
  const few = FEWER[table.id];
  const most = few === undefined ? room.many : Math.max(1, Math.round(few * room.share));
  const all = table.rows.length;
  if (all <= (few === undefined ? room.whole : most + 2) || table.columns[0]?.kind === "date") return [table, []];
  const cut = highest(table, most);
  if (cut !== null) return [cut.table, [words.cut(most, all, cut.by[language])]];
  const lasting = longest(table, most);
  if (lasting !== null) return [lasting, [words.cutLongest(most, all)]];
  return [{ ...table, rows: table.rows.slice(0, most) }, [words.cutFirst(most, all)]];
}

/** What of a table goes on paper: what is known, and of long tables the highest rows; the files hold all of it. */
export function printed(of: PaperTable, language: Language, room: Room = ROOMS[0]): PrintedTable {
  const words = FILE_WORDS[language];
  const empty = of.rows.length === 0 && (of.total ?? []).every((cell) => cell === null);
  if (empty) return { table: null, remarks: [words.nothing] };
  const { table, unknown } = withoutUnknown(of);
  const [cut, left] = within(table, room, language);
  const remarks = [...left];
  if (of.fewer) remarks.push(words.fewer);
  if (unknown.length > 0) remarks.push(words.noData(unknown.map((titles) => titles[language]).join(", ")));
  return { table: withoutOwnTotal(cut), remarks };
}
