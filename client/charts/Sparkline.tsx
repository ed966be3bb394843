import { memo } from "react";

/** One point of a sparkline: null is a gap. */
export interface SparkPoint {
  readonly at: number;
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
}

const WIDTH = 100;
const HEIGHT = 40;
/** Where zero stands: the mark of a last point there is still whole. */
const FLOOR = 35;

function scaleOf(points: readonly SparkPoint[]): (value: number) => number {
  let high = 0;
  for (const { value, high: band } of points) high = Math.max(high, value ?? 0, band ?? 0);
  return (value) => FLOOR - (high === 0 ? 0 : (value / high) * (FLOOR - 2));
}

/** A small curve over its usual band, the last known point marked. It says nothing to a screen reader but `label`. */
export const Sparkline = memo(function Sparkline({ points, label }: { points: readonly SparkPoint[]; label: string }) {
  const first = points[0]?.at ?? 0;
  const span = Math.max(1, (points.at(-1)?.at ?? 1) - first);
  const x = (at: number): number => ((at - first) / span) * WIDTH;
  const y = scaleOf(points);
  const banded = points.filter((point) => point.low != null && point.high != null);
  const band = [
    ...banded.map((point) => `${x(point.at).toFixed(2)},${y(point.high as number).toFixed(2)}`),
    ...[...banded].reverse().map((point) => `${x(point.at).toFixed(2)},${y(point.low as number).toFixed(2)}`),
  ].join(" ");
  let path = "";
  let pen = "M";
  let last: SparkPoint | null = null;
  for (const point of points) {
    if (point.value === null) {
      pen = "M";
      continue;
    }
    path += `${pen}${x(point.at).toFixed(2)} ${y(point.value).toFixed(2)}`;
    pen = "L";
    last = point;
  }
  return (
    <div className="spark" role="img" aria-label={label}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {band !== "" && <polygon className="spark__band" points={band} />}
        {last !== null && band === "" && (
          <path className="spark__rest" d={`M${x(last.at).toFixed(2)} ${FLOOR}H${WIDTH}`} />
        )}
        <path className="spark__line" d={path} />
      </svg>
      {last?.value != null && (
        <span
          className="spark__now"
          style={{ left: `clamp(0.45rem, ${x(last.at)}%, 100% - 0.45rem)`, top: `${(y(last.value) / HEIGHT) * 100}%` }}
          aria-hidden="true"
        />
      )}
    </div>
  );
});
