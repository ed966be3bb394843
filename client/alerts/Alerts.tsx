import { useCallback, useEffect, useMemo, useState } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { may } from "../../shared/access.ts";
import { ALERT_KINDS, type AlertKind, type Explanation, type ShownAlert } from "../../shared/alerts.ts";
import type { Scope } from "../../shared/wire.ts";
import { usePrincipal } from "../access/principal.ts";
import { Choice } from "../components/Choice.tsx";
import { Empty } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import { placeName, shortName } from "../components/places.ts";
import { useDayOf } from "../components/ViewKpis.tsx";
import type { RoomProps } from "../rooms.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useNow, useRows, useThrottled } from "../store/hooks.ts";
import { useBook } from "../store/reference.ts";
import { Frame } from "../views/Frame.tsx";
import { AlertItem, Said } from "./AlertItem.tsx";
import "./alerts.css";
import { ExplainDialog, type Explaining } from "./ExplainDialog.tsx";
import { liveAlert, valueNow } from "./liveAlert.ts";
import { ROOM_WORDS } from "./roomWords.ts";
import { tell } from "./tell.ts";
import { useAlerts } from "./useAlerts.ts";
import { ALERT_WORDS } from "./words.ts";

const PERIODS = ["1", "7", "31", "92"] as const;
const SAID = ["all", "explained", "unexplained"] as const;

interface Undo {
  readonly text: string;
  readonly back: () => Promise<unknown>;
}

function writtenText({ cause, words, action, until }: Explanation) {
  return { cause, words, action, until: new Date(until).toISOString() };
}

/** The list of alerts of the country, a region or an office: what stands first, what was said of it, what is over. */
export default function Alerts({ params }: RoomProps) {
  const place = params.place ?? "";
  const book = useBook();
  const scope: Scope = place === "" ? "country" : book.office.has(place) ? `office:${place}` : `region:${place}`;
  const { words, format, language } = useWords();
  const said = useRoomWords(ALERT_WORDS);
  const room = useRoomWords(ROOM_WORDS);
  const principal = usePrincipal();
  const { zone } = useDayOf(scope);
  const now = useNow(5_000) ?? 0;
  const [kind, setKind] = useState<AlertKind | "">("");
  const [region, setRegion] = useState("");
  const [days, setDays] = useState<(typeof PERIODS)[number]>("7");
  const [explained, setExplained] = useState<(typeof SAID)[number]>("all");
  const [explaining, setExplaining] = useState<Explaining | null>(null);
  const [undo, setUndo] = useState<Undo | null>(null);
  const { alerts, said: planned, again } = useAlerts(scope, Number(days), kind === "" ? null : kind);
  const live = useThrottled(useRows(scope, "alert"), 1000);
  const values = useMemo(
    () => new Map(live.flatMap((entry) => liveAlert(entry) ?? []).map((alert) => [alert.id, alert])),
    [live],
  );
  const explains = useCallback(
    (of: { readonly region: string; readonly office: string | null }) =>
      principal !== null && may(principal, "explain", of),
    [principal],
  );
  const list = (alerts.data?.alerts ?? []).filter(
    (alert) =>
      (region === "" || alert.region === region) &&
      (explained === "all" || (alert.explanation !== null) === (explained === "explained")),
  );
  const open = list.filter(({ cleared }) => cleared === null);
  const over = list.filter(({ cleared }) => cleared !== null);
  const ahead = (planned.data?.explanations ?? []).filter(
    ({ alert, withdrawn }) => alert === null && withdrawn === null,
  );
  const explain = useCallback(
    (alert: ShownAlert) =>
      setExplaining({
        alert: alert.id,
        office: alert.office,
        region: alert.region,
        kind: alert.kind,
        before: alert.explanation,
        title: placeName(book, alert.office, language),
        matter: said.kinds[alert.kind],
      }),
    [book, language, said],
  );
  const takeBack = useCallback(
    async (explanation: Explanation) => {
      const told = await tell("DELETE", `/api/explanations/${explanation.id}`);
      again();
      if (told.ok)
        setUndo({
          text: room.takenBack,
          back: () => tell("PUT", `/api/explanations/${explanation.id}`, writtenText(explanation)),
        });
    },
    [room, again],
  );
  const saved = (answer: unknown): void => {
    const before = explaining?.before ?? null;
    const { id } = answer as { readonly id: string };
    setExplaining(null);
    again();
    setUndo({
      text: room.saved,
      back: () =>
        before === null
          ? tell("DELETE", `/api/explanations/${id}`)
          : tell("PUT", `/api/explanations/${id}`, writtenText(before)),
    });
  };
  const search = useSearch();
  const [path, go] = useLocation();
  const wanted = new URLSearchParams(search).get("explain");
  useEffect(() => {
    const found = wanted === null ? undefined : alerts.data?.alerts.find(({ id }) => id === wanted);
    if (found === undefined) return;
    explain(found);
    go(path, { replace: true });
  }, [wanted, alerts.data, explain, go, path]);
  const own = book.office.get(place) ?? book.region.get(place);
  const here = { region: book.office.get(place)?.region ?? place, office: book.office.has(place) ? place : null };
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
  const filtered = kind !== "" || region !== "" || explained !== "all";
  return (
    <Frame
      scope={scope}
      name={said.title}
      className="screen--page screen--alerts"
      trail={
        <span className="place__trail">
          <Link href={place === "" ? "/" : book.office.has(place) ? `/office/${place}` : `/region/${place}`}>
            {own?.shortNames[language] ?? words.country}
          </Link>{" "}
          ›
        </span>
      }
    >
      <div className="alertsBar">
        <Choice
          label={room.filterKind}
          value={kind}
          choose={setKind}
          options={[
            { id: "" as const, name: room.anyKind },
            ...ALERT_KINDS.map((id) => ({ id, name: said.kinds[id] })),
          ]}
        />
        {scope === "country" && (
          <Choice
            label={room.filterRegion}
            value={region}
            choose={setRegion}
            options={[
              { id: "", name: room.anyRegion },
              ...book.regions.map(({ id }) => ({ id, name: shortName(book, id, language) })),
            ]}
          />
        )}
        <Choice
          label={room.filterSaid}
          value={explained}
          choose={setExplained}
          options={SAID.map((id) => ({ id, name: room.said[id] }))}
        />
        <span className="alertsBar__acts">
          {place !== "" && explains(here) && (
            <button
              type="button"
              className="button"
              onClick={() =>
                setExplaining({
                  alert: null,
                  ...here,
                  kind: null,
                  before: null,
                  title: own?.names[language] ?? place,
                  matter: "",
                })
              }
            >
              {room.plan}
            </button>
          )}
          <Link className="button" href={`/alert-rules${place === "" ? "" : `/${place}`}`}>
            {room.rules}
          </Link>
          {principal !== null &&
            here.office === null &&
            may(principal, "set-targets", place === "" ? {} : { region: place }) && (
              <Link className="button" href={`/webhook${place === "" ? "" : `/${place}`}`}>
                {room.webhooks}
              </Link>
            )}
        </span>
      </div>
      <p className="alertsUndo" role="status">
        {undo !== null && (
          <>
            {undo.text}{" "}
            <button
              type="button"
              className="chip"
              onClick={() => {
                void undo.back().then(again);
                setUndo(null);
              }}
            >
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
          <Empty>{alerts.problem === null ? room.loading : room.failed}</Empty>
        ) : open.length === 0 ? (
          <Empty>{filtered ? room.noneOpenHere : room.noneOpen}</Empty>
        ) : (
          <ul className="alerts">{open.map(item)}</ul>
        )}
      </Panel>
      {ahead.length > 0 && (
        <Panel className="panel--alerts" title={room.planned}>
          <ul className="alerts">
            {ahead.map((explanation) => (
              <li key={explanation.id} className="alert" data-explained="true">
                <span className="alert__shape" aria-hidden="true">
                  ◇
                </span>
                <div className="alert__place">
                  <span>{placeName(book, explanation.office ?? explanation.region, language)}</span>
                  <small>{explanation.kind === null ? room.anyKind : said.kinds[explanation.kind]}</small>
                </div>
                <div className="alert__said alert__said--wide">
                  <Said explanation={explanation} now={now} zone={zone} />
                </div>
                <div className="alert__acts">
                  {explains(explanation) && (
                    <>
                      <button
                        type="button"
                        className="button"
                        onClick={() =>
                          setExplaining({
                            alert: null,
                            office: explanation.office,
                            region: explanation.region,
                            kind: explanation.kind,
                            before: explanation,
                            title: placeName(book, explanation.office ?? explanation.region, language),
                            matter: explanation.kind === null ? "" : said.kinds[explanation.kind],
                          })
                        }
                      >
                        {room.change}
                      </button>
                      <button type="button" className="button" onClick={() => void takeBack(explanation)}>
                        {room.takeBack}
                      </button>
                    </>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      )}
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
          <Empty>{room.loading}</Empty>
        ) : over.length === 0 ? (
          <Empty>{room.noneOver}</Empty>
        ) : (
          <ul className="alerts">{over.map(item)}</ul>
        )}
      </Panel>
      {explaining !== null && (
        <ExplainDialog of={explaining} now={now} zone={zone} close={() => setExplaining(null)} saved={saved} />
      )}
    </Frame>
  );
}
