import { useMemo } from "react";
import { Link } from "wouter";
import { useWords } from "../settings.ts";
import { numberOf, wordOf } from "../store/figures.ts";
import { useRows, useThrottled } from "../store/hooks.ts";
import { useBook } from "../store/reference.ts";
import type { Entry } from "../store/rows.ts";
import { Empty } from "./Message.tsx";
import { Panel } from "./Panel.tsx";
import { placeName } from "./places.ts";
import { type Column, SortedTable } from "./SortedTable.tsx";

const ZONE = "Asia/Almaty";
const keyOf = ({ id }: Entry): string => id;

function useOfficeColumn(officeOf: (id: string) => string): Column<Entry> {
  const { words, language } = useWords();
  const book = useBook();
  return useMemo(
    () => ({
      id: "office",
      title: words.status.office,
      text: true,
      show: ({ id }) => {
        const office = officeOf(id);
        return book.office.has(office) ? (
          <Link href={`/office/${office}`}>{placeName(book, office, language)}</Link>
        ) : (
          office
        );
      },
      sort: ({ id }) => placeName(book, officeOf(id), language),
    }),
    [words, language, book, officeOf],
  );
}

const itself = (id: string): string => id;
const beforeSlash = (id: string): string => id.slice(0, id.lastIndexOf("/"));

/** Offices that are silent, or whose data has holes. */
export function TroubleTable() {
  const { words, format } = useWords();
  const entries = useThrottled(useRows("status", "trouble"), 1000);
  const office = useOfficeColumn(itself);
  const columns = useMemo<readonly Column<Entry>[]>(
    () => [
      office,
      {
        id: "silent",
        title: words.status.silentSince,
        show: ({ row }) => format.clock(numberOf("trouble", row, "silentSince"), ZONE),
        sort: ({ row }) => numberOf("trouble", row, "silentSince"),
      },
      {
        id: "last",
        title: words.status.lastEvent,
        show: ({ row }) => format.clock(numberOf("trouble", row, "lastEvent"), ZONE, true),
        sort: ({ row }) => numberOf("trouble", row, "lastEvent"),
      },
      {
        id: "missing",
        title: words.status.missing,
        show: ({ row }) => format.count(numberOf("trouble", row, "missing")),
        sort: ({ row }) => numberOf("trouble", row, "missing"),
      },
    ],
    [office, words, format],
  );
  const shown = entries.filter(
    ({ row }) => numberOf("trouble", row, "silentSince") !== null || (numberOf("trouble", row, "missing") ?? 0) > 0,
  );
  return (
    <Panel className="panel--table" title={words.status.troubles}>
      {shown.length === 0 ? (
        <Empty>{words.status.noneSilent}</Empty>
      ) : (
        <SortedTable caption={words.status.troubles} columns={columns} records={shown} keyOf={keyOf} />
      )}
    </Panel>
  );
}

/** Entries that failed the check, by office and reason. */
export function DeadTable() {
  const { words, format } = useWords();
  const entries = useThrottled(useRows("status", "dead"), 1000);
  const office = useOfficeColumn(beforeSlash);
  const columns = useMemo<readonly Column<Entry>[]>(() => {
    const reasons: Readonly<Record<string, string>> = words.status.reasons;
    const reasonOf = ({ id }: Entry): string => {
      const reason = id.slice(id.lastIndexOf("/") + 1);
      return reasons[reason] ?? reason;
    };
    return [
      office,
      { id: "reason", title: words.status.reason, text: true, show: reasonOf, sort: reasonOf },
      {
        id: "count",
        title: words.status.count,
        show: ({ row }) => format.count(numberOf("dead", row, "count")),
        sort: ({ row }) => numberOf("dead", row, "count"),
      },
    ];
  }, [office, words, format]);
  return (
    <Panel className="panel--table" title={words.status.deadTable}>
      {entries.length === 0 ? (
        <Empty>{words.status.noneDead}</Empty>
      ) : (
        <SortedTable caption={words.status.deadTable} columns={columns} records={entries} keyOf={keyOf} />
      )}
    </Panel>
  );
}

/** The partitions of the stream: who owns each, and how current it is. */
export function PartitionsTable() {
  const { words, format } = useWords();
  const entries = useThrottled(useRows("status", "partition"), 1000);
  const columns = useMemo<readonly Column<Entry>[]>(() => {
    const count = (id: "lag" | "events" | "duplicates" | "dead", title: string): Column<Entry> => ({
      id,
      title,
      show: ({ row }) => format.count(numberOf("partition", row, id)),
      sort: ({ row }) => numberOf("partition", row, id),
    });
    return [
      {
        id: "partition",
        title: words.status.partitions,
        text: true,
        show: ({ id }) => words.status.partition(id),
        sort: ({ id }) => Number(id),
      },
      {
        id: "owner",
        title: words.status.owner,
        text: true,
        show: ({ row }) => wordOf("partition", row, "owner") ?? format.count(null),
        sort: ({ row }) => wordOf("partition", row, "owner"),
      },
      count("lag", words.status.lagEntries),
      {
        id: "rate",
        title: words.status.rate,
        show: ({ row }) => format.decimal(numberOf("partition", row, "rate"), 1),
        sort: ({ row }) => numberOf("partition", row, "rate"),
      },
      count("events", words.status.events),
      count("duplicates", words.status.duplicates),
      count("dead", words.status.dead),
      {
        id: "committed",
        title: words.status.committed,
        show: ({ row }) => format.clock(numberOf("partition", row, "committedAt"), ZONE, true),
        sort: ({ row }) => numberOf("partition", row, "committedAt"),
      },
    ];
  }, [words, format]);
  return (
    <Panel className="panel--table panel--wide" title={words.status.partitions}>
      {entries.length === 0 ? (
        <Empty>{words.status.nonePartitions}</Empty>
      ) : (
        <SortedTable caption={words.status.partitions} columns={columns} records={entries} keyOf={keyOf} />
      )}
    </Panel>
  );
}
