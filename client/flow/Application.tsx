import { useMemo } from "react";
import { Link } from "wouter";
import type { ApplicationAnswer } from "../../shared/statistics.ts";
import { localDay } from "../../shared/time.ts";
import { Message } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import type { RoomProps } from "../rooms.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useFetched } from "../store/fetched.ts";
import { useBook } from "../store/reference.ts";
import { Frame } from "../views/Frame.tsx";
import { APPLICATION_WORDS } from "./applicationWords.ts";
import "./flow.css";
import { DaysBar } from "./LedgerPanel.tsx";
import { NUMBER, SearchBox } from "./SearchBox.tsx";
import { Timeline } from "./Timeline.tsx";
import { FLOW_WORDS } from "./words.ts";

const REFRESH_MS = 10_000;

function Summary({ of, zone }: { of: ApplicationAnswer; zone: string }) {
  const words = useRoomWords(APPLICATION_WORDS);
  const { format, language } = useWords();
  const book = useBook();
  const { deadline, delayed, status, place, service, authority } = of;
  const at = deadline === null ? null : Date.parse(deadline);
  const isOver = status === "issued" || status === "withdrawn" || status === "declined";
  return (
    <section className="caseHead" data-delayed={delayed}>
      <p className="caseHead__status">{words.status[status]}</p>
      <dl className="caseHead__facts">
        <div>
          <dt>{words.deadline}</dt>
          <dd>
            {at === null
              ? words.noDeadline
              : `${format.day(localDay(at - 1, zone))}${format.clock(at, zone) === "00:00" ? "" : `, ${format.clock(at, zone)}`}`}
          </dd>
          <dd className="caseHead__mark">{delayed ? `▲ ${words.delayed}` : at === null ? "" : `✓ ${words.inTime}`}</dd>
        </div>
        {!isOver && (
          <div>
            <dt>{words.place}</dt>
            <dd>{place === "authority" ? words.authority : words.frontOffice}</dd>
          </div>
        )}
        <div>
          <dt>{words.service}</dt>
          <dd>{service === null ? "—" : (book.service.get(service)?.names[language] ?? service)}</dd>
        </div>
        <div>
          <dt>{words.authority}</dt>
          <dd>{authority === null ? "—" : (book.authority.get(authority)?.names[language] ?? authority)}</dd>
        </div>
      </dl>
    </section>
  );
}

function Days({ of }: { of: ApplicationAnswer }) {
  const words = useRoomWords(APPLICATION_WORDS);
  const flow = useRoomWords(FLOW_WORDS);
  const { used, late, outage } = of;
  const isLate = late !== null && late.frontOffice + late.authority + late.applicant > 0;
  const isOut = outage !== null && outage.frontOffice + outage.applicant > 0;
  return (
    <Panel title={words.used}>
      {used === null ? (
        <p className="flowHint">{words.notTold}</p>
      ) : (
        <>
          <DaysBar title={words.usedDays} days={used} />
          {isLate && <DaysBar title={words.lateDays} days={late} {...(isOut ? { outage } : {})} />}
          <p className="flowHint">
            {words.usedHint} {isOut && flow.outageHint}
          </p>
        </>
      )}
    </Panel>
  );
}

/** One application: where it stands, its way so far, its deadline, and whose its working days were. */
export default function Application({ params }: RoomProps) {
  const office = params.office ?? "";
  const number = params["*"] ?? "";
  const words = useRoomWords(APPLICATION_WORDS);
  const flow = useRoomWords(FLOW_WORDS);
  const { language } = useWords();
  const of = useBook().office.get(office);
  const zone = of?.zone ?? "Asia/Almaty";
  const isNumber = NUMBER.test(number);
  const { data, problem } = useFetched<ApplicationAnswer>(
    isNumber ? `/api/applications/${office}/${number}` : null,
    REFRESH_MS,
  );
  const trail = useMemo(
    () => (
      <span className="place__trail">
        <Link href={`/office/${office}`}>{of?.shortNames[language] ?? office}</Link> ›{" "}
        <Link href={`/office/${office}/flow`}>{flow.title}</Link> ›
      </span>
    ),
    [office, of, language, flow],
  );
  const said = !isNumber
    ? ([words.unknown, flow.badNumber] as const)
    : problem === "unknown"
      ? ([words.unknown, words.unknownHint] as const)
      : problem === "forbidden"
        ? ([words.forbidden, words.forbiddenHint] as const)
        : problem === "failed" && data === null
          ? ([words.failed, words.failedHint] as const)
          : null;
  return (
    <Frame scope={`office:${office}`} name={words.title(number)} className="screen--flow screen--case" trail={trail}>
      <div className="flowTop">
        <SearchBox office={office} region={null} />
      </div>
      {said !== null ? (
        <Message title={said[0]} hint={said[1]} />
      ) : (
        data !== null && (
          <>
            <Summary of={data} zone={zone} />
            <Panel title={words.timeline}>
              <Timeline of={data} zone={zone} />
            </Panel>
            <Days of={data} />
          </>
        )
      )}
    </Frame>
  );
}
