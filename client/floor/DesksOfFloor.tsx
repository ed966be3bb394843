import { useMemo, useRef } from "react";
import type { FloorAnswer, FloorOperator } from "../../shared/floor.ts";
import type { Scope } from "../../shared/wire.ts";
import { Empty } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import { useDayOf } from "../components/ViewKpis.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { type Desk, desksOf, floorOf } from "../store/desks.ts";
import { useRows, useScope } from "../store/hooks.ts";
import { DeskCard } from "./DeskCard.tsx";
import { useGradually } from "./useGradually.ts";
import { FLOOR_WORDS } from "./words.ts";

type Operators = FloorAnswer["operators"];
const NONE: Operators = {};
/** So few desks have the room to be shown larger. */
const FEW = 9;
const NO_DESKS: readonly Desk[] = [];

/** What the floor knows of its operators; whoever did not change stays the same object, so that no card is drawn anew. */
function useOperators(answer: FloorAnswer | null): Operators {
  const before = useRef<Operators>(NONE);
  return useMemo(() => {
    if (answer === null) return before.current;
    const next: Record<string, FloorOperator> = {};
    for (const [id, of] of Object.entries(answer.operators)) {
      const known = before.current[id];
      next[id] = known !== undefined && JSON.stringify(known) === JSON.stringify(of) ? known : of;
    }
    before.current = next;
    return next;
  }, [answer]);
}

/**
 * The desks in the order of their numbers and in no other, then those who have worked today and left. They are drawn a few
 * at a time, so that a large office opens without a jolt.
 */
export function DesksOfFloor({
  office,
  count,
  answer,
  open,
}: {
  office: string;
  count: number;
  answer: FloorAnswer | null;
  open: boolean;
}) {
  const scope: Scope = `office:${office}`;
  const { words } = useWords();
  const own = useRoomWords(FLOOR_WORDS);
  const rows = useRows(scope, "desk");
  const figures = useRows(scope, "operator");
  const waiting = useScope(scope, ({ view }) => view === null);
  const { zone, day } = useDayOf(scope);
  const operators = useOperators(answer);
  const { present, left, empty } = useMemo(() => {
    const all = desksOf(rows, figures);
    const here = all.filter(({ state }) => state !== "away");
    const gone = all.filter(({ state, figures: row }) => state === "away" && row !== undefined);
    const empty = floorOf(here, count).filter(({ state }) => state === "away");
    return { present: here, left: gone, empty: here.length === 0 ? NO_DESKS : empty };
  }, [rows, figures, count]);
  const drawn = useGradually(present.length + left.length);
  const told = useGradually(answer === null ? 0 : present.length + left.length);
  const shown = present.slice(0, drawn);
  const shownLeft = left.slice(0, Math.max(0, drawn - present.length));
  const card = (desk: Desk, at: number) => (
    <DeskCard
      key={desk.key}
      desk={desk}
      of={at < told ? operators[desk.key] : undefined}
      zone={zone}
      day={day}
      office={office}
      open={open}
    />
  );
  return (
    <Panel className="panel--floor" title={words.office.desks} aside={own.legend}>
      {present.length === 0 ? (
        <Empty>{waiting ? "" : own.nobody}</Empty>
      ) : (
        <ul className="floorDesks" data-few={present.length <= FEW || undefined}>
          {shown.map(card)}
        </ul>
      )}
      {empty.length > 0 && (
        <>
          <h3 className="floor__left">{own.empty}</h3>
          <ul className="floor__empty">
            {empty.map(({ key, number }) => (
              <li key={key}>{number}</li>
            ))}
          </ul>
        </>
      )}
      {shownLeft.length > 0 && (
        <>
          <h3 className="floor__left">{own.left}</h3>
          <ul className="floorDesks">{shownLeft.map((desk, at) => card(desk, present.length + at))}</ul>
        </>
      )}
    </Panel>
  );
}
