import { memo } from "react";
import { Link } from "wouter";
import type { FloorOperator } from "../../shared/floor.ts";
import { Stopwatch } from "../components/Stopwatch.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { type Desk, sameDesk } from "../store/desks.ts";
import { useNow } from "../store/hooks.ts";
import { deskWork, type FloorState, floorState } from "./floorDesk.ts";
import { TargetBar } from "./TargetBar.tsx";
import { Verdict } from "./Verdict.tsx";
import { FLOOR_WORDS } from "./words.ts";

interface DeskCardProps {
  readonly desk: Desk;
  readonly of: FloorOperator | undefined;
  readonly zone: string;
  readonly day: number | null;
  readonly office: string;
  /** Whether the desk leads to its operator's day. */
  readonly open: boolean;
}

const SHAPES: Readonly<Record<FloorState, string>> = {
  free: "○",
  serving: "●",
  payment: "◐",
  held: "◐",
  paused: "‖",
  help: "!",
  away: "–",
};

/** The last part of a ticket's id: the number that stands on the hall's screen. */
export function ticketNumber(ticket: string): string {
  return ticket.slice(ticket.lastIndexOf("/") + 1);
}

function Does({ desk, state }: { desk: Desk; state: FloorState }) {
  const { words } = useWords();
  const said: Readonly<Record<string, string>> = words.office.reason;
  const reason = desk.reason === null ? "" : (said[desk.reason] ?? desk.reason);
  const ticket = desk.ticket === null ? "" : ticketNumber(desk.ticket);
  const held = state === "payment" || state === "held";
  const text = held || state === "paused" || state === "help" ? reason : ticket || words.office.state[desk.state];
  return (
    <p className="floorDesk__does">
      <span className="floorDesk__shape" aria-hidden="true">
        {SHAPES[state]}
      </span>
      <span className="visuallyHidden">{words.office.state[desk.state]}: </span>
      <span className="floorDesk__word">{text}</span>
      {held ? (
        <>
          <Stopwatch since={desk.reasonSince} /> <span className="floorDesk__ticket">{ticket}</span>
        </>
      ) : (
        desk.since !== null && <Stopwatch since={desk.since} />
      )}
    </p>
  );
}

function Work({ desk, of, day }: Pick<DeskCardProps, "desk" | "of" | "day">) {
  const { words, format } = useWords();
  const own = useRoomWords(FLOOR_WORDS);
  const now = useNow(60_000);
  const { accepted, served, returned, target, demand, verdict, mayLeave } = deskWork(desk, of, now, day);
  return (
    <>
      <TargetBar done={accepted} target={target} />
      <p className="floorDesk__figures">
        <span>
          <span className="visuallyHidden">{own.accepted}: </span>
          <strong>{format.count(accepted)}</strong>
          {target !== null && ` / ${format.count(target)}`}
        </span>
        <span title={own.served}>
          <span aria-hidden="true">● </span>
          <span className="visuallyHidden">{own.served}: </span>
          {format.count(served)}
        </span>
        <span className="floorDesk__returned" title={own.returned}>
          <span aria-hidden="true">↩ </span>
          <span className="visuallyHidden">{words.office.returnedShort}: </span>
          {format.count(returned)}
        </span>
      </p>
      <p className="floorDesk__verdict">
        <Verdict verdict={verdict} demand={demand} />
        {mayLeave !== null && <span className="floorDesk__early">{own.earlyLeave(format.count(mayLeave))}</span>}
      </p>
    </>
  );
}

/** One desk of the floor: what it does and since when, and the day's work against the target with demand. */
export const DeskCard = memo(
  function DeskCard({ desk, of, zone, day, office, open }: DeskCardProps) {
    const { words, format } = useWords();
    const own = useRoomWords(FLOOR_WORDS);
    const roles: Readonly<Record<string, string>> = words.office.role;
    const state = floorState(desk);
    const number = desk.number ?? words.office.noDesk;
    const query = new URLSearchParams({ office, operator: desk.key });
    return (
      <li className="floorDesk" data-state={state}>
        <p className="floorDesk__head">
          {open && desk.figures !== undefined ? (
            <Link href={`/my?${query}`} className="floorDesk__number" title={own.ownDay(number)}>
              {number}
            </Link>
          ) : (
            <span className="floorDesk__number">{number}</span>
          )}
          {desk.role !== null && desk.role !== "operator" && <span>{roles[desk.role] ?? desk.role}</span>}
          {desk.signedInSince !== null && (
            <span className="floorDesk__in">{own.signedIn(format.clock(desk.signedInSince, zone))}</span>
          )}
        </p>
        <Does desk={desk} state={state} />
        {desk.figures !== undefined && <Work desk={desk} of={of} day={day} />}
      </li>
    );
  },
  (a, b) => a.zone === b.zone && a.day === b.day && a.of === b.of && a.open === b.open && sameDesk(a.desk, b.desk),
);
