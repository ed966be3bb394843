import { useMemo } from "react";
import { Link } from "wouter";
import type { ReconciledFigure, Reconciliation } from "../../shared/reconciliation.ts";
import { Empty } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import { placeName } from "../components/places.ts";
import { type Column, SortedTable } from "../components/SortedTable.tsx";
import type { Format } from "../format.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import { RECONCILE_WORDS, reconciledName } from "./words.ts";

/** An amount in its unit: counts whole, times as a duration. */
function amount(format: Format, { unit }: ReconciledFigure, value: number): string {
  return unit === "count" ? format.count(value) : format.duration(value);
}

/** ±0, or by how much and in which direction. */
function Difference({ of }: { of: ReconciledFigure }) {
  const { format } = useWords();
  if (of.difference === 0) return <span className="recountZero">±0</span>;
  const sign = of.difference > 0 ? "+" : "−";
  return <strong className="recountWrong">{`${sign}${amount(format, of, Math.abs(of.difference))}`}</strong>;
}

type Row = ReconciledFigure & { readonly office?: string; readonly at: number };

/** Every figure: stored, counted anew, and the difference. `rows` of single offices name theirs. */
export function FiguresTable({
  title,
  rows,
}: {
  title: string;
  rows: Reconciliation["figures"] | Reconciliation["differing"];
}) {
  const words = useRoomWords(RECONCILE_WORDS);
  const { format, language } = useWords();
  const book = useBook();
  const records = useMemo<readonly Row[]>(() => rows.map((row, at) => ({ ...row, at })), [rows]);
  const columns = useMemo<readonly Column<Row>[]>(() => {
    const figure: Column<Row> = {
      id: "figure",
      title: words.figure,
      text: true,
      show: (row) => reconciledName(row.figure, words),
      sort: ({ at }) => at,
    };
    const office: Column<Row> = {
      id: "office",
      title: words.office,
      text: true,
      show: ({ office: id = "" }) => <Link href={`/office/${id}`}>{placeName(book, id, language)}</Link>,
      sort: ({ office: id = "" }) => placeName(book, id, language),
    };
    return [
      figure,
      ...(rows.some((row) => "office" in row) ? [office] : []),
      {
        id: "stored",
        title: words.stored,
        show: (row) => amount(format, row, row.stored),
        sort: ({ stored }) => stored,
      },
      {
        id: "recounted",
        title: words.recounted,
        show: (row) => amount(format, row, row.recounted),
        sort: ({ recounted }) => recounted,
      },
      {
        id: "difference",
        title: words.difference,
        show: (row) => <Difference of={row} />,
        sort: ({ difference }) => Math.abs(difference),
      },
    ];
  }, [words, format, language, book, rows]);
  return (
    <Panel title={title} className="recountTable recountFigures">
      <SortedTable caption={title} columns={columns} records={records} keyOf={({ at }) => `${at}`} />
    </Panel>
  );
}

type Hole = Reconciliation["holes"][number];

/** Sources of which sequence numbers are missing. */
export function HolesTable({ holes }: { holes: readonly Hole[] }) {
  const words = useRoomWords(RECONCILE_WORDS);
  const { format, language } = useWords();
  const book = useBook();
  const columns = useMemo<readonly Column<Hole>[]>(
    () => [
      {
        id: "office",
        title: words.office,
        text: true,
        show: ({ office }) => <Link href={`/office/${office}`}>{placeName(book, office, language)}</Link>,
        sort: ({ office }) => placeName(book, office, language),
      },
      {
        id: "source",
        title: words.source,
        text: true,
        show: ({ producer }) => producer,
        sort: ({ producer }) => producer,
      },
      {
        id: "missing",
        title: words.missing,
        show: ({ missing }) => format.count(missing),
        sort: ({ missing }) => missing,
      },
      {
        id: "seen",
        title: words.seen,
        text: true,
        show: ({ seen }) => <code>{seen.slice(0, 60)}</code>,
        sort: ({ seen }) => seen,
      },
    ],
    [words, format, language, book],
  );
  return (
    <Panel title={words.holes} className="recountTable">
      {holes.length === 0 ? (
        <Empty>{words.noHoles}</Empty>
      ) : (
        <SortedTable
          caption={words.holes}
          columns={columns}
          records={holes}
          keyOf={({ office, producer }) => `${office}/${producer}`}
        />
      )}
    </Panel>
  );
}
