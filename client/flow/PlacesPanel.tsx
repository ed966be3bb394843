import { useMemo } from "react";
import { Link } from "wouter";
import type { StockAnswer } from "../../shared/stock.ts";
import { Panel } from "../components/Panel.tsx";
import { type Column, SortedTable } from "../components/SortedTable.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import { FLOW_WORDS } from "./words.ts";

type Line = StockAnswer["places"][number] & { readonly name: string };

/** The regions of the country or the offices of a region: what runs there, and the way to their flow. */
export function PlacesPanel({ stock }: { stock: StockAnswer }) {
  const words = useRoomWords(FLOW_WORDS);
  const { format, language } = useWords();
  const book = useBook();
  const kind = stock.region === null ? "region" : "office";
  const records = useMemo<readonly Line[]>(
    () => stock.places.map((place) => ({ ...place, name: book[kind].get(place.id)?.shortNames[language] ?? place.id })),
    [stock, book, kind, language],
  );
  const columns = useMemo<readonly Column<Line>[]>(
    () => [
      {
        id: "name",
        title: words.place,
        text: true,
        show: ({ id, name }) => <Link href={`/${kind}/${id}/flow`}>{name}</Link>,
        sort: ({ name }) => name,
      },
      { id: "n", title: words.running, show: ({ n }) => format.count(n), sort: ({ n }) => n },
      ...(["overdue", "today", "soon"] as const).map((bucket) => ({
        id: bucket,
        title: words.buckets[bucket],
        show: (line: Line) => format.count(line[bucket]),
        sort: (line: Line) => line[bucket],
      })),
      { id: "age", title: words.age, show: ({ ageP50 }) => format.count(ageP50), sort: ({ ageP50 }) => ageP50 },
    ],
    [words, format, kind],
  );
  return (
    <Panel className="panel--table" title={words.places}>
      <SortedTable caption={words.places} columns={columns} records={records} keyOf={({ id }) => id} />
    </Panel>
  );
}
