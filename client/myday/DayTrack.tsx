import type { MyDayAnswer } from "../../shared/myDay.ts";
import { ticketNumber } from "../floor/DeskCard.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { breaksOf, deskSpan } from "./deskSpan.ts";
import { MY_DAY_WORDS } from "./words.ts";

const HOUR_MS = 3_600_000;

/** The day from the first sign-in on: tickets, breaks, and below when anybody waited in the office. */
export function DayTrack({ day, zone }: { day: MyDayAnswer; zone: string }) {
  const { format } = useWords();
  const own = useRoomWords(MY_DAY_WORDS);
  const span = deskSpan(day);
  if (span === null) return null;
  const [from, to] = span;
  const place = (start: number, end: number): React.CSSProperties => ({
    left: `${((Math.max(start, from) - from) / (to - from)) * 100}%`,
    width: `${(Math.max(0, Math.min(end, to) - Math.max(start, from)) / (to - from)) * 100}%`,
  });
  const hours: number[] = [];
  for (let at = Math.ceil(from / HOUR_MS) * HOUR_MS; at <= to; at += HOUR_MS) hours.push(at);
  return (
    <figure className="track">
      <div className="track__desk">
        {(day.tickets ?? []).map(({ ticket, called, closed }) => (
          <span
            key={ticket}
            className="track__ticket"
            style={place(called, closed ?? day.asOf)}
            title={`${ticketNumber(ticket)} · ${format.clock(called, zone)}`}
          />
        ))}
        {breaksOf(day).map(([start, end]) => (
          <span key={start} className="track__break" style={place(start, end)} />
        ))}
      </div>
      <div className="track__queue">
        {(day.waiting ?? []).map(([start, end]) => (
          <span key={start} className="track__waiting" style={place(start, end)} />
        ))}
      </div>
      <div className="track__hours" aria-hidden="true">
        {hours.map((at) => (
          <span key={at} style={{ left: `${((at - from) / (to - from)) * 100}%` }}>
            {format.clock(at, zone)}
          </span>
        ))}
      </div>
      <figcaption className="track__legend">
        <span className="track__key track__key--ticket">{own.withClients}</span>
        <span className="track__key track__key--break">{own.paused}</span>
        <span className="track__key track__key--waiting">{own.queueThere}</span>
      </figcaption>
    </figure>
  );
}
