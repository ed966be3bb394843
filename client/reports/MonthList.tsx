import { Link } from "wouter";
import type { ReportMonth, ReportMonths } from "../../shared/reportMonths.ts";
import { parseDay } from "../../shared/time.ts";
import { Empty } from "../components/Message.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { StatusSign } from "./StatusSign.tsx";
import { REPORTS_WORDS } from "./words.ts";

function MonthEntry({ of, href, chosen }: { of: ReportMonth; href: string; chosen: boolean }) {
  const { format } = useWords();
  const words = useRoomWords(REPORTS_WORDS);
  const { coverage, versions, lateEvents, closesOn, over } = of;
  const [latest] = versions;
  const note =
    lateEvents !== null && lateEvents > 0
      ? words.late(format.count(lateEvents))
      : closesOn !== null
        ? words.closesOn(format.date(parseDay(closesOn) ?? 0))
        : over
          ? ""
          : words.running;
  return (
    <li>
      <Link href={href} className="reportMonth" aria-current={chosen ? "page" : undefined}>
        <span className="reportMonth__name">{format.monthOfYear(parseDay(`${of.month}-01`) ?? 0)}</span>
        <span className="reportMonth__state">
          <StatusSign status={of.status} />
          {latest !== undefined && <span>{words.version(`${latest.version}`)}</span>}
        </span>
        <span className="reportMonth__figures">
          {words.accepted} <strong>{format.count(of.accepted)}</strong> · {words.delayed}{" "}
          <strong>{format.count(of.delayed)}</strong>
        </span>
        <span className="reportMonth__ground">
          {words.coverage(format.count(coverage.reporting), format.count(coverage.expected))}
          {note !== "" && <span data-tone={lateEvents !== null && lateEvents > 0 ? "sun" : undefined}> · {note}</span>}
        </span>
      </Link>
    </li>
  );
}

/** The months of a year with their status, version and ground. */
export function MonthList({
  months,
  year,
  chooseYear,
  chosen,
  hrefOf,
}: {
  months: ReportMonths | null;
  year: number;
  chooseYear: (year: number) => void;
  chosen: string | null;
  hrefOf: (month: string) => string;
}) {
  const words = useRoomWords(REPORTS_WORDS);
  const thisYear = months === null ? year : Math.max(year, new Date(months.asOf).getUTCFullYear());
  return (
    <nav className="panel reportMonths" aria-label={words.months}>
      <div className="reportMonths__year">
        <button type="button" className="button" aria-label={words.yearBefore} onClick={() => chooseYear(year - 1)}>
          ‹
        </button>
        <h2>{year}</h2>
        <button
          type="button"
          className="button"
          aria-label={words.yearAfter}
          disabled={year >= thisYear}
          onClick={() => chooseYear(year + 1)}
        >
          ›
        </button>
      </div>
      {months === null ? (
        <div className="skeleton skeleton--fill" aria-busy="true" />
      ) : months.months.length === 0 ? (
        <Empty>{words.noMonths(`${year}`)}</Empty>
      ) : (
        <ul>
          {months.months.map((of) => (
            <MonthEntry key={of.month} of={of} href={hrefOf(of.month)} chosen={of.month === chosen} />
          ))}
        </ul>
      )}
    </nav>
  );
}
