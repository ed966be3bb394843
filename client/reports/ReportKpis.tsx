import type { Report, ReportCell } from "../../shared/report.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { cellText } from "./cellText.ts";
import { REPORTS_WORDS } from "./words.ts";

/** The figures that a month is judged by first: table, row, and the columns of now and of the month before. */
const SHOWN = [
  ["volumes", "accepted", "value", "before"],
  ["rates", "delayedRate", "share", "beforeShare"],
  ["times", "waitingTime", "p90", "beforeP90"],
  ["rates", "withinNormRate", "share", "beforeShare"],
  ["times", "leadTime", "p50", "beforeP50"],
  ["rates", "rejectionRate", "share", "beforeShare"],
] as const;

/** The month in six figures, each beside the month before. */
export function ReportKpis({ report }: { report: Report }) {
  const { format, language } = useWords();
  const words = useRoomWords(REPORTS_WORDS);
  return (
    <ul className="reportKpis">
      {SHOWN.map(([tableId, id, now, before]) => {
        const table = report.tables.find((each) => each.id === tableId);
        const row = table?.rows.find((each) => each[0] === id);
        if (table === undefined || row === undefined) return null;
        const at = (field: string) => table.columns.findIndex((column) => column.field === field);
        const said = (field: string) => {
          const column = table.columns[at(field)];
          const cell: ReportCell = row[at(field)] ?? null;
          return column === undefined ? "" : cellText(cell, column, {}, format, language);
        };
        const earlier = said(before) || `${said(`${before}Imported`)} ⇲`;
        const part = now === "p90" || now === "p50" ? table.columns[at(now)]?.titles[language] : undefined;
        return (
          <li key={id} className="panel reportKpi">
            <span className="reportKpi__name">
              {table.names[id]?.[language]}
              {part !== undefined && ` · ${part.toLowerCase()}`}
            </span>
            <span className="reportKpi__figure">{said(now)}</span>
            <span className="reportKpi__before">
              {words.monthBefore} <strong>{earlier}</strong>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
