import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from "react";
import { DICTIONARY, type FigureId } from "../../shared/dictionary.ts";
import { formatDay } from "../../shared/time.ts";
import type { Scope } from "../../shared/wire.ts";
import type { AheadPoint } from "../charts/DayCurve.tsx";
import { useWords } from "../settings.ts";
import { useRows, useThrottled } from "../store/hooks.ts";
import { type Course, dayCourse, useUsual } from "../store/usual.ts";
import { Choice } from "./Choice.tsx";
import { Panel } from "./Panel.tsx";
import { useRem } from "./rem.ts";
import { useDayOf, useQuarter, useUsualName } from "./ViewKpis.tsx";

const DayCurve = lazy(() => import("../charts/DayCurve.tsx"));

const CHOICES = ["accepted", "ticketsIssued", "served", "rejected", "left"] as const satisfies readonly (Course &
  FigureId)[];

/** How the day will go on, for those of its courses that are forecast. */
export interface Outlook {
  readonly name: string;
  /** A sentence under the head. */
  readonly line: ReactNode;
  of(course: Course): { readonly ahead: readonly AheadPoint[]; readonly legend: ReactNode } | null;
}

const NOTHING_AHEAD: readonly AheadPoint[] = [];

/** The day in quarters of an hour against what is usual on its weekday; and how it will go on where that is forecast. */
export function DayPanel({ scope, outlook = null }: { scope: Scope; outlook?: Outlook | null }) {
  const { words, format, language } = useWords();
  const [course, setCourse] = useState<(typeof CHOICES)[number]>("accepted");
  const { day, zone } = useDayOf(scope);
  const usual = useUsual(scope, day === null ? null : formatDay(day));
  const quarters = useThrottled(useRows(scope, "quarter"), 1000);
  const { quarter } = useQuarter(zone);
  const rem = useRem();
  const points = useMemo(() => dayCourse(quarters, course, usual, quarter), [quarters, course, usual, quarter]);
  const usualName = useUsualName(day);
  const writeTime = useCallback((at: number) => format.quarter(at), [format]);
  const writeValue = useCallback((value: number) => format.count(value), [format]);
  const coming = useMemo(() => outlook?.of(course) ?? null, [outlook, course]);
  const ahead = coming?.ahead ?? NOTHING_AHEAD;
  const expected = useMemo(() => new Map(ahead.map(([at, , low, high]) => [at, [low, high] as const])), [ahead]);
  const name = DICTIONARY[course].names[language];
  const banded = usual !== null && usual.weekdays > 0;
  return (
    <Panel
      className="panel--day"
      title={
        <>
          <Choice
            label={words.curve.choose}
            value={course}
            options={CHOICES.map((id) => ({ id, name: DICTIONARY[id].names[language] }))}
            choose={setCourse}
          />
          <small>{words.curve.quarter}</small>
        </>
      }
      aside={
        <span className="legend__band" data-known={banded}>
          {banded ? (
            <>
              {usualName}
              <span className="legend__weeks">, {words.curve.from(usual.weekdays, format.count(usual.weekdays))}</span>
            </>
          ) : (
            words.curve.noBand
          )}
          {coming?.legend}
        </span>
      }
    >
      {outlook?.line}
      <div className="curve" role="img" aria-label={`${name} ${words.curve.quarter}`}>
        <Suspense fallback={<div className="skeleton skeleton--fill" />}>
          <DayCurve
            points={points}
            ahead={ahead}
            now={quarter}
            writeTime={writeTime}
            writeValue={writeValue}
            rem={rem}
            nowLabel={words.curve.now}
          />
        </Suspense>
      </div>
      <table className="visuallyHidden">
        <caption>{`${name} ${words.curve.quarter}`}</caption>
        <thead>
          <tr>
            <th scope="col">{words.curve.time}</th>
            <th scope="col">{name}</th>
            <th scope="col">{words.curve.usual}</th>
            {coming !== null && <th scope="col">{outlook?.name}</th>}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.quarter}>
              <th scope="row">{format.quarter(point.quarter)}</th>
              <td>{format.count(point.value)}</td>
              <td>
                {point.low === null ? format.count(null) : `${format.count(point.low)}–${format.count(point.high)}`}
              </td>
              {coming !== null && (
                <td>{expected.has(point.quarter) ? expected.get(point.quarter)?.map(format.count).join("–") : ""}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
