import { useMemo } from "react";
import { Link } from "wouter";
import { type Act, may } from "../../shared/access.ts";
import type { FloorAnswer } from "../../shared/floor.ts";
import { formatDay, localDay } from "../../shared/time.ts";
import { usePrincipal } from "../access/principal.ts";
import { Message } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import { OfficeDay } from "../forecast/OfficeDay.tsx";
import type { RoomProps } from "../rooms.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useFetched } from "../store/fetched.ts";
import { useNow } from "../store/hooks.ts";
import { useBook } from "../store/reference.ts";
import { Frame } from "../views/Frame.tsx";
import { DesksOfFloor } from "./DesksOfFloor.tsx";
import { DisputesPanel } from "./DisputesPanel.tsx";
import { FloorKpis } from "./FloorKpis.tsx";
import { HelpPanel } from "./HelpPanel.tsx";
import { TargetsPanel } from "./TargetsPanel.tsx";
import "./floor.css";
import { FLOOR_WORDS } from "./words.ts";

/** A call for help is seen this soon, ms. */
const REFRESH_MS = 3_000;
/** Up to so many desks leave room below them on a screen: there stands how the day goes on and whether it will be coped with. */
const ROOM_BELOW = 30;

/** The supervisor's floor: the desks as they stand, who asks for help, and what operators say about their timings. */
export default function Floor({ params }: RoomProps) {
  const id = params.office ?? "";
  const { language, words, format } = useWords();
  const own = useRoomWords(FLOOR_WORDS);
  const office = useBook().office.get(id);
  const principal = usePrincipal();
  const { data, problem, retry } = useFetched<FloorAnswer>(
    `/api/floor?${new URLSearchParams({ office: id })}`,
    REFRESH_MS,
  );
  const scope = `office:${id}` as const;
  const zone = office?.zone ?? "Asia/Almaty";
  const allowed = (act: Act) =>
    principal !== null && may(principal, act, { office: id, region: office?.region ?? null });
  const trail = useMemo(
    () => (
      <span className="place__trail">
        <Link href={`/office/${id}`}>{office?.shortNames[language] ?? id}</Link> ›
      </span>
    ),
    [id, office, language],
  );
  const answers = allowed("answer-help");
  const now = useNow(60_000);
  const today = data?.day ?? (now === null ? null : formatDay(localDay(now, zone)));
  const shut = problem === "forbidden";
  return (
    <Frame scope={scope} name={own.title} className="screen--page screen--floor" trail={trail}>
      <FloorKpis scope={scope} desks={office?.desks ?? null} answer={data} shut={shut} />
      <div className="floor__main">
        {shut ? (
          <Panel className="panel--floor" title={own.desks}>
            <Message title={own.notYours} hint={own.onlySums}>
              <Link className="button" href={`/office/${id}`}>
                {office?.shortNames[language] ?? id}
              </Link>
            </Message>
          </Panel>
        ) : (
          <DesksOfFloor office={id} count={office?.desks ?? 0} answer={data} open={allowed("see-own")} />
        )}
        {office !== undefined && office.desks <= ROOM_BELOW && <OfficeDay scope={scope} />}
      </div>
      <div className="floor__side">
        {problem !== null && !shut && (
          <p className="floor__stale" role="status">
            {words.live.stale(format.clock(data?.asOf ?? null, zone))}
          </p>
        )}
        {!shut && (
          <>
            <HelpPanel office={id} zone={zone} calls={data?.help ?? null} answers={answers} changed={retry} />
            <DisputesPanel
              office={id}
              zone={zone}
              disputes={data?.disputes ?? null}
              answers={answers}
              changed={retry}
            />
          </>
        )}
        <TargetsPanel office={id} today={today} sets={allowed("set-targets")} />
      </div>
      <p className="visuallyHidden" role="status">
        {data === null && !shut ? words.states.loading : ""}
      </p>
    </Frame>
  );
}
