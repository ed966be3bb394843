import { useEffect, useMemo, useState } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { may } from "../../shared/access.ts";
import type { Explanation, ShownAlert } from "../../shared/alerts.ts";
import type { Scope } from "../../shared/wire.ts";
import { usePrincipal } from "../access/principal.ts";
import { Choice } from "../components/Choice.tsx";
import { Empty } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import { useDayOf } from "../components/ViewKpis.tsx";
import type { RoomProps } from "../rooms.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useNow, useRows, useThrottled } from "../store/hooks.ts";
import { useBook } from "../store/reference.ts";
import { Frame } from "../views/Frame.tsx";
import { AlertItem } from "./AlertItem.tsx";
import { AlertsBar, EVERYTHING, passes } from "./AlertsBar.tsx";
import "./alerts.css";
import { ExplainDialog } from "./ExplainDialog.tsx";
import { liveAlert, valueNow } from "./liveAlert.ts";
import { PlannedPanel } from "./PlannedPanel.tsx";
import { ROOM_WORDS } from "./roomWords.ts";
import { useAlerts } from "./useAlerts.ts";
import { useExplaining } from "./useExplaining.ts";
import { ALERT_WORDS } from "./words.ts";

const PERIODS = ["1", "7", "31", "92"] as const;

/** The list of alerts of the country, a region or an office: what stands first, what was said of it, what is over. */
export default function Alerts({ params }: RoomProps) {
  const place = params.place ?? "";
  const book = useBook();
  const isOffice = book.office.has(place);
  const scope: Scope = place === "" ? "country" : isOffice ? `office:${place}` : `region:${place}`;
  const { words, format, language } = useWords();
  const said = useRoomWords(ALERT_WORDS);
  const room = useRoomWords(ROOM_WORDS);
  const principal = usePrincipal();
  const { zone } = useDayOf(scope);
  const now = useNow(5_000) ?? 0;
  const [filter, setFilter] = useState(EVERYTHING);
  const [days, setDays] = useState<(typeof PERIODS)[number]>("7");
  const { alerts, said: planned, again } = useAlerts(scope, Number(days));
  const doing = useExplaining(again);
  const { explain } = doing;
  const live = useThrottled(useRows(scope, "alert"), 1000);
  const values = useMemo(
    () => new Map(live.flatMap((entry) => liveAlert(entry) ?? []).map((alert) => [alert.id, alert])),
    [live],
  );
  const explains = (of: { readonly region: string; readonly office: string | null }): boolean =>
    principal !== null && may(principal, "explain", of);
  const search = useSearch();
  const [path, go] = useLocation();
  const wanted = new URLSearchParams(search).get("explain");
  useEffect(() => {
    const found = wanted === null ? undefined : alerts.data?.alerts.find(({ id }) => id === wanted);
    if (found === undefined) return;
    explain(found);
    go(path, { replace: true });
  }, [wanted, alerts.data, explain, go, path]);
  const list = (alerts.data?.alerts ?? []).filter((alert) => passes(filter, alert));
  const open = list.filter(({ cleared }) => cleared === null);
  const over = list.filter(({ cleared }) => cleared !== null);
  const ahead = (planned.data?.explanations ?? []).filter(({ alert }) => alert === null);
  const own = book.office.get(place) ?? book.region.get(place);
  const here = { region: book.office.get(place)?.region ?? place, office: isOffice ? place : null };
  const takeBack = (of: Explanation): void => void doing.takeBack(of);
  const item = (alert: ShownAlert) => {
    const of = values.get(alert.id);
    const mine = explains(alert);
    return (
      <AlertItem
        key={alert.id}
        alert={alert}
        value={of === undefined ? alert.now : valueNow(of, now)}
        now={now}
        zone={zone}
        explain={mine ? explain : null}
        takeBack={mine && alert.cleared === null ? takeBack : null}
      />
    );
  };
  const nothing = alerts.problem === null ? room.loading : room.failed;
  return (
    <Frame
      scope={scope}
      name={said.title}
      className="screen--page screen--alerts"
      trail={
        <span className="place__trail">
          <Link href={place === "" ? "/" : isOffice ? `/office/${place}` : `/region/${place}`}>
            {own?.shortNames[language] ?? words.country}
          </Link>{" "}
          ›
        </span>
      }
    >
      <AlertsBar
        place={place}
        filter={filter}
        choose={setFilter}
        principal={principal}
        plan={place !== "" && explains(here) ? () => doing.plan(here) : null}
      />
      <p className="alertsUndo" role="status">
        {doing.undo !== null && (
          <>
            {doing.undo.text}{" "}
            <button type="button" className="chip" onClick={doing.undo.back}>
              {room.undo}
            </button>
          </>
        )}
      </p>
      <Panel
        className="panel--alerts"
        title={room.open}
        aside={format.count(alerts.data === null ? null : open.length)}
      >
        {alerts.data === null ? (
          <Empty>{nothing}</Empty>
        ) : open.length === 0 ? (
          <Empty>{filter === EVERYTHING ? room.noneOpen : room.noneOpenHere}</Empty>
        ) : (
          <ul className="alerts">{open.map(item)}</ul>
        )}
      </Panel>
      <PlannedPanel
        explanations={ahead}
        now={now}
        zone={zone}
        explains={explains}
        change={doing.change}
        takeBack={takeBack}
      />
      <Panel
        className="panel--alerts"
        title={
          <>
            {room.over}{" "}
            <Choice
              label={room.period}
              value={days}
              choose={setDays}
              options={PERIODS.map((id) => ({ id, name: room.periods[id] }))}
            />
          </>
        }
        {...(alerts.data?.more ? { aside: room.more } : {})}
      >
        {alerts.data === null ? (
          <Empty>{nothing}</Empty>
        ) : over.length === 0 ? (
          <Empty>{room.noneOver}</Empty>
        ) : (
          <ul className="alerts">{over.map(item)}</ul>
        )}
      </Panel>
      {doing.explaining !== null && (
        <ExplainDialog of={doing.explaining} now={now} zone={zone} close={doing.close} saved={doing.saved} />
      )}
    </Frame>
  );
}
