import { useEffect, useMemo, useState } from "react";
import { Link } from "wouter";
import type { Report } from "../../shared/report.ts";
import type { ReportMonths } from "../../shared/reportMonths.ts";
import { Message } from "../components/Message.tsx";
import { shortName } from "../components/places.ts";
import type { RoomProps } from "../rooms.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useFetched } from "../store/fetched.ts";
import { useBook } from "../store/reference.ts";
import { Frame } from "../views/Frame.tsx";
import { CaseFiles, daysOfMonth } from "./CaseFiles.tsx";
import { MonthList } from "./MonthList.tsx";
import { Progress } from "./Progress.tsx";
import { placeOfReports, reportsAddress } from "./placePath.ts";
import { ReportHead } from "./ReportHead.tsx";
import { ReportKpis } from "./ReportKpis.tsx";
import { ReportTableView } from "./ReportTableView.tsx";
import "./reports.css";
import { REPORTS_WORDS } from "./words.ts";

/** Months change seldom; while one is being closed its progress is looked at often, ms. */
const SELDOM_MS = 120_000;
const OFTEN_MS = 1_500;
const REPORT_MS = 3_600_000;
const LATEST = { month: null, version: null };

function Contents({ report }: { report: Report }) {
  const { language } = useWords();
  const words = useRoomWords(REPORTS_WORDS);
  return (
    <nav className="reportContents" aria-label={words.contents}>
      {report.tables.map(({ id, titles }) => (
        <a key={id} href={`#${id}`}>
          {titles[language]}
        </a>
      ))}
    </nav>
  );
}

/** The monthly reports of the country, a region or an office: months, the report of one, its files and versions. */
export default function Reports({ params }: RoomProps) {
  const place = useMemo(() => placeOfReports(params), [params]);
  const { language } = useWords();
  const words = useRoomWords(REPORTS_WORDS);
  const book = useBook();
  const [year, chooseYear] = useState(() =>
    params.month === undefined ? new Date().getFullYear() : Number(params.month.slice(0, 4)),
  );
  const [shown, show] = useState<{ readonly month: string | null; readonly version: number | null }>(LATEST);
  const [closing, setClosing] = useState(false);
  const listed = useFetched<ReportMonths>(
    reportsAddress("months", place, { year: `${year}` }),
    closing ? OFTEN_MS : SELDOM_MS,
  );
  const progress = listed.data?.closing ?? null;
  useEffect(() => setClosing(progress !== null), [progress]);
  // In the first days of January there is nothing of the year yet: its list would be empty.
  const nothingYet = listed.data?.months.length === 0 && year === new Date().getFullYear();
  useEffect(() => {
    if (nothingYet && params.month === undefined) chooseYear((before) => before - 1);
  }, [nothingYet, params.month]);
  const months = listed.data?.months ?? [];
  const chosen = params.month ?? months.find(({ over }) => over)?.month ?? months[0]?.month ?? null;
  const month = months.find((each) => each.month === chosen) ?? null;
  // Of a month that was not looked at before, the latest version is shown.
  const version = shown.month === chosen ? shown.version : null;
  const address =
    chosen === null
      ? null
      : reportsAddress(`monthly/${chosen}.json`, place, version === null ? {} : { version: `${version}` });
  const report = useFetched<Report>(address, REPORT_MS);
  const changed = () => {
    listed.retry();
    report.retry();
  };
  const id = place.query.office ?? place.query.region;
  const hrefOf = (of: string) => `${place.path}/reports/${of}`;
  const trail = useMemo(
    () =>
      id === undefined ? undefined : (
        <span className="place__trail">
          <Link href={place.path}>{shortName(book, id, language)}</Link> ›
        </span>
      ),
    [id, place, book, language],
  );
  return (
    <Frame
      scope={place.scope}
      name={words.title}
      className="screen--page screen--reports"
      {...(trail === undefined ? {} : { trail })}
    >
      <MonthList months={listed.data} year={year} chooseYear={chooseYear} chosen={chosen} hrefOf={hrefOf} />
      <div className="reportPage">
        {progress !== null && (
          <div className="panel">
            <Progress progress={progress} />
          </div>
        )}
        {report.data !== null && report.data.month === chosen ? (
          <>
            <ReportHead
              report={report.data}
              month={month}
              place={place}
              chooseVersion={(next) => show({ month: chosen, version: next })}
              changed={changed}
            />
            <ReportKpis report={report.data} />
            <Contents report={report.data} />
            {report.data.tables.map((table) => (
              <ReportTableView key={table.id} table={table} />
            ))}
            <CaseFiles {...daysOfMonth(report.data.month)} {...place.query} />
          </>
        ) : report.problem !== null ? (
          <Message title={words.noReport} hint={words.noReportHint} />
        ) : chosen === null && listed.data !== null ? (
          <Message title={words.noMonths(`${year}`)} />
        ) : (
          <p className="panel reportLoading" role="status" aria-busy="true">
            {words.loading}
          </p>
        )}
      </div>
    </Frame>
  );
}
