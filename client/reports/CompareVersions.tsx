import { useMemo, useState } from "react";
import type { ReportTable } from "../../shared/report.ts";
import type { ReportChanges, ReportVersion } from "../../shared/reportMonths.ts";
import { Dialog } from "../components/Dialog.tsx";
import { SelectField } from "../components/Field.tsx";
import { Empty } from "../components/Message.tsx";
import { placeName } from "../components/places.ts";
import { type Column, SortedTable } from "../components/SortedTable.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { useFetched } from "../store/fetched.ts";
import { useBook } from "../store/reference.ts";
import { cellText } from "./cellText.ts";
import { LateEvents } from "./LateEvents.tsx";
import { type PlaceOfReports, reportsAddress } from "./placePath.ts";
import { REPORTS_WORDS } from "./words.ts";

type Change = ReportChanges["changes"][number];
const REFRESH_MS = 600_000;
const NO_NAMES: ReportTable["names"] = {};

/** What differs between two versions of a month, or between a version and the figures of now. */
export function CompareVersions({
  month,
  place,
  versions,
  close,
}: {
  month: string;
  place: PlaceOfReports;
  versions: readonly ReportVersion[];
  close: () => void;
}) {
  const { format, language } = useWords();
  const words = useRoomWords(REPORTS_WORDS);
  const book = useBook();
  const [from, setFrom] = useState(Math.max(1, (versions[0]?.version ?? 1) - 1));
  const [to, setTo] = useState(versions.length > 1 ? (versions[0]?.version ?? 0) : 0);
  const url = reportsAddress(`monthly/${month}/changes`, place, { from: `${from}`, to: `${to}` });
  const { data } = useFetched<ReportChanges>(url, REFRESH_MS);
  const figures = useMemo(() => new Map(data?.figures.map((figure) => [figure.field, figure])), [data]);
  const figureName = (figure: string) => figures.get(figure)?.titles[language] ?? figure;
  const value = (figure: string, cell: number | null) => {
    const column = figures.get(figure);
    return column === undefined ? null : cellText(cell, column, NO_NAMES, format, language);
  };
  const columns: readonly Column<Change>[] = [
    {
      id: "office",
      title: words.office,
      text: true,
      show: ({ office }) => placeName(book, office, language),
      sort: ({ office }) => placeName(book, office, language),
    },
    {
      id: "figure",
      title: words.figure,
      text: true,
      show: ({ figure }) => figureName(figure),
      sort: ({ figure }) => figureName(figure),
    },
    {
      id: "before",
      title: words.before,
      show: ({ figure, before }) => value(figure, before),
      sort: ({ before }) => before,
    },
    { id: "after", title: words.after, show: ({ figure, after }) => value(figure, after), sort: ({ after }) => after },
  ];
  const choice = (label: string, chosen: number, choose: (version: number) => void, now: boolean) => (
    <SelectField label={label} value={chosen} onChange={(event) => choose(Number(event.target.value))}>
      {now && <option value={0}>{words.liveVersion}</option>}
      {versions.map(({ version }) => (
        <option key={version} value={version}>
          {words.version(`${version}`)}
        </option>
      ))}
    </SelectField>
  );
  return (
    <Dialog wide title={words.compare} close={close}>
      <div className="form--line">
        {choice(words.compareFrom, from, setFrom, false)}
        {choice(words.compareTo, to, setTo, true)}
      </div>
      {data === null ? (
        <p aria-busy="true">{words.loading}</p>
      ) : (
        <>
          <h3>{words.lateEvents}</h3>
          <LateEvents late={data.late} />
          {data.changes.length === 0 ? (
            <Empty>{words.same}</Empty>
          ) : (
            <SortedTable
              caption={words.compare}
              columns={columns}
              records={data.changes}
              keyOf={({ office, figure }) => `${office} ${figure}`}
            />
          )}
        </>
      )}
      <div className="deeds deeds--end">
        <button type="button" className="button" onClick={close}>
          {words.shut}
        </button>
      </div>
    </Dialog>
  );
}
