/** What decides how long a ticket issued now will wait. */
export interface QueueState {
  readonly queue: string;
  /** Tickets that will be called before it. */
  readonly ahead: number;
  /** Desks at work, busy or free. */
  readonly desks: number;
  readonly free: number;
  /** How long the desks have lately taken for a ticket, ms; null: nobody was served yet. */
  readonly service: number | null;
}

/** How crowded it is: a desk is free, at most one, at most three tickets a desk ahead, more. */
export type Crowd = "free" | "short" | "middle" | "long";

/** What the queue alone lets expect: ms, 0 where a desk is free. */
export interface BaseWait {
  readonly crowd: Crowd;
  readonly ms: number;
}

/** A predicted wait, ms. */
export interface WaitRange {
  readonly low: number;
  readonly expected: number;
  readonly high: number;
}

/** Where the lowest, the middle and the highest of a group of past waits lie. */
export interface Spread extends WaitRange {
  readonly n: number;
}

/** How past waits turned out, by `queue|crowd` and by `crowd`: as ms where a desk was free, else as multiples of the base. */
export type WaitSpreads = ReadonlyMap<string, Spread>;

/** A group of fewer past waits than this says nothing. */
const LEAST_WAITS = 40;
/** Squared coefficient of variation of the time a desk needs, until past waits say more. */
const SERVICE_SCATTER = 0.6;
/** A ticket is called within so many ms when a desk is free, until past waits say more. */
const AT_ONCE: WaitRange = { low: 0, expected: 15_000, high: 60_000 };
const Z = 1.2816;

/**
 * The wait that the queue alone lets expect: each of the tickets ahead takes the next desk that comes free (the
 * queue-length estimate of Ibrahim & Whitt 2009, "Real-time delay estimation based on delay history"). Null when nobody
 * is at a desk, or nobody was served yet.
 */
export function baseWait({ ahead, desks, free, service }: QueueState): BaseWait | null {
  if (desks <= 0 || service === null) return null;
  const steps = ahead + 1 - free;
  if (steps <= 0) return { crowd: "free", ms: 0 };
  const crowd = steps <= desks ? "short" : steps <= 3 * desks ? "middle" : "long";
  return { crowd, ms: (steps * service) / desks };
}

/** Quantiles of a gamma distribution with this mean and squared coefficient of variation (Wilson & Hilferty 1931). */
function gammaRange(mean: number, scatter: number): WaitRange {
  const at = (z: number) => mean * Math.max(0, 1 - scatter / 9 + z * Math.sqrt(scatter / 9)) ** 3;
  return { low: at(-Z), expected: at(0), high: at(Z) };
}

/**
 * The range that eight of ten such waits lie in: the base, stretched as the office's own past waits in a like crowd were
 * (the quantiles of past errors: split conformal prediction, Vovk et al. 2005). Without enough of them, as long as the
 * service times' scatter alone would let it be.
 */
export function waitRange(state: QueueState, spreads: WaitSpreads): WaitRange | null {
  const base = baseWait(state);
  if (base === null) return null;
  const spread = spreads.get(`${state.queue}|${base.crowd}`) ?? spreads.get(base.crowd);
  const unit = base.crowd === "free" ? 1 : base.ms;
  if (spread !== undefined)
    return { low: spread.low * unit, expected: spread.expected * unit, high: spread.high * unit };
  if (base.crowd === "free") return AT_ONCE;
  return gammaRange(base.ms, SERVICE_SCATTER / Math.max(1, state.ahead + 1 - state.free));
}

/** A past wait beside what the queue let expect when its ticket was issued. */
export interface PastWait {
  readonly state: QueueState;
  readonly base: BaseWait;
  readonly waited: number;
}

function spreadOf(values: number[]): Spread {
  values.sort((a, b) => a - b);
  const n = values.length;
  const rank = (share: number) => values[Math.min(n - 1, Math.max(0, Math.ceil(share * (n + 1)) - 1))] as number;
  return { n, low: rank(0.1), expected: rank(0.5), high: rank(0.9) };
}

/** How past waits turned out, group by group; a group of too few is left out. */
export function waitSpreads(past: Iterable<PastWait>): WaitSpreads {
  const groups = new Map<string, number[]>();
  for (const { state, base, waited } of past) {
    const value = base.crowd === "free" ? waited : waited / base.ms;
    for (const key of [`${state.queue}|${base.crowd}`, base.crowd]) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else group.push(value);
    }
  }
  const found = new Map<string, Spread>();
  for (const [key, values] of groups) if (values.length >= LEAST_WAITS) found.set(key, spreadOf(values));
  return found;
}
