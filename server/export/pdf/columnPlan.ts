/** What a column wants, in points. */
export interface Wanted {
  /** So that nothing within it is cut: its longest word or figure. */
  readonly least: number;
  /** So that everything stands on one line. */
  readonly natural: number;
  /** A key is repeated before every group of columns. */
  readonly key: boolean;
}

/** Columns side by side, by their places, with their widths. */
export interface ColumnGroup {
  readonly columns: readonly number[];
  readonly widths: readonly number[];
}

/** What a column is given beyond its wish at most, so that eyes find from a name to its figure. */
const MOST_AIR = 34;

/**
 * Shares a width among columns. When not even the least widths fit, the columns are laid in several groups below each
 * other, each with the keys before it; the groups are about equally full. Columns that need little do not fill the width.
 */
export function planColumns(wanted: readonly Wanted[], width: number): ColumnGroup[] {
  const keys = wanted.flatMap(({ key }, at) => (key ? [at] : []));
  const others = wanted.flatMap(({ key }, at) => (key ? [] : [at]));
  const least = (columns: readonly number[]) => columns.reduce((sum, at) => sum + (wanted[at] as Wanted).least, 0);
  const free = Math.max(width - least(keys), width / 3);
  const groups = Math.max(1, Math.ceil(least(others) / free));
  for (let count = groups; ; count += 1) {
    const parts = inParts(others, count, (at) => (wanted[at] as Wanted).least);
    if (count >= others.length || parts.every((part) => least(part) <= free))
      return parts.map((part) => spread([...keys, ...part], wanted, width));
  }
}

function inParts(columns: readonly number[], count: number, size: (at: number) => number): number[][] {
  const share = columns.reduce((sum, at) => sum + size(at), 0) / count;
  const parts: number[][] = [[]];
  let filled = 0;
  for (const at of columns) {
    if (filled + size(at) / 2 > share * parts.length && parts.length < count) parts.push([]);
    (parts.at(-1) as number[]).push(at);
    filled += size(at);
  }
  return parts.filter((part) => part.length > 0 || columns.length === 0);
}

function spread(columns: readonly number[], wanted: readonly Wanted[], width: number): ColumnGroup {
  const least = columns.map((at) => (wanted[at] as Wanted).least);
  const wish = columns.map((at, index) => Math.max(0, (wanted[at] as Wanted).natural - (least[index] as number)));
  const needed = least.reduce((sum, part) => sum + part, 0);
  const wished = wish.reduce((sum, part) => sum + part, 0);
  const free = width - needed;
  if (free <= 0) return { columns, widths: least.map((part) => (part * width) / needed) };
  if (wished >= free)
    return { columns, widths: least.map((part, at) => part + ((wish[at] as number) * free) / wished) };
  const rest = Math.min((free - wished) / columns.length, MOST_AIR);
  return { columns, widths: least.map((part, at) => part + (wish[at] as number) + rest) };
}
