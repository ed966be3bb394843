import type { Delta, Pulse, Scope, WatchAnswer, WatchProblem } from "../../shared/wire.ts";
import { applyDelta, type View, viewOf } from "./view.ts";

/** The road to the server, as narrow as the store needs it. */
export interface Transport {
  /** Asks for a scope; the answer may never come when the road is cut: null then. */
  watch(scope: Scope, answer: (result: WatchAnswer | null) => void): void;
  unwatch(scope: Scope): void;
  /** Tries at once to connect, if it is not, instead of when its pause is over. */
  connectNow(): void;
  listen(events: {
    readonly delta: (delta: Delta) => void;
    readonly pulse: (pulse: Pulse) => void;
    readonly connected: () => void;
    readonly lost: () => void;
    /** The server answers, and does not let this browser in. */
    readonly refused: () => void;
  }): void;
}

/** What is known of one scope: its view, or why there is none. */
export interface ScopeState {
  readonly view: View | null;
  readonly problem: WatchProblem | null;
}

/** The state of the line. Times are on the browser's monotonic clock, in ms. */
export interface Line {
  readonly connected: boolean;
  /** Since when the line is cut; null while it is not, and before it first stood. */
  readonly lostAt: number | null;
  readonly pulse: Pulse | null;
  readonly pulseAt: number;
  /** How often the line was made: whatever was fetched under a lower count is fetched again. */
  readonly connections: number;
  /** The server did not let this browser in. */
  readonly refused: boolean;
}

export interface Live {
  scope(scope: Scope): ScopeState;
  line(): Line;
  /** Watches a scope until the returned function is called; watchers are counted. */
  watch(scope: Scope, changed: () => void): () => void;
  onLine(changed: () => void): () => void;
  /** The server is known to be there: the line need not wait until it tries again by itself. */
  connectNow(): void;
}

interface Watched {
  state: ScopeState;
  readonly listeners: Set<() => void>;
  /** Deltas that arrive while a snapshot is under way; null when none is. */
  waiting: Delta[] | null;
  dropAt: unknown;
}

const NOTHING: ScopeState = { view: null, problem: null };
const RETRY_MS = 1000;
const KEEP_MS = 5000;

/**
 * Keeps the views of the watched scopes current: a snapshot, then its deltas in order; after a gap, a new epoch or a
 * cut line a snapshot again. A view outlives its last watcher by five seconds, so that a change of page keeps it.
 */
export function createLive(
  transport: Transport,
  monotonic: () => number,
  later: (run: () => void, ms: number) => unknown,
): Live {
  const scopes = new Map<Scope, Watched>();
  const lineListeners = new Set<() => void>();
  let line: Line = { connected: false, lostAt: null, pulse: null, pulseAt: 0, connections: 0, refused: false };

  const setLine = (next: Partial<Line>): void => {
    line = { ...line, ...next };
    for (const changed of lineListeners) changed();
  };
  const setState = (watched: Watched, state: ScopeState): void => {
    watched.state = state;
    for (const changed of watched.listeners) changed();
  };

  function fetchSnapshot(scope: Scope, watched: Watched): void {
    if (!line.connected || watched.waiting !== null) return;
    const waiting: Delta[] = [];
    watched.waiting = waiting;
    transport.watch(scope, (result) => {
      if (watched.waiting !== waiting || scopes.get(scope) !== watched) return;
      watched.waiting = null;
      if (result === null || ("problem" in result && result.problem === "not-ready")) {
        if (result !== null) setState(watched, { view: watched.state.view, problem: "not-ready" });
        later(() => scopes.get(scope) === watched && fetchSnapshot(scope, watched), RETRY_MS);
      } else if ("problem" in result) {
        setState(watched, { view: null, problem: result.problem });
      } else {
        setState(watched, { view: viewOf(result.snapshot), problem: null });
        for (const delta of waiting) take(delta);
      }
    });
  }

  const beat = (pulse: Pulse): void => setLine({ pulse, pulseAt: monotonic() });

  function take(delta: Delta): void {
    const watched = scopes.get(delta.scope);
    if (watched === undefined) return;
    if (watched.waiting !== null) {
      watched.waiting.push(delta);
      return;
    }
    if (watched.state.view === null) return;
    const step = applyDelta(watched.state.view, delta);
    if (step.kind === "applied") setState(watched, { view: step.view, problem: null });
    if (step.kind === "gap") fetchSnapshot(delta.scope, watched);
  }

  transport.listen({
    delta(delta) {
      if (delta.pulse !== undefined) beat(delta.pulse);
      take(delta);
    },
    pulse: beat,
    connected: () => {
      setLine({ connected: true, lostAt: null, connections: line.connections + 1, refused: false });
      for (const [scope, watched] of scopes) {
        watched.waiting = null;
        fetchSnapshot(scope, watched);
      }
    },
    lost: () => setLine({ connected: false, lostAt: line.lostAt ?? monotonic() }),
    refused: () => setLine({ connected: false, lostAt: null, refused: true }),
  });

  return {
    connectNow: () => transport.connectNow(),
    scope: (scope) => scopes.get(scope)?.state ?? NOTHING,
    line: () => line,
    watch(scope, changed) {
      let watched = scopes.get(scope);
      if (watched === undefined) {
        watched = { state: NOTHING, listeners: new Set(), waiting: null, dropAt: null };
        scopes.set(scope, watched);
        fetchSnapshot(scope, watched);
      }
      const mine = watched;
      mine.listeners.add(changed);
      return () => {
        mine.listeners.delete(changed);
        const mark = {};
        mine.dropAt = mark;
        later(() => {
          if (mine.dropAt !== mark || mine.listeners.size > 0 || scopes.get(scope) !== mine) return;
          scopes.delete(scope);
          if (line.connected) transport.unwatch(scope);
        }, KEEP_MS);
      };
    },
    onLine(changed) {
      lineListeners.add(changed);
      return () => lineListeners.delete(changed);
    },
  };
}
