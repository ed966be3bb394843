import type { WaitError } from "../../shared/forecast.ts";
import { baseWait, type PastWait, type QueueState, type WaitSpreads, waitRange, waitSpreads } from "./predictedWait.ts";
import type { PastWaits } from "./waitErrorReplay.ts";

/**
 * What past waits teach: how to stretch a prediction, and how far predictions were off: by `queue|crowd`, by `crowd`, and
 * in all (`""`). What was measured while a desk was free says nothing of a full hall.
 */
export interface WaitRecord {
  readonly spreads: WaitSpreads;
  readonly errors: ReadonlyMap<string, WaitError>;
}

/** Days that only teach: the first predictions would know nothing. */
const TEACHING_DAYS = 2;
/** Fewer predictions than this are no measure. */
const LEAST_PREDICTIONS = 20;

/** One prediction of the past against what came, ms. */
interface Outcome {
  readonly day: number;
  readonly off: number;
  readonly within: boolean;
}

/** How far predictions were off that were made in a like crowd; null while too few were. */
export function errorLike({ errors }: WaitRecord, state: QueueState): WaitError | null {
  const base = baseWait(state);
  if (base === null) return null;
  return errors.get(`${state.queue}|${base.crowd}`) ?? errors.get(base.crowd) ?? null;
}

function errorOf(outcomes: readonly Outcome[]): WaitError | null {
  if (outcomes.length < LEAST_PREDICTIONS) return null;
  const sorted = outcomes.map(({ off }) => off).sort((a, b) => a - b);
  return {
    n: outcomes.length,
    days: new Set(outcomes.map(({ day }) => day)).size,
    medianAbsolute: (sorted[Math.floor((sorted.length - 1) / 2)] as number) / 1000,
    coverage: outcomes.filter(({ within }) => within).length / outcomes.length,
  };
}

/**
 * The record of past days: every ticket is predicted again from the days before its own alone, and held against how long
 * it really waited. A function of the stored tickets and of nothing else.
 */
export function waitRecord(days: readonly PastWaits[]): WaitRecord {
  const outcomes = new Map<string, Outcome[]>();
  const seen: PastWait[] = [];
  days.forEach(({ day, waits }, at) => {
    if (at >= TEACHING_DAYS) {
      const spreads = waitSpreads(seen);
      for (const { state, base, waited } of waits) {
        const range = waitRange(state, spreads);
        if (range === null) continue;
        const within = waited >= range.low && waited <= range.high;
        const outcome = { day, off: Math.abs(waited - range.expected), within };
        for (const key of ["", base.crowd, `${state.queue}|${base.crowd}`]) {
          const list = outcomes.get(key);
          if (list === undefined) outcomes.set(key, [outcome]);
          else list.push(outcome);
        }
      }
    }
    seen.push(...waits);
  });
  const errors = new Map<string, WaitError>();
  for (const [queue, of] of outcomes) {
    const error = errorOf(of);
    if (error !== null) errors.set(queue, error);
  }
  return { spreads: waitSpreads(seen), errors };
}
