import { useEffect, useState } from "react";
import { Link } from "wouter";
import { may } from "../../shared/access.ts";
import type { MyDayAnswer } from "../../shared/myDay.ts";
import { formatDay, localDay, parseDay } from "../../shared/time.ts";
import { usePrincipal } from "../access/principal.ts";
import { Message } from "../components/Message.tsx";
import { Problem } from "../components/Problem.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { useFetched } from "../store/fetched.ts";
import { useNow } from "../store/hooks.ts";
import { useBook } from "../store/reference.ts";
import { FeedbackPanel } from "./FeedbackPanel.tsx";
import { HelpButton } from "./HelpButton.tsx";
import { LooksPanel } from "./LooksPanel.tsx";
import { MyKpis } from "./MyKpis.tsx";
import { OwnFrame } from "./OwnFrame.tsx";
import { addressOf, type OwnPlace, useOwnPlace } from "./ownPlace.ts";
import { ReturnsPanel } from "./ReturnsPanel.tsx";
import { TimelinePanel } from "./TimelinePanel.tsx";
import "../floor/floor.css";
import "./my.css";
import { MY_DAY_WORDS } from "./words.ts";

const REFRESH_MS = 15_000;
/** While somebody waits for help, an answer is to be seen soon. */
const WAITING_MS = 4_000;

function Days({ place, zone, date }: { place: OwnPlace; zone: string; date: string | null }) {
  const { format } = useWords();
  const own = useRoomWords(MY_DAY_WORDS);
  const now = useNow(60_000);
  const today = now === null ? null : localDay(now, zone);
  const day = date === null ? today : parseDay(date);
  if (day === null || today === null) return null;
  const to = (other: number) => addressOf(place, other >= today ? null : formatDay(other));
  return (
    <nav className="days" aria-label={own.title}>
      <Link href={to(day - 1)} className="button button--small" aria-label={own.earlier}>
        ←
      </Link>
      <span className="place__day">
        {format.day(day)}
        {day === today && ` · ${own.today}`}
      </span>
      {day < today && (
        <Link href={to(day + 1)} className="button button--small" aria-label={own.later}>
          →
        </Link>
      )}
    </nav>
  );
}

function Day({ place, zone }: { place: OwnPlace; zone: string }) {
  const { words } = useWords();
  const own = useRoomWords(MY_DAY_WORDS);
  const principal = usePrincipal();
  const office = useBook().office.get(place.office);
  const { office: id, operator, date } = place;
  const query = new URLSearchParams({ office: id, operator, ...(date === null ? {} : { date }) });
  const [waits, setWaits] = useState(false);
  const refreshMs = waits ? WAITING_MS : REFRESH_MS;
  const { data, problem, retry } = useFetched<MyDayAnswer>(`/api/my-day?${query}`, refreshMs);
  const asks = data?.help.some(({ answeredAt, withdrawnAt }) => answeredAt === null && withdrawnAt === null) ?? false;
  useEffect(() => setWaits(asks), [asks]);
  const where = { office: id, region: office?.region ?? null, operator };
  const allowed = (act: "dispute" | "call-help") => principal !== null && may(principal, act, where);
  if (problem === "forbidden") return <Problem problem="forbidden" />;
  if (data === null)
    return <Message title={problem === null ? words.states.loading : own.noFigures} hint={words.states.notReadyHint} />;
  return (
    <>
      {allowed("call-help") && date === null && (
        <HelpButton place={place} zone={zone} calls={data.help} changed={retry} />
      )}
      <MyKpis day={data} own={place.own} />
      <TimelinePanel day={data} zone={zone} place={place} disputes={allowed("dispute")} changed={retry} />
      <div className="my__side">
        <ReturnsPanel day={data} zone={zone} />
        <FeedbackPanel day={data} />
        <LooksPanel own={place.own} zone={zone} />
      </div>
    </>
  );
}

/** An operator's own day: figures beside the team's middle, what came back and why, and every timing to be disputed. */
export default function MyDay() {
  const { language } = useWords();
  const own = useRoomWords(MY_DAY_WORDS);
  const place = useOwnPlace();
  const office = useBook().office.get(place?.office ?? "");
  const zone = office?.zone ?? "Asia/Almaty";
  if (place === null)
    return (
      <OwnFrame name={own.title} zone={zone}>
        <Message title={own.noOperator} hint={own.noOperatorHint}>
          <Link href="/office/KZ-71-01/floor" className="button">
            {own.toFloor}
          </Link>
        </Message>
      </OwnFrame>
    );
  const name = place.own ? own.title : own.dayOf(place.operator);
  return (
    <OwnFrame
      name={name}
      zone={zone}
      trail={
        <>
          <span className="place__trail">{office?.shortNames[language] ?? place.office}</span>
          <Days place={place} zone={zone} date={place.date} />
        </>
      }
    >
      <Day key={`${place.operator}|${place.date}`} place={place} zone={zone} />
    </OwnFrame>
  );
}
