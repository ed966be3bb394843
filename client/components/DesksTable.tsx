import { useMemo } from "react";
import type { Scope, WireRow } from "../../shared/wire.ts";
import { useWords } from "../settings.ts";
import { desksOf } from "../store/desks.ts";
import { figure, secondsAt } from "../store/figures.ts";
import { useNow, useRows, useThrottled } from "../store/hooks.ts";
import { figureColumns } from "./figureColumns.tsx";
import { Empty } from "./Message.tsx";
import { Panel } from "./Panel.tsx";
import { type Column, SortedTable } from "./SortedTable.tsx";
import { useDayOf } from "./ViewKpis.tsx";

interface DeskLine {
  readonly key: string;
  readonly name: string;
  readonly order: string;
  readonly role: string;
  readonly row: WireRow | undefined;
  readonly signedIn: number | null;
}

/** What was done at each desk today, in the order of the desks; quality stands beside speed, and nobody is ranked. */
export function DesksTable({ scope }: { scope: Scope }) {
  const { words, format, language } = useWords();
  const { day } = useDayOf(scope);
  const now = useNow(10_000);
  const desks = useRows(scope, "desk");
  const operators = useThrottled(useRows(scope, "operator"), 1000);
  const records = useMemo<readonly DeskLine[]>(() => {
    const roles: Readonly<Record<string, string>> = words.office.role;
    return desksOf(desks, operators)
      .filter(
        ({ state, figures }) =>
          figures !== undefined &&
          (state !== "away" || (figure(figures, "accepted") ?? 0) > 0 || (figure(figures, "served") ?? 0) > 0),
      )
      .map((desk) => ({
        key: desk.key,
        name: desk.number === null ? words.office.noDesk : words.office.desk(desk.number),
        order: desk.number ?? "я",
        role: desk.role === null ? "" : (roles[desk.role] ?? desk.role),
        row: desk.figures,
        signedIn: day === null || now === null ? null : secondsAt(desk.figures, "signedIn", now, day),
      }));
  }, [desks, operators, words, day, now]);
  const columns = useMemo<readonly Column<DeskLine>[]>(
    () => [
      {
        id: "desk",
        title: words.office.desks,
        text: true,
        show: ({ name }) => name,
        sort: ({ order }) => (Number.isNaN(Number(order)) ? order : Number(order)),
      },
      { id: "role", title: words.office.role_, text: true, show: ({ role }) => role, sort: ({ role }) => role },
      ...figureColumns<DeskLine>(
        ["accepted", "rejected", "returned", "served", "serviceTime", "serviceP90"],
        format,
        language,
        words.office.p90,
      ),
      {
        id: "signedIn",
        title: words.office.timeIn,
        show: ({ signedIn }) => format.duration(signedIn),
        sort: ({ signedIn }) => signedIn,
      },
    ],
    [words, format, language],
  );
  return (
    <Panel className="panel--table" title={words.office.figures}>
      {records.length === 0 ? (
        <Empty>{words.office.noFigures}</Empty>
      ) : (
        <SortedTable caption={words.office.figures} columns={columns} records={records} keyOf={({ key }) => key} />
      )}
    </Panel>
  );
}
