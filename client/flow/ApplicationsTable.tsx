import { useMemo } from "react";
import { Link } from "wouter";
import { HOLDERS, type StockItem } from "../../shared/stock.ts";
import { localDay } from "../../shared/time.ts";
import { type Column, SortedTable } from "../components/SortedTable.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import { FLOW_WORDS } from "./words.ts";

const SIGNS = { overdue: "▲", today: "●", soon: "○", later: "", none: "", stopped: "✓" } as const;

/** The deadline of an application, with how late it is. */
export function Deadline({ item }: { item: Pick<StockItem, "office" | "deadline" | "bucket" | "late"> }) {
  const words = useRoomWords(FLOW_WORDS);
  const { format } = useWords();
  const zone = useBook().office.get(item.office)?.zone ?? "Asia/Almaty";
  if (item.deadline === null) return <span className="deadline">{words.noDeadline}</span>;
  const at = Date.parse(item.deadline);
  const midnight = format.clock(at, zone) === "00:00";
  return (
    <span className="deadline" data-bucket={item.bucket}>
      <span aria-hidden="true">{SIGNS[item.bucket]}</span> {format.date(localDay(at - 1, zone))}
      {!midnight && ` ${format.clock(at, zone)}`}
      {item.bucket === "overdue" && item.late > 0 && (
        <small>{words.late(words.days(item.late, format.count(item.late)))}</small>
      )}
    </span>
  );
}

/** Applications in hand with their deadlines, the nearest first until another order is chosen. */
export function ApplicationsTable({ items, office }: { items: readonly StockItem[]; office: boolean }) {
  const words = useRoomWords(FLOW_WORDS);
  const { format, language } = useWords();
  const book = useBook();
  const columns = useMemo<readonly Column<StockItem>[]>(() => {
    const nameOf = (id: string) => book.office.get(id)?.shortNames[language] ?? id;
    const serviceOf = (id: string) => book.service.get(id)?.names[language] ?? id;
    return [
      {
        id: "deadline",
        title: words.deadline,
        text: true,
        show: (item) => <Deadline item={item} />,
        sort: ({ deadline }) => (deadline === null ? null : Date.parse(deadline)),
      },
      {
        id: "number",
        title: words.number,
        text: true,
        show: (item) => (
          <Link className="number" href={`/office/${item.office}/application/${item.application}`}>
            {item.application}
          </Link>
        ),
        sort: ({ application }) => application,
      },
      ...(office
        ? [
            {
              id: "office",
              title: words.office,
              text: true,
              show: (item: StockItem) => nameOf(item.office),
              sort: (item: StockItem) => nameOf(item.office),
            },
          ]
        : []),
      {
        id: "service",
        title: words.service,
        text: true,
        show: (item) => <span className="wraps">{serviceOf(item.service)}</span>,
        sort: ({ service }) => serviceOf(service),
      },
      {
        id: "stage",
        title: words.where,
        text: true,
        show: ({ stage }) => words.stages[stage],
        sort: ({ stage }) => words.stages[stage],
      },
      { id: "age", title: words.age, show: ({ age }) => format.count(age), sort: ({ age }) => age },
      ...HOLDERS.map((holder) => ({
        id: holder,
        title: words.holders[holder],
        show: ({ used }: StockItem) => format.count(used[holder]),
        sort: ({ used }: StockItem) => used[holder],
      })),
    ];
  }, [words, format, language, book, office]);
  return (
    <SortedTable
      caption={words.list}
      columns={columns}
      records={items}
      keyOf={({ office: at, application }) => `${at} ${application}`}
    />
  );
}
