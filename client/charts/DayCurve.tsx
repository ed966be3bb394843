import { memo, useId } from "react";
import { Hatch } from "./Hatch.tsx";
import { bandPath, roundTicks, type Spot, smoothPath } from "./scale.ts";
import { useSize } from "./useSize.ts";

/** One quarter of an hour of the day. */
export interface CurvePoint {
  readonly quarter: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A quarter to come: what is expected, and the band of eight of ten. */
export type AheadPoint = readonly [quarter: number, expected: number, low: number, high: number];

export interface DayCurveProps {
  readonly points: readonly CurvePoint[];
  /** The rest of the day; none where it is not forecast. */
  readonly ahead: readonly AheadPoint[];
  /** The running quarter, drawn in the colour of now; null marks none. */
  readonly now: number | null;
  readonly writeTime: (quarter: number) => string;
  readonly writeValue: (value: number) => string;
  /** Size of the root's type in px: the chart grows with the screen. */
  readonly rem: number;
  readonly nowLabel: string;
}

/** What part of its quarter a bar fills. */
const FILLED = 0.56;

function hoursOf(first: number, last: number, width: number, rem: number): readonly number[] {
  const hours = (last - first) / 4;
  const roomy = hours > 14 ? 12 : hours > 7 ? 8 : 4;
  const from = Math.ceil(first / 4) * 4;
  const fits = Math.max(1, Math.floor(width / (rem * 3.4)));
  const step = Math.max(roomy, Math.ceil((last - from + 1) / 4 / fits) * 4);
  return Array.from({ length: Math.floor((last + 1 - from) / step) + 1 }, (_, at) => from + at * step);
}

function Chart({
  points,
  ahead,
  now,
  writeTime,
  writeValue,
  rem,
  nowLabel,
  width,
  height,
}: DayCurveProps & { readonly width: number; readonly height: number }) {
  const hatch = useId().replaceAll(/[^a-z0-9]/gi, "");
  const first = points[0]?.quarter ?? ahead[0]?.[0] ?? 36;
  const last = Math.max(points.at(-1)?.quarter ?? 80, ahead.at(-1)?.[0] ?? 0);
  const [left, right, top, bottom] = [rem * 4.1, width - rem * 0.3, rem * 1.7, height - rem * 1.7];
  const highest = Math.max(
    0,
    ...points.map(({ value, high }) => Math.max(value ?? 0, high ?? 0)),
    ...ahead.map(([, , , high]) => high),
  );
  const ticks = roundTicks(highest, 3);
  const slot = (right - left) / (last - first + 1);
  const x = (quarter: number): number => left + (quarter - first + 0.5) * slot;
  const y = (value: number): number => bottom - (value / (ticks.at(-1) ?? 1)) * (bottom - top);
  const usual = points.flatMap(({ quarter, low, high }) =>
    low === null || high === null ? [] : [{ quarter, low, high }],
  );
  const band = bandPath(
    usual.map(({ quarter, low }): Spot => [x(quarter), y(low)]),
    usual.map(({ quarter, high }): Spot => [x(quarter), y(high)]),
  );
  const coming = bandPath(
    ahead.map(([quarter, , low]): Spot => [x(quarter), y(low)]),
    ahead.map(([quarter, , , high]): Spot => [x(quarter), y(high)]),
  );
  const bar = slot * FILLED;
  return (
    <svg width={width} height={height} aria-hidden="true">
      <defs>
        <Hatch id={hatch} />
      </defs>
      {ticks.map((value) => (
        <g key={value}>
          <line className="curve__grid" x1={left} x2={right} y1={y(value)} y2={y(value)} />
          <text className="curve__text" x={left - rem * 0.4} y={y(value)} dy="0.35em" textAnchor="end">
            {writeValue(value)}
          </text>
        </g>
      ))}
      {hoursOf(first, last, right - left, rem).map((quarter) => (
        <text key={quarter} className="curve__text" x={x(quarter)} y={height - rem * 0.45} textAnchor="middle">
          {writeTime(quarter)}
        </text>
      ))}
      {band !== "" && <path className="curve__band" d={band} />}
      {coming !== "" && <path className="curve__ahead" d={coming} fill={`url(#${hatch})`} />}
      {ahead.length > 1 && (
        <path
          className="curve__expected"
          d={smoothPath(ahead.map(([quarter, expected]): Spot => [x(quarter), y(expected)]))}
        />
      )}
      {points.map(
        ({ quarter, value }) =>
          value !== null &&
          value > 0 && (
            <rect
              key={quarter}
              className={quarter === now ? "curve__bar curve__bar--now" : "curve__bar"}
              x={x(quarter) - bar / 2}
              y={y(value)}
              width={bar}
              height={Math.max(0, bottom - y(value))}
              rx={Math.min(bar / 4, 3)}
            />
          ),
      )}
      {now !== null && now >= first && now <= last && (
        <text className="curve__nowLabel" x={x(now)} y={top - rem * 0.45} textAnchor="middle">
          {nowLabel}
        </text>
      )}
    </svg>
  );
}

/** The day in quarters: bars of what was measured over the band of what is usual, and the rest of it as forecast. */
function DayCurve(props: DayCurveProps) {
  const [place, size] = useSize<HTMLDivElement>();
  return <div ref={place}>{size !== null && size.width > 0 && <Chart {...props} {...size} />}</div>;
}

export default memo(DayCurve);
