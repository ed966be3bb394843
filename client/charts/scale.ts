/** A point of a chart in px. */
export type Spot = readonly [x: number, y: number];

const STEPS = [1, 2, 2.5, 5, 10];

/** Round whole numbers from 0 to at least `most`, in at most `parts` equal steps. */
export function roundTicks(most: number, parts: number): readonly number[] {
  const raw = Math.max(most / parts, 1);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = STEPS.map((of) => of * power).find((of) => of >= raw && Number.isInteger(of)) ?? 10 * power;
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, at) => at * step);
}

/** How steep the curve is at each point: nowhere so steep that it would swing beyond its neighbours. */
function slopes(spots: readonly Spot[]): readonly number[] {
  const rises = spots.slice(1).map(([x, y], at) => {
    const [x0, y0] = spots[at] as Spot;
    return (y - y0) / (x - x0 || 1);
  });
  return spots.map((_, at) => {
    const before = rises[at - 1];
    const after = rises[at];
    if (before === undefined || after === undefined) return before ?? after ?? 0;
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
  });
}

/** A smooth curve through all points that rises and falls only where they do (SVG path, begun by `pen`). */
export function smoothPath(spots: readonly Spot[], pen: "M" | "L" = "M"): string {
  const steep = slopes(spots);
  return spots
    .map(([x, y], at) => {
      const last = spots[at - 1];
      if (last === undefined) return `${pen}${x.toFixed(1)} ${y.toFixed(1)}`;
      const third = (x - last[0]) / 3;
      const leaves = last[1] + (steep[at - 1] ?? 0) * third;
      const arrives = y - (steep[at] ?? 0) * third;
      const bends = [last[0] + third, leaves, x - third, arrives, x, y].map((value) => value.toFixed(1));
      return `C${bends.join(" ")}`;
    })
    .join("");
}

/** The room between two curves over the same points (SVG path); nothing of fewer than two. */
export function bandPath(low: readonly Spot[], high: readonly Spot[]): string {
  return low.length < 2 ? "" : `${smoothPath(high)}${smoothPath([...low].reverse(), "L")}Z`;
}
