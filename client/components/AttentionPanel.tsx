import { memo, useMemo } from "react";
import { Link } from "wouter";
import type { Scope, Verdict } from "../../shared/wire.ts";
import { type AttentionLine, alertLine, fitting, inTurn, noticedLine, notTold } from "../alerts/attentionLines.ts";
import { liveAlert } from "../alerts/liveAlert.ts";
import { ALERT_WORDS } from "../alerts/words.ts";
import "../alerts/attention.css";
import { useRoomWords, useSettings, useWords } from "../settings.ts";
import { wordOf } from "../store/figures.ts";
import { useNow, useRows, useThrottled } from "../store/hooks.ts";
import { useBook } from "../store/reference.ts";
import type { Entry } from "../store/rows.ts";
import { Empty } from "./Message.tsx";
import { Panel } from "./Panel.tsx";
import { placeHref, placeName } from "./places.ts";
import { useDayOf } from "./ViewKpis.tsx";

/** How many lines there is room for. */
const ROOM = 5.3;

function verdictOf(compared: readonly Entry[], measure: string, unit: string): Verdict | null {
  const said = wordOf("compare", compared.find(({ id }) => id === `${measure}/${unit}`)?.row, "verdict");
  return said === "higher" || said === "lower" ? said : null;
}

const Line = memo(
  function Line({ href, place, since, line }: { href: string; place: string; since: string; line: AttentionLine }) {
    return (
      <li className="attention__line" data-tone={line.tone}>
        <span className="attention__shape" aria-hidden="true">
          {line.shape}
        </span>
        <Link href={href} className="attention__place">
          {place}
        </Link>
        <span className="attention__text">{line.text}</span>
        <span className="attention__since">{since}</span>
        {line.note !== null && <span className="attention__note">{line.note}</span>}
      </li>
    );
  },
  (a, b) =>
    a.href === b.href &&
    a.place === b.place &&
    a.since === b.since &&
    a.line.text === b.line.text &&
    a.line.shape === b.line.shape &&
    a.line.note === b.line.note,
);

/** What somebody should look at now, one of each kind in turn, with what the managers say of it. */
export function AttentionPanel({ scope }: { scope: Scope }) {
  const { words, format, language } = useWords();
  const { kiosk } = useSettings();
  const said = useRoomWords(ALERT_WORDS);
  const noticed = useThrottled(useRows(scope, "attention"), 1000);
  const standing = useThrottled(useRows(scope, "alert"), 1000);
  const compared = useThrottled(useRows(scope, "compare"), 1000);
  const regions = useThrottled(useRows(scope, "region"), 1000);
  const book = useBook();
  const { zone } = useDayOf(scope);
  const now = useNow(15_000) ?? 0;
  const lines = useMemo(() => {
    const writing = { now, zone, words, said, format, language };
    const alerts = standing.flatMap((entry) => liveAlert(entry) ?? []);
    const others = notTold(scope, noticed, alerts, regions, book);
    return inTurn([
      ...alerts.map((alert) => alertLine(alert, writing)),
      ...others.map((entry) => {
        const measure = wordOf("attention", entry.row, "measure") ?? "";
        return noticedLine(entry, verdictOf(compared, measure, wordOf("attention", entry.row, "unit") ?? ""), writing);
      }),
    ]);
  }, [noticed, standing, compared, regions, book, scope, now, zone, words, said, format, language]);
  const shown = fitting(lines, ROOM);
  const place = scope === "country" ? "" : `/${scope.slice(scope.indexOf(":") + 1)}`;
  const more = lines.length > shown.length ? words.attention.more(format.count(lines.length - shown.length)) : "";
  const aside = kiosk ? more : <Link href={`/alerts${place}`}>{[more, said.all].filter(Boolean).join(" · ")}</Link>;
  return (
    <Panel className="panel--attention" title={words.attention.title} {...(aside === "" ? {} : { aside })}>
      {lines.length === 0 ? (
        <Empty>{words.attention.none}</Empty>
      ) : (
        <ul className="attention">
          {shown.map((line) => (
            <Line
              key={line.key}
              href={placeHref(book, line.unit)}
              place={placeName(book, line.unit, language)}
              since={line.since === null ? "" : format.clock(line.since, zone)}
              line={line}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}
