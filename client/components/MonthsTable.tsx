import { useMemo, useState } from "react";
import type { StatisticsAnswer, StatisticsRow } from "../../shared/statistics.ts";
import { formatDay, formatMonth, parseDay } from "../../shared/time.ts";
import { useDayOf } from "../components/ViewKpis.tsx";
import { useWords } from "../settings.ts";
import { useFetched } from "../store/fetched.ts";
import { Empty } from "./Message.tsx";
import { Panel } from "./Panel.tsx";
import { type Column, SortedTable } from "./SortedTable.tsx";
import { statisticsColumns } from "./statisticsColumns.tsx";

const REFRESH_MS = 60_000;
/** How far back an office's months are shown, days. */
const BACK = 9_000;

function firstDay(month: string): number {
  return parseDay(`${month}-01`) ?? 0;
}

function useRowsOf(url: string | null): readonly StatisticsRow[] {
  return useFetched<StatisticsAnswer>(url, REFRESH_MS).data?.rows ?? NO_ROWS;
}
const NO_ROWS: readonly StatisticsRow[] = [];

/** An office by months, the newest first, and, for who may see them, its operators in the month that is chosen. */
export function MonthsTable({ office, people }: { office: string; people: boolean }) {
  const { words, format, language } = useWords();
  const { day } = useDayOf(`office:${office}`);
  const [chosen, choose] = useState<string | null>(null);
  const question = `/api/statistics?office=${encodeURIComponent(office)}`;
  const url = day === null ? null : `${question}&from=${formatDay(day - BACK)}&to=${formatDay(day)}&by=month`;
  const answered = useRowsOf(url);
  const months = useMemo(() => [...answered].reverse(), [answered]);
  const month = chosen ?? months[0]?.month ?? null;
  const figures = useMemo(() => statisticsColumns(format, language), [format, language]);
  const columns = useMemo<readonly Column<StatisticsRow>[]>(
    () => [
      {
        id: "month",
        title: words.office.month,
        text: true,
        show: (row) => (
          <button
            type="button"
            className="monthChoice"
            aria-pressed={row.month === month}
            onClick={() => choose(row.month ?? null)}
          >
            {format.monthOfYear(firstDay(row.month ?? ""))}
          </button>
        ),
        sort: (row) => -firstDay(row.month ?? ""),
      },
      ...figures,
    ],
    [words, format, figures, month],
  );
  return (
    <>
      <Panel className="panel--table" title={words.office.months}>
        {months.length === 0 ? (
          <Empty>{words.office.noMonths}</Empty>
        ) : (
          <SortedTable
            caption={words.office.months}
            columns={columns}
            records={months}
            keyOf={(row) => row.month ?? ""}
          />
        )}
      </Panel>
      {people && month !== null && <OperatorsTable question={question} month={month} figures={figures} />}
    </>
  );
}

function OperatorsTable({
  question,
  month,
  figures,
}: {
  question: string;
  month: string;
  figures: readonly Column<StatisticsRow>[];
}) {
  const { words, format } = useWords();
  const from = firstDay(month);
  let to = from + 27;
  while (formatMonth(to + 1) === month) to += 1;
  const records = useRowsOf(`${question}&from=${formatDay(from)}&to=${formatDay(to)}&by=operator`);
  const columns = useMemo<readonly Column<StatisticsRow>[]>(
    () => [
      {
        id: "operator",
        title: words.office.operator,
        text: true,
        show: ({ operator }) => operator,
        sort: ({ operator }) => operator ?? null,
      },
      ...figures,
    ],
    [words, figures],
  );
  const title = words.office.operatorsIn(format.monthOfYear(from));
  return (
    <Panel className="panel--table" title={title}>
      <SortedTable caption={title} columns={columns} records={records} keyOf={({ operator }) => operator ?? ""} />
    </Panel>
  );
}
