import { type ReactNode, useMemo, useState } from "react";
import { useGradually } from "../floor/useGradually.ts";
import { compareTexts } from "../language.ts";
import { useWords } from "../settings.ts";

/** A column: what it shows of a record, and by what it is sorted (text by the alphabet; null always last). */
export interface Column<T> {
  readonly id: string;
  readonly title: string;
  readonly show: (record: T) => ReactNode;
  readonly sort: (record: T) => number | string | null;
  readonly text?: boolean;
}

/** So many cells are drawn in one go: a few milliseconds of work. */
const CELLS = 48;

interface Order {
  readonly column: string;
  readonly falling: boolean;
}

/**
 * A table whose order is the reader's: by the first column until another is chosen, and kept while figures change.
 * Records that have no figure come last in either direction. A long table is drawn some rows at a time.
 */
export function SortedTable<T>({
  caption,
  columns,
  records,
  keyOf,
}: {
  caption: string;
  columns: readonly Column<T>[];
  records: readonly T[];
  keyOf: (record: T) => string;
}) {
  const { words, language } = useWords();
  const [order, setOrder] = useState<Order>({ column: columns[0]?.id ?? "", falling: false });
  const sorted = useMemo(() => {
    const by = columns.find(({ id }) => id === order.column) ?? columns[0];
    if (by === undefined) return records;
    return [...records].sort((a, b) => {
      const left = by.sort(a);
      const right = by.sort(b);
      if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
      const difference =
        typeof left === "number" && typeof right === "number"
          ? left - right
          : compareTexts(language, String(left), String(right));
      return order.falling ? -difference : difference;
    });
  }, [columns, records, order, language]);
  const drawn = useGradually(sorted.length, Math.ceil(CELLS / Math.max(1, columns.length)));
  const choose = (column: Column<T>): void =>
    setOrder((before) => ({
      column: column.id,
      falling: before.column === column.id ? !before.falling : column.text !== true,
    }));
  return (
    <div className="table">
      <table>
        <caption className="visuallyHidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => {
              const chosen = order.column === column.id;
              return (
                <th
                  key={column.id}
                  scope="col"
                  className={column.text === true ? "table__text" : undefined}
                  aria-sort={chosen ? (order.falling ? "descending" : "ascending") : "none"}
                >
                  <button type="button" onClick={() => choose(column)} title={words.region.sortBy(column.title)}>
                    {column.title}
                    <span className="table__arrow" aria-hidden="true">
                      {chosen ? (order.falling ? "↓" : "↑") : ""}
                    </span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, drawn).map((record) => (
            <tr key={keyOf(record)}>
              {columns.map((column, at) =>
                at === 0 ? (
                  <th key={column.id} scope="row" className="table__text">
                    {column.show(record)}
                  </th>
                ) : (
                  <td key={column.id} className={column.text === true ? "table__text" : undefined}>
                    {column.show(record)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
