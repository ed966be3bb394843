import { useMemo } from "react";
import type { Scope, WireRow } from "../../shared/wire.ts";
import { useWords } from "../settings.ts";
import { useRows, useThrottled } from "../store/hooks.ts";
import { useBook } from "../store/reference.ts";
import { figureColumns } from "./figureColumns.tsx";
import { Empty } from "./Message.tsx";
import { Panel } from "./Panel.tsx";
import { type Column, SortedTable } from "./SortedTable.tsx";

interface ServiceLine {
  readonly id: string;
  readonly name: string;
  readonly authority: string;
  readonly row: WireRow | undefined;
}

/** The services of the day, by name until the reader asks for another order. */
export function ServicesTable({ scope }: { scope: Scope }) {
  const { words, format, language } = useWords();
  const book = useBook();
  const entries = useThrottled(useRows(scope, "service"), 1000);
  const records = useMemo<readonly ServiceLine[]>(
    () =>
      entries.map(({ id, row }) => {
        const service = book.service.get(id);
        const authority = service === undefined ? undefined : book.authority.get(service.authority);
        return { id, name: service?.names[language] ?? id, authority: authority?.shortNames[language] ?? "", row };
      }),
    [entries, book, language],
  );
  const columns = useMemo<readonly Column<ServiceLine>[]>(
    () => [
      { id: "name", title: words.office.service, text: true, show: ({ name }) => name, sort: ({ name }) => name },
      {
        id: "authority",
        title: words.office.authority,
        text: true,
        show: ({ authority }) => authority,
        sort: ({ authority }) => authority,
      },
      ...figureColumns<ServiceLine>(
        ["accepted", "rejected", "rejectionRate", "returned", "ready", "issued", "due", "delayed", "leadTime"],
        format,
        language,
        words.office.p90,
      ),
    ],
    [words, format, language],
  );
  return (
    <Panel className="panel--table" title={words.office.services}>
      {records.length === 0 ? (
        <Empty>{words.office.noServices}</Empty>
      ) : (
        <SortedTable caption={words.office.services} columns={columns} records={records} keyOf={({ id }) => id} />
      )}
    </Panel>
  );
}
