import { DASH } from "../format.ts";
import { Both } from "./Both.tsx";
import { type HallCall, isAnnounced, ticketName } from "./calls.ts";

/** The call that came last, as large as the screen lets it be. */
export function LastCall({ call, now }: { call: HallCall | undefined; now: number | null }) {
  if (call === undefined)
    return (
      <section className="hall__last" data-empty="true">
        <Both say={(words) => words.noCalls} />
      </section>
    );
  return (
    <section className="hall__last" data-announced={isAnnounced(call, now)} aria-live="assertive">
      <p className="hall__called">
        <Both say={(words) => words.called} />
      </p>
      <p
        className="hall__ticket"
        key={`${call.ticket}|${call.since}`}
        style={{ "--letters": ticketName(call.ticket).length } as React.CSSProperties}
      >
        {ticketName(call.ticket)}
      </p>
      <p className="hall__desk">
        <svg viewBox="0 0 60 40" aria-hidden="true">
          <path d="M2 20h50M36 5l16 15-16 15" />
        </svg>
        <span className="hall__deskName">
          <Both say={(words) => words.desk} />
        </span>
        <strong>{call.desk ?? DASH}</strong>
      </p>
    </section>
  );
}

/** The calls before it. */
export function CallList({ calls, now }: { calls: readonly HallCall[]; now: number | null }) {
  return (
    <section className="hall__list">
      <h2>
        <Both say={(words) => words.last} />
      </h2>
      <ol>
        {calls.map((call) => (
          <li key={call.ticket} data-announced={isAnnounced(call, now)}>
            <span>{ticketName(call.ticket)}</span>
            <svg viewBox="0 0 60 40" aria-hidden="true">
              <path d="M2 20h50M36 5l16 15-16 15" />
            </svg>
            <strong>{call.desk ?? DASH}</strong>
          </li>
        ))}
      </ol>
    </section>
  );
}
