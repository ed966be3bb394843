import { useMemo } from "react";
import { Link } from "wouter";
import type { Scope, WireRow } from "../../shared/wire.ts";
import { useWords } from "../settings.ts";
import { useRows, useThrottled } from "../store/hooks.ts";
import { useBook } from "../store/reference.ts";
import { figureColumns } from "./figureColumns.tsx";
import { Panel } from "./Panel.tsx";
import { type Column, SortedTable } from "./SortedTable.tsx";

interface OfficeLine {
  readonly id: string;
  readonly name: string;
  readonly row: WireRow | undefined;
}

/** The offices of a region in figures, by name until the reader asks for another order. */
export function OfficesTable({ scope }: { scope: `region:${string}` & Scope }) {
  const { words, format, language } = useWords();
  const book = useBook();
  const entries = useThrottled(useRows(scope, "office"), 1000);
  const region = scope.slice("region:".length);
  const records = useMemo<readonly OfficeLine[]>(() => {
    const rows = new Map(entries.map(({ id, row }) => [id, row]));
    return book.offices
      .filter((office) => office.region === region && office.validTo === null)
      .map((office) => ({ id: office.id, name: office.names[language], row: rows.get(office.id) }));
  }, [entries, book, region, language]);
  const columns = useMemo<readonly Column<OfficeLine>[]>(
    () => [
      {
        id: "name",
        title: words.region.name,
        text: true,
        show: ({ id, name }) => <Link href={`/office/${id}`}>{name}</Link>,
        sort: ({ name }) => name,
      },
      ...figureColumns<OfficeLine>(
        [
          "accepted",
          "rejected",
          "returned",
          "due",
          "delayed",
          "served",
          "waitingNow",
          "withinNormRate",
          "left",
          "serviceTime",
          "serviceP90",
        ],
        format,
        language,
        words.office.p90,
      ),
    ],
    [words, format, language],
  );
  return (
    <Panel className="panel--table" title={words.region.table}>
      <SortedTable caption={words.region.table} columns={columns} records={records} keyOf={({ id }) => id} />
    </Panel>
  );
}
