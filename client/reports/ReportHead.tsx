import { useState } from "react";
import { may } from "../../shared/access.ts";
import type { Report } from "../../shared/report.ts";
import type { ReportMonth } from "../../shared/reportMonths.ts";
import { parseDay } from "../../shared/time.ts";
import { usePrincipal } from "../access/principal.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import { CloseMonth } from "./CloseMonth.tsx";
import { CompareVersions } from "./CompareVersions.tsx";
import { momentText } from "./cellText.ts";
import { Downloads } from "./Downloads.tsx";
import type { PlaceOfReports } from "./placePath.ts";
import { ReviseMonth } from "./ReviseMonth.tsx";
import { StatusSign } from "./StatusSign.tsx";
import { REPORTS_WORDS } from "./words.ts";

type Asked = "close" | "revise" | "compare" | null;

interface HeadProps {
  readonly report: Report;
  readonly month: ReportMonth | null;
  readonly place: PlaceOfReports;
  readonly chooseVersion: (version: number | null) => void;
  readonly changed: () => void;
}

/** What the report rests on: the moment, the coverage, the events, the checksum. */
function Ground({ report, month }: Pick<HeadProps, "report" | "month">) {
  const { format } = useWords();
  const words = useRoomWords(REPORTS_WORDS);
  const { coverage, events, asOf, checksum, version } = report;
  const closed = month?.versions.find((each) => each.version === version);
  const missing = events === null ? 0 : events.promised - events.received;
  return (
    <ul className="reportHead__ground">
      <li>{words.asOf(momentText(format, asOf))}</li>
      {closed !== undefined && (
        <li>{words.closedBy(momentText(format, closed.closedAt), closed.by === "" ? words.calendar : closed.by)}</li>
      )}
      <li>{words.coverage(format.count(coverage.reporting), format.count(coverage.expected))}</li>
      {events !== null && (
        <li>
          {words.events(format.count(events.received), format.count(events.promised))}
          {missing > 0 && <span data-tone="sun"> · {words.missing(format.count(missing))}</span>}
        </li>
      )}
      <li title={checksum}>
        {words.checksum} <code>{checksum.slice(0, 12)}</code>
      </li>
    </ul>
  );
}

/** The head of a report: what it is, what it rests on, and what can be done with it. */
export function ReportHead({ report, month, place, chooseVersion, changed }: HeadProps) {
  const { format, language } = useWords();
  const words = useRoomWords(REPORTS_WORDS);
  const office = useBook().office.get(report.place.id);
  const principal = usePrincipal();
  const [asked, ask] = useState<Asked>(null);
  const where =
    report.place.kind === "office"
      ? { office: report.place.id, region: office?.region ?? null }
      : { region: report.place.id || null, office: null };
  const exports = principal !== null && may(principal, "export", where);
  const closes = principal !== null && may(principal, "close-months");
  const versions = month?.versions ?? [];
  const [latest] = versions;
  const done = () => {
    ask(null);
    chooseVersion(null);
    changed();
  };
  return (
    <header className="panel reportHead">
      <h2>{format.monthOfYear(parseDay(`${report.month}-01`) ?? 0)}</h2>
      <p className="reportHead__state">
        <span>{report.place.names[language]}</span>
        <StatusSign status={report.status} />
        {versions.length > 0 ? (
          <label className="field">
            <span className="visuallyHidden">{words.showVersion}</span>
            <select value={report.version} onChange={(event) => chooseVersion(Number(event.target.value))}>
              {versions.map(({ version }) => (
                <option key={version} value={version}>
                  {words.version(`${version}`)}
                </option>
              ))}
              <option value={0}>{words.liveVersion}</option>
            </select>
          </label>
        ) : (
          <span>{words.liveVersion}</span>
        )}
      </p>
      <Ground report={report} month={month} />
      {report.notes.map((note) => (
        <p key={note.en} className="reportHead__note">
          {words.reason}: {note[language]}
        </p>
      ))}
      <div className="reportHead__deeds">
        {exports && <Downloads place={place} month={report.month} version={report.version} />}
        <button type="button" className="button" onClick={() => window.print()}>
          {words.print}
        </button>
        {versions.length > 0 && (
          <button type="button" className="button" onClick={() => ask("compare")}>
            {words.compare}
          </button>
        )}
        {closes && latest === undefined && month?.over === true && (
          <button type="button" className="button button--main" onClick={() => ask("close")}>
            {words.close}
          </button>
        )}
        {closes && latest !== undefined && (
          <button type="button" className="button" onClick={() => ask("revise")}>
            {words.revise}
          </button>
        )}
      </div>
      {asked === "close" && <CloseMonth month={report.month} close={() => ask(null)} done={done} />}
      {asked === "revise" && latest !== undefined && (
        <ReviseMonth month={report.month} version={latest.version} close={() => ask(null)} done={done} />
      )}
      {asked === "compare" && (
        <CompareVersions month={report.month} place={place} versions={versions} close={() => ask(null)} />
      )}
    </header>
  );
}
