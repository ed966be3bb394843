import { memo, useId, useMemo } from "react";
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from "recharts";
import { Hatch } from "./Hatch.tsx";

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

interface BarShape {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly payload?: { readonly quarter: number };
}

/** The day in quarters: bars of what was measured over the band of what is usual, and the rest of it as forecast. */
function DayCurve({ points, ahead, now, writeTime, writeValue, rem, nowLabel }: DayCurveProps) {
  const hatch = useId().replaceAll(/[^a-z0-9]/gi, "");
  const data = useMemo(() => {
    const coming = new Map(ahead.map(([quarter, expected, low, high]) => [quarter, { expected, ahead: [low, high] }]));
    const known = points.map(({ quarter, value, low, high }) => ({
      quarter,
      value,
      band: low === null || high === null ? null : ([low, high] as const),
      ...coming.get(quarter),
    }));
    const end = known.at(-1)?.quarter ?? 0;
    const beyond = [...coming].filter(([quarter]) => quarter > end);
    return [...known, ...beyond.map(([quarter, of]) => ({ quarter, value: null, band: null, ...of }))];
  }, [points, ahead]);
  const first = data[0]?.quarter ?? 36;
  const last = data.at(-1)?.quarter ?? 80;
  const ticks = useMemo(() => {
    const hours = (last - first) / 4;
    const step = hours > 14 ? 12 : hours > 7 ? 8 : 4;
    const from = Math.ceil(first / 4) * 4;
    return Array.from({ length: Math.floor((last + 1 - from) / step) + 1 }, (_, at) => from + at * step);
  }, [first, last]);
  const bar = ({ x = 0, y = 0, width = 0, height = 0, payload }: BarShape) => (
    <rect
      className={payload?.quarter === now ? "curve__bar curve__bar--now" : "curve__bar"}
      x={x}
      y={y}
      width={width}
      height={Math.max(0, height)}
      rx={Math.min(width / 4, 3)}
    />
  );
  return (
    <ResponsiveContainer width="100%" height="100%" debounce={80}>
      <ComposedChart
        data={data}
        margin={{ top: rem * 1.7, right: rem * 0.3, bottom: 0, left: 0 }}
        barCategoryGap="22%"
        accessibilityLayer={false}
      >
        <defs>
          <Hatch id={hatch} />
        </defs>
        <CartesianGrid vertical={false} stroke="var(--gridline)" />
        <XAxis
          dataKey="quarter"
          type="number"
          domain={[first - 0.5, last + 0.5]}
          ticks={ticks}
          tickFormatter={writeTime}
          height={rem * 1.7}
          tickMargin={rem * 0.35}
          axisLine={false}
          tickLine={false}
          allowDataOverflow
        />
        <YAxis
          width={rem * 4.1}
          tickCount={4}
          allowDecimals={false}
          axisLine={false}
          tickLine={false}
          tickMargin={rem * 0.4}
          tickFormatter={writeValue}
          domain={[0, "auto"]}
        />
        <Area
          dataKey="band"
          type="monotone"
          className="curve__band"
          stroke="none"
          isAnimationActive={false}
          activeDot={false}
          connectNulls
        />
        <Area
          dataKey="ahead"
          type="monotone"
          className="curve__ahead"
          stroke="none"
          fill={`url(#${hatch})`}
          isAnimationActive={false}
          activeDot={false}
        />
        <Line
          dataKey="expected"
          type="monotone"
          className="curve__expected"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
        <Bar dataKey="value" shape={bar} isAnimationActive={false} />
        {now !== null && now >= first && now <= last && (
          <ReferenceLine
            x={now}
            className="curve__now"
            label={{ value: nowLabel, position: "top", className: "curve__nowLabel" }}
          />
        )}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

export default memo(DayCurve);
