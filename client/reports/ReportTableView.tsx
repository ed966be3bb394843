import { memo, useMemo, useState } from "react";
import type { ReportCell, ReportTable } from "../../shared/report.ts";
import { Empty } from "../components/Message.tsx";
import { compareTexts } from "../language.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { cellText } from "./cellText.ts";
import { ReportChartView } from "./ReportChartView.tsx";
import { REPORTS_WORDS } from "./words.ts";

/** Texts and dates stand to the left, figures to the right. */
function isText(kind: string): boolean {
  return kind === "text" || kind === "date" || kind === "moment";
}

interface Order {
  readonly at: number;
  readonly falling: boolean;
}

/** The rows in the reader's order, else in that of the report; what is not known comes last in either direction. */
function useOrder(table: ReportTable, order: Order | null): readonly (readonly ReportCell[])[] {
  const { language } = useWords();
  return useMemo(() => {
    if (order === null) return table.rows;
    const { at, falling } = order;
    const named = (cell: ReportCell) => (typeof cell === "string" ? (table.names[cell]?.[language] ?? cell) : cell);
    return [...table.rows].sort((one, other) => {
      const [a, b] = [named(one[at] ?? null), named(other[at] ?? null)];
      if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
      const difference =
        typeof a === "number" && typeof b === "number" ? a - b : compareTexts(language, String(a), String(b));
      return falling ? -difference : difference;
    });
  }, [table, order, language]);
}

/** One table of a report with its charts and notes; sorted anew by the head of a column. */
export const ReportTableView = memo(function ReportTableView({ table }: { table: ReportTable }) {
  const { format, language } = useWords();
  const words = useRoomWords(REPORTS_WORDS);
  const { id, titles, columns, total, names, charts, notes } = table;
  const [order, setOrder] = useState<Order | null>(null);
  const rows = useOrder(table, order);
  const choose = (at: number, text: boolean) =>
    setOrder((before) => ({ at, falling: before?.at === at ? !before.falling : !text }));
  const cells = (row: readonly ReportCell[], isTotal: boolean) =>
    columns.map((column, at) => {
      const cell = row[at] ?? null;
      const text = isTotal && at === 0 ? words.total : isTotal && cell === null && isText(column.kind) ? "" : null;
      const shown = text ?? cellText(cell, column, names, format, language);
      const className = isText(column.kind) ? "table__text" : undefined;
      return at === 0 ? (
        <th key={column.field} scope="row" className={className}>
          {shown}
        </th>
      ) : (
        <td key={column.field} className={className}>
          {shown}
        </td>
      );
    });
  return (
    <section className="panel reportTable" id={id} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{titles[language]}</h3>
      {charts.map((chart) => (
        <ReportChartView key={chart.titles.en} table={table} chart={chart} />
      ))}
      {rows.length === 0 ? (
        <Empty>{words.empty}</Empty>
      ) : (
        <div className="table">
          <table>
            <thead>
              <tr>
                {columns.map((column, at) => (
                  <th
                    key={column.field}
                    scope="col"
                    className={isText(column.kind) ? "table__text" : undefined}
                    aria-sort={order?.at !== at ? "none" : order.falling ? "descending" : "ascending"}
                  >
                    <button
                      type="button"
                      title={column.definitions?.[language]}
                      onClick={() => choose(at, isText(column.kind))}
                    >
                      {column.titles[language]}
                      <span className="table__arrow" aria-hidden="true">
                        {order?.at !== at ? "" : order.falling ? "↓" : "↑"}
                      </span>
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.join("|")}>{cells(row, false)}</tr>
              ))}
            </tbody>
            {total !== null && (
              <tfoot>
                <tr>{cells(total, true)}</tr>
              </tfoot>
            )}
          </table>
        </div>
      )}
      {notes.map((note) => (
        <p key={note.en} className="reportTable__note">
          {note[language]}
        </p>
      ))}
    </section>
  );
});
