import { Fragment, useState } from "react";
import type { MyDayAnswer } from "../../shared/myDay.ts";
import { Empty } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import { ticketNumber } from "../floor/DeskCard.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { DayTrack } from "./DayTrack.tsx";
import { DisputeForm } from "./DisputeForm.tsx";
import { Doubt } from "./Doubt.tsx";
import type { OwnPlace } from "./ownPlace.ts";
import { linesOf, type TimelineLine } from "./timeline.ts";
import { MY_DAY_WORDS } from "./words.ts";

interface TimelineProps {
  readonly day: MyDayAnswer;
  readonly zone: string;
  readonly place: OwnPlace;
  /** Whether the one who looks may say that a timing is wrong. */
  readonly disputes: boolean;
  readonly changed: () => void;
}

function Cells({ line, zone }: { line: TimelineLine; zone: string }) {
  const { words, format } = useWords();
  const own = useRoomWords(MY_DAY_WORDS);
  const reasons: Readonly<Record<string, string>> = words.office.reason;
  const time = <td className="myTimes__clock">{format.clock(line.at, zone)}</td>;
  if (line.kind === "act") {
    const { act, reason } = line.act;
    const why = reason === null ? "" : (reasons[reason] ?? reason);
    return (
      <>
        {time}
        <th scope="row" colSpan={4} className="myTimes__act">
          {own.acts[act]}
          {why !== "" && why !== own.acts[act] && `: ${why}`}
        </th>
      </>
    );
  }
  const { ticket, waited, service, outcome, pauses } = line.ticket;
  return (
    <>
      {time}
      <th scope="row">{ticketNumber(ticket)}</th>
      <td>{format.duration(waited)}</td>
      <td>
        <strong>{format.duration(service)}</strong>
      </td>
      <td className="myTimes__text">
        {outcome === null ? words.office.state.serving : (own.outcomes[outcome] ?? outcome)}
        {pauses.map(({ from, to, reason }) => (
          <span key={from} className="myTimes__pause">
            {reasons[reason] ?? reason} {format.duration(to === null ? null : (to - from) / 1000)}
          </span>
        ))}
      </td>
    </>
  );
}

/** The day's tickets and marks in their order, each with the way to say that its time is wrong. */
export function TimelinePanel({ day, zone, place, disputes, changed }: TimelineProps) {
  const own = useRoomWords(MY_DAY_WORDS);
  const [open, setOpen] = useState<string | null>(null);
  const lines = linesOf(day);
  const standing = new Map(
    day.disputes.filter(({ withdrawnAt }) => withdrawnAt === null).map((of) => [of.subject, of]),
  );
  return (
    <Panel className="panel--timeline" title={own.timeline}>
      <DayTrack day={day} zone={zone} />
      {lines.length === 0 ? (
        <Empty>{day.tickets === null ? own.ticketsGone : own.noTickets}</Empty>
      ) : (
        <div className="table myTimes">
          <table>
            <caption className="visuallyHidden">{own.tickets}</caption>
            <thead>
              <tr>
                <th scope="col">{own.called}</th>
                <th scope="col" className="myTimes__text">
                  {own.ticket}
                </th>
                <th scope="col">{own.waited}</th>
                <th scope="col">{own.serviceShort}</th>
                <th scope="col" className="myTimes__text">
                  {own.outcome}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Fragment key={line.subject}>
                  <tr data-doubted={standing.has(line.subject) || undefined}>
                    <Cells line={line} zone={zone} />
                    <td className="myTimes__text myTimes__doubt">
                      <Doubt
                        dispute={standing.get(line.subject)}
                        place={place}
                        raise={disputes ? () => setOpen(line.subject) : undefined}
                        changed={changed}
                      />
                    </td>
                  </tr>
                  {open === line.subject && !standing.has(line.subject) && (
                    <tr>
                      <td colSpan={6} className="myTimes__text">
                        <DisputeForm
                          place={place}
                          day={day.date}
                          subject={line.subject}
                          close={() => setOpen(null)}
                          changed={changed}
                        />
                      </td>
                    </tr>
                  )}
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
