import { memo, useMemo } from "react";
import type { Scope } from "../../shared/wire.ts";
import { useGradually } from "../floor/useGradually.ts";
import { useWords } from "../settings.ts";
import { type Desk, desksOf, floorOf, sameDesk } from "../store/desks.ts";
import { figure } from "../store/figures.ts";
import { useRows, useScope } from "../store/hooks.ts";
import { Empty } from "./Message.tsx";
import { Panel } from "./Panel.tsx";
import { Stopwatch } from "./Stopwatch.tsx";
import { useDayOf } from "./ViewKpis.tsx";

function wordFor(words: Readonly<Record<string, string>>, id: string | null): string {
  return id === null ? "" : (words[id] ?? id);
}

const DeskCard = memo(
  function DeskCard({ desk, zone }: { desk: Desk; zone: string }) {
    const { words, format } = useWords();
    const { office } = words;
    const ticket = desk.ticket?.slice(desk.ticket.lastIndexOf("/") + 1) ?? "";
    const reason = wordFor(office.reason, desk.reason);
    const does =
      desk.state === "serving" && ticket !== ""
        ? ticket
        : reason !== "" && desk.state === "paused"
          ? reason
          : office.state[desk.state];
    return (
      <li className="desk" data-state={desk.state} data-help={desk.reason === "help" || undefined}>
        <p className="desk__head">
          <span className="desk__number">{desk.number ?? office.noDesk}</span>
          {desk.role !== null && desk.role !== "operator" && (
            <span className="desk__role">{wordFor(office.role, desk.role)}</span>
          )}
          {desk.signedInSince !== null && (desk.role === null || desk.role === "operator") && (
            <span className="desk__in">{office.signedIn(format.clock(desk.signedInSince, zone))}</span>
          )}
        </p>
        <p className="desk__does">
          <span className="visuallyHidden">{office.state[desk.state]}: </span>
          <span>{does}</span> {desk.since !== null && <Stopwatch since={desk.since} />}
          {desk.state === "serving" && reason !== "" && <span className="desk__reason">{reason}</span>}
        </p>
        {desk.figures !== undefined && (
          <p className="desk__figures">
            <span>
              {office.acceptedShort} <strong>{format.count(figure(desk.figures, "accepted"))}</strong>
            </span>
            <span className="desk__returned">
              <span aria-hidden="true">↩ </span>
              <span className="visuallyHidden">{office.returnedShort} </span>
              <strong>{format.count(figure(desk.figures, "returned"))}</strong>
            </span>
          </p>
        )}
      </li>
    );
  },
  (a, b) => a.zone === b.zone && sameDesk(a.desk, b.desk),
);

/** The desks by number: free, serving, paused, for how long, and at which of the office's `count` desks nobody is. */
export function DesksPanel({ scope, count }: { scope: Scope; count: number }) {
  const { words } = useWords();
  const desks = useRows(scope, "desk");
  const operators = useRows(scope, "operator");
  const waiting = useScope(scope, ({ view }) => view === null);
  const { zone } = useDayOf(scope);
  const floor = useMemo(() => {
    const present = desksOf(desks, operators).filter(({ state }) => state !== "away");
    return present.length === 0 ? [] : floorOf(present, count);
  }, [desks, operators, count]);
  const drawn = useGradually(floor.length);
  const columns = floor.length > 12 ? 5 : floor.length > 6 ? 4 : 3;
  return (
    <Panel className="panel--desks" title={words.office.desks} aside={`↩ ${words.office.returnedShort}`}>
      {floor.length === 0 ? (
        <Empty>{waiting ? "" : words.office.noDesks}</Empty>
      ) : (
        <ul
          className="desks"
          style={{ "--columns": columns, "--rows": Math.ceil(floor.length / columns) } as React.CSSProperties}
        >
          {floor.slice(0, drawn).map((desk) => (
            <DeskCard key={desk.key} desk={desk} zone={zone} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
