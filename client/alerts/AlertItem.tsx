import { memo } from "react";
import { Link } from "wouter";
import type { Explanation, ShownAlert } from "../../shared/alerts.ts";
import { placeName } from "../components/places.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import { writeMoment, writeValue } from "./alertValue.ts";
import { ROOM_WORDS } from "./roomWords.ts";
import { ALERT_WORDS } from "./words.ts";

/** What was said, by whom and when, and what was said before it. */
export function Said({ explanation, now, zone }: { explanation: Explanation; now: number; zone: string }) {
  const { format } = useWords();
  const said = useRoomWords(ALERT_WORDS);
  const room = useRoomWords(ROOM_WORDS);
  const who = (role: string) => room.by[role] ?? role;
  return (
    <div className="said">
      <p>
        <strong>{said.causes[explanation.cause]}</strong>
        {explanation.words !== "" && <> — {explanation.words}</>}
      </p>
      {explanation.action !== "" && (
        <p>
          <span className="said__label">{room.action}:</span> {explanation.action}
        </p>
      )}
      <p className="said__until">
        {said.until(writeMoment(format, explanation.until, now, zone))}
        <span className="said__who">
          {room.saidAt(who(explanation.by.role), writeMoment(format, explanation.at, now, zone))}
        </span>
      </p>
      {explanation.earlier.length > 0 && (
        <details className="said__earlier">
          <summary>{room.earlier}</summary>
          {explanation.earlier.map((text) => (
            <p key={text.at}>
              {room.saidAt(who(text.by.role), writeMoment(format, text.at, now, zone))}:{" "}
              {[
                said.causes[text.cause],
                text.words,
                text.action,
                said.until(writeMoment(format, text.until, now, zone)),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          ))}
        </details>
      )}
    </div>
  );
}

interface AlertItemProps {
  readonly alert: ShownAlert;
  /** The value now, in the unit of its kind; null when it is not known or the alert is over. */
  readonly value: number | null;
  readonly now: number;
  readonly zone: string;
  /** Offered to whom may explain it. */
  readonly explain: ((alert: ShownAlert) => void) | null;
  readonly takeBack: ((explanation: Explanation) => void) | null;
}

/** One alert: where, what, since when, its value against the threshold, and what is said of it. */
export const AlertItem = memo(function AlertItem({ alert, value, now, zone, explain, takeBack }: AlertItemProps) {
  const { format, language } = useWords();
  const said = useRoomWords(ALERT_WORDS);
  const room = useRoomWords(ROOM_WORDS);
  const book = useBook();
  const { kind, explanation } = alert;
  const shown = alert.cleared === null ? value : alert.peak;
  const written = writeValue(format, kind, shown);
  const worst = writeValue(format, kind, alert.peak);
  const lasted = alert.cleared === null ? null : (alert.cleared - alert.since) / 1000;
  return (
    <li className="alert" data-open={alert.cleared === null} data-explained={explanation !== null}>
      <span className="alert__shape" aria-hidden="true">
        {alert.cleared !== null ? "○" : explanation === null ? "◆" : "◇"}
      </span>
      <div className="alert__place">
        <Link href={`/office/${alert.office}`}>{placeName(book, alert.office, language)}</Link>
        <small>{said.kinds[kind]}</small>
      </div>
      <div className="alert__value">
        <span>{shown === null ? format.count(null) : said.says[kind](written, Math.round(shown))}</span>
        <small>
          {room.threshold(writeValue(format, kind, alert.threshold))}
          {alert.cleared === null && value !== null && alert.peak > value && worst !== written && (
            <> · {room.worst(worst)}</>
          )}
        </small>
      </div>
      <div className="alert__since">
        <time dateTime={new Date(alert.since).toISOString()}>{writeMoment(format, alert.since, now, zone)}</time>
        {lasted !== null && (
          <small>
            {room.lasted(format.duration(lasted))}
            {alert.end !== null && <> · {room.ended[alert.end]}</>}
          </small>
        )}
      </div>
      <div className="alert__said">
        {explanation === null ? (
          <span className="alert__nothing">{said.unexplained}</span>
        ) : (
          <Said explanation={explanation} now={now} zone={zone} />
        )}
      </div>
      <div className="alert__acts">
        {explain !== null && (
          <button
            type="button"
            className={explanation === null ? "button button--main" : "button"}
            onClick={() => explain(alert)}
          >
            {explanation === null ? room.explain : room.change}
          </button>
        )}
        {takeBack !== null && explanation !== null && (
          <button type="button" className="button" onClick={() => takeBack(explanation)}>
            {room.takeBack}
          </button>
        )}
      </div>
    </li>
  );
});
