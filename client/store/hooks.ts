import {
  createContext,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { RowKind, Scope, WireRow } from "../../shared/wire.ts";
import { centreNow, type Freshness, freshnessOf } from "./freshness.ts";
import type { Line, Live, ScopeState } from "./live.ts";
import { type Entry, rowsOfKind, sameEntries } from "./rows.ts";
import { inTurn } from "./turns.ts";

/** The store behind all hooks; a test puts its own here. */
export const LiveContext = createContext<Live | null>(null);

function useLive(): Live {
  const live = useContext(LiveContext);
  if (live === null) throw new Error("No live store: put a LiveContext around the tree");
  return live;
}

/** Whoever waits for the first view of a scope is told of it in turn: all at once would draw the whole page in one go. */
function watchInTurn(live: Live, scope: Scope, changed: () => void): () => void {
  const lacking = () => live.scope(scope).view === null;
  let lacked = true;
  const stop = live.watch(scope, () => {
    const first = lacked && !lacking();
    lacked = lacking();
    if (first) inTurn(changed);
    else changed();
  });
  lacked = lacking();
  return stop;
}

/** Makes the line at once, for one who has just heard from the server. */
export function useConnectNow(): () => void {
  return useLive().connectNow;
}

/** Watches a scope as long as the component stands, and selects of it what keeps its identity between versions. */
export function useScope<T>(scope: Scope, select: (state: ScopeState) => T): T {
  const live = useLive();
  const subscribe = useCallback((changed: () => void) => watchInTurn(live, scope, changed), [live, scope]);
  return useSyncExternalStore(subscribe, () => select(live.scope(scope)));
}

/** One row of a scope; undefined when there is none. */
export function useRow(scope: Scope, key: string): WireRow | undefined {
  return useScope(scope, (state) => state.view?.rows[key]);
}

/** All rows of a kind by their id; the same list as before when none of them changed. */
export function useRows(scope: Scope, kind: RowKind): readonly Entry[] {
  const last = useRef<readonly Entry[]>([]);
  return useScope(scope, (state) => {
    const next = state.view === null ? [] : rowsOfKind(state.view.rows, kind);
    if (!sameEntries(last.current, next)) last.current = next;
    return last.current;
  });
}

/** The state of the line to the server. */
export function useLine(): Line {
  const live = useLive();
  return useSyncExternalStore(live.onLine, live.line);
}

function useTicking<T>(read: (line: Line, monotonic: number) => T): T {
  const live = useLive();
  const subscribe = useCallback(
    (changed: () => void) => {
      const timer = setInterval(changed, 250);
      const stop = live.onLine(changed);
      return () => {
        clearInterval(timer);
        stop();
      };
    },
    [live],
  );
  return useSyncExternalStore(subscribe, () => read(live.line(), performance.now()));
}

/** The centre's clock in steps of `step` ms (epoch ms); null before the first pulse. */
export function useNow(step = 1000): number | null {
  return useTicking((line, monotonic) => {
    const now = centreNow(line, monotonic);
    return now === null ? null : Math.floor(now / step) * step;
  });
}

/** How long the line has been cut, in whole seconds; null while it stands. */
export function useSecondsLost(): number | null {
  return useTicking((line, monotonic) =>
    line.lostAt === null ? null : Math.max(0, Math.floor((monotonic - line.lostAt) / 1000)),
  );
}

/** The age of the figures in tenths of a second, as of the last pulse; null before the first. */
export function useAge(): number | null {
  return useTicking((line) =>
    line.pulse === null ? null : Math.max(0, Math.round((line.pulse.now - line.pulse.asOf) / 100)),
  );
}

/** Whether figures may be believed; of live ones the exact age is left out, so that nothing is drawn anew for it. */
export function useFreshness(): Freshness {
  const last = useRef<Freshness>({ state: "waiting", asOf: null });
  return useTicking((line, monotonic) => {
    const { state, asOf } = freshnessOf(line, monotonic);
    const reaches = state === "live" ? null : asOf;
    if (last.current.state !== state || last.current.asOf !== reaches) last.current = { state, asOf: reaches };
    return last.current;
  });
}

/** A value that follows another at most every `ms`, for what is dear to draw. */
export function useThrottled<T>(value: T, ms: number): T {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  const shownAt = useRef(Number.NEGATIVE_INFINITY);
  latest.current = value;
  useEffect(() => {
    if (Object.is(value, shown)) return;
    const wait = shownAt.current + ms - performance.now();
    const timer = setTimeout(
      () => {
        shownAt.current = performance.now();
        startTransition(() => setShown(() => latest.current));
      },
      Math.max(0, wait),
    );
    return () => clearTimeout(timer);
  }, [value, shown, ms]);
  return shown;
}
