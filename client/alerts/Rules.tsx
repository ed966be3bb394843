import { useState } from "react";
import { Link } from "wouter";
import { may } from "../../shared/access.ts";
import type { AlertRulesAnswer, RuleChange } from "../../shared/alertRules.ts";
import type { Scope } from "../../shared/wire.ts";
import { readMoments, type Written } from "../../shared/writtenMoments.ts";
import { usePrincipal } from "../access/principal.ts";
import { Empty } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import { shortName } from "../components/places.ts";
import { useDayOf } from "../components/ViewKpis.tsx";
import type { RoomProps } from "../rooms.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useFetched } from "../store/fetched.ts";
import { useNow } from "../store/hooks.ts";
import { useBook } from "../store/reference.ts";
import { Frame } from "../views/Frame.tsx";
import { writeMoment } from "./alertValue.ts";
import "./alerts.css";
import "./rules.css";
import { RuleItem } from "./RuleItem.tsx";
import { ROOM_WORDS } from "./roomWords.ts";
import { writeShort } from "./ruleFigures.ts";
import { RULE_WORDS } from "./ruleWords.ts";
import { placeQuery } from "./useAlerts.ts";
import { ALERT_WORDS } from "./words.ts";

/** The thresholds of alerts at a place, each as a sentence, and how they came about. */
export default function Rules({ params }: RoomProps) {
  const place = params.place ?? "";
  const book = useBook();
  const office = book.office.get(place);
  const scope: Scope = place === "" ? "country" : office === undefined ? `region:${place}` : `office:${place}`;
  const { format, language } = useWords();
  const words = useRoomWords(RULE_WORDS);
  const room = useRoomWords(ROOM_WORDS);
  const said = useRoomWords(ALERT_WORDS);
  const principal = usePrincipal();
  const { zone } = useDayOf(scope);
  const now = useNow(60_000) ?? 0;
  const query = placeQuery(scope);
  const { data, problem, retry } = useFetched<Written<AlertRulesAnswer>>(
    `/api/alert-rules${query && `?${query}`}`,
    60_000,
  );
  const [saved, setSaved] = useState(false);
  const answer = data === null ? null : readMoments<AlertRulesAnswer>(data);
  const where =
    office === undefined ? { region: place || null, office: null } : { region: office.region, office: place };
  const sets = principal !== null && may(principal, "set-targets", where);
  const named = (of: string) => (of === "country" ? words.country : shortName(book, of, language));
  const own = place === "" ? "country" : place;
  const asked = place === "" ? {} : office === undefined ? { region: place } : { office: place };
  const line = ({ kind, place: of, before, after }: RuleChange) =>
    words.changed(
      said.kinds[kind],
      named(of),
      writeShort(format, words, kind, before),
      writeShort(format, words, kind, after),
    );
  return (
    <Frame
      scope={scope}
      name={words.title}
      className="screen--page screen--alerts"
      trail={
        <span className="place__trail">
          <Link href={`/alerts${place === "" ? "" : `/${place}`}`}>
            {place === "" ? said.title : shortName(book, place, language)}
          </Link>{" "}
          ›
        </span>
      }
    >
      <Panel className="panel--alerts" title={words.title}>
        <p className="lead">{words.how}</p>
        <p className="alertsUndo" role="status">
          {saved && words.saved}
        </p>
        {answer === null ? (
          <Empty>{problem === null ? room.loading : room.failed}</Empty>
        ) : (
          <ul className="rules">
            {answer.rules.map((rule) => (
              <RuleItem
                key={rule.kind}
                rule={rule}
                place={asked}
                fromName={rule.from === "default" ? words.byDefault : words.from(named(rule.from))}
                own={rule.from === own}
                office={office ?? null}
                may={sets}
                changed={() => {
                  setSaved(true);
                  retry();
                }}
              />
            ))}
          </ul>
        )}
      </Panel>
      <Panel className="panel--alerts" title={words.changes}>
        {answer === null || answer.changes.length === 0 ? (
          <Empty>{words.noChanges}</Empty>
        ) : (
          <ul className="changes">
            {answer.changes.map((change) => (
              <li key={`${change.at}${change.kind}${change.place}`}>
                <time>{writeMoment(format, change.at, now, zone)}</time>
                {line(change)}
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </Frame>
  );
}
