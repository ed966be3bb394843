/** Time from one moment up to, and without, another; epoch ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The part of a span that lies within another; null when there is none. */
export function clip({ from, to }: Span, within: Span): Span | null {
  const start = Math.max(from, within.from);
  const end = Math.min(to, within.to);
  return start < end ? { from: start, to: end } : null;
}

/** The same time in order and without overlaps. */
export function unite(spans: Iterable<Span>): Span[] {
  const united: Span[] = [];
  for (const span of [...spans].filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
    const last = united.at(-1);
    if (last === undefined || span.from > last.to) united.push(span);
    else if (span.to > last.to) united[united.length - 1] = { from: last.from, to: span.to };
  }
  return united;
}

/** What of `spans` is not in `taken`; both as `unite` leaves them. */
export function without(spans: readonly Span[], taken: readonly Span[]): Span[] {
  const rest: Span[] = [];
  let at = 0;
  for (const { from, to } of spans) {
    let start = from;
    while (at < taken.length && (taken[at] as Span).to <= start) at += 1;
    for (let next = at; next < taken.length && (taken[next] as Span).from < to; next += 1) {
      const hole = taken[next] as Span;
      if (hole.from > start) rest.push({ from: start, to: hole.from });
      start = Math.max(start, hole.to);
    }
    if (start < to) rest.push({ from: start, to });
  }
  return rest;
}

/** How long the spans last together, ms. */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}
