import fc from "fast-check";
import { expect, test } from "vitest";
import { baseWait, type PastWait, type QueueState, waitRange, waitSpreads } from "./predictedWait.ts";
import { aheadIn, queueState, recentService } from "./predictedWaitState.ts";

const MINUTE = 60_000;
const state = (over: Partial<QueueState>): QueueState => ({
  queue: "services",
  ahead: 5,
  desks: 3,
  free: 0,
  service: 6 * MINUTE,
  ...over,
});
const NOTHING_LEARNT = new Map();

test("[P5] nobody at a desk, or nobody served yet: the wait is not known", () => {
  expect(waitRange(state({ desks: 0 }), NOTHING_LEARNT)).toBeNull();
  expect(waitRange(state({ service: null }), NOTHING_LEARNT)).toBeNull();
});

test("[P5] each ticket ahead takes the next desk that comes free", () => {
  expect(baseWait(state({}))).toEqual({ crowd: "middle", ms: 12 * MINUTE });
  expect(baseWait(state({ ahead: 0, free: 1 }))).toEqual({ crowd: "free", ms: 0 });
  expect(baseWait(state({ ahead: 0, free: 0 }))).toEqual({ crowd: "short", ms: 2 * MINUTE });
});

test("[P5] a priority ticket passes all others, every other waits for all", () => {
  const waiting = new Map([
    ["services", 7],
    ["priority", 2],
    ["banking", 1],
  ]);
  expect(aheadIn("priority", waiting)).toBe(2);
  expect(aheadIn("services", waiting)).toBe(10);
  expect(queueState("priority", waiting, { atWork: 4, serving: 4 }, MINUTE)).toMatchObject({ ahead: 2, free: 0 });
});

test("[P5] service times are of the last hour, else of the day, else the usual ones", () => {
  const course = (at: number, n: number) => {
    const counts = new Array<number>(96).fill(0);
    const sums = new Array<number>(96).fill(0);
    counts[at] = n;
    sums[at] = n * 4 * MINUTE;
    return { counts, sums };
  };
  expect(recentService(course(40, 5), 42, MINUTE)).toBe(4 * MINUTE);
  expect(recentService(course(36, 5), 60, MINUTE)).toBe(4 * MINUTE);
  expect(recentService(course(40, 4), 42, MINUTE)).toBe(MINUTE);
  expect(recentService(course(40, 4), 42, null)).toBeNull();
});

test("[P6] the range is stretched as the office's own past waits were", () => {
  const past = Array.from({ length: 99 }, (_, at): PastWait => {
    const of = state({});
    const base = baseWait(of);
    if (base === null) throw new Error("no base");
    return { state: of, base, waited: base.ms * (0.5 + (at + 1) / 100) };
  });
  const range = waitRange(state({ ahead: 8 }), waitSpreads(past));
  expect(range?.low).toBeCloseTo(18 * MINUTE * 0.6);
  expect(range?.expected).toBeCloseTo(18 * MINUTE);
  expect(range?.high).toBeCloseTo(18 * MINUTE * 1.4);
});

test("[P6] without enough past waits the range is that of the service times alone, in order and never negative", () => {
  fc.assert(
    fc.property(fc.nat(200), fc.integer({ min: 1, max: 40 }), fc.nat(40), (ahead, desks, free) => {
      const range = waitRange(state({ ahead, desks, free: Math.min(free, desks) }), NOTHING_LEARNT);
      if (range === null) throw new Error("no range");
      expect(range.low).toBeGreaterThanOrEqual(0);
      expect(range.expected).toBeGreaterThanOrEqual(range.low);
      expect(range.high).toBeGreaterThanOrEqual(range.expected);
    }),
    { numRuns: 200 },
  );
});
