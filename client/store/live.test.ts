import { beforeEach, describe, expect, test } from "vitest";
import type { Delta, Pulse, Scope, Snapshot, WatchAnswer } from "../../shared/wire.ts";
import { centreNow, freshnessOf } from "./freshness.ts";
import { createLive, type Live, type Transport } from "./live.ts";

type Answer = (result: WatchAnswer | null) => void;
type Events = Parameters<Transport["listen"]>[0];

let asked: { scope: Scope; answer: Answer }[];
let left: Scope[];
let events: Events;
let monotonic: number;
let timers: { at: number; run: () => void }[];
let live: Live;

function pass(ms: number): void {
  monotonic += ms;
  const due = timers.filter(({ at }) => at <= monotonic);
  timers = timers.filter(({ at }) => at > monotonic);
  for (const { run } of due) run();
}

function snapshot(version: number, accepted: number, epoch = "e"): WatchAnswer {
  const base: Omit<Snapshot, "rows"> = {
    wire: 1,
    scope: "country",
    epoch,
    version,
    asOf: 0,
    day: 1,
    zone: "Asia/Almaty",
  };
  return { snapshot: { ...base, rows: { total: [accepted] } } };
}
const delta = (version: number, accepted: number, epoch = "e"): Delta => ({
  scope: "country",
  epoch,
  version,
  asOf: 0,
  patch: { total: [0, accepted] },
});
const accepted = (): unknown => live.scope("country").view?.rows.total?.[0];
const pulse = (now: number, asOf: number): Pulse => ({ now, asOf, clockOffset: 0, history: null });

beforeEach(() => {
  asked = [];
  left = [];
  timers = [];
  monotonic = 0;
  live = createLive(
    {
      watch: (scope, answer) => asked.push({ scope, answer }),
      unwatch: (scope) => left.push(scope),
      connectNow: () => {},
      listen: (given) => {
        events = given;
      },
    },
    () => monotonic,
    (run, ms) => timers.push({ at: monotonic + ms, run }),
  );
});

describe("a watched scope", () => {
  test("takes its snapshot and then its deltas in order", () => {
    let changes = 0;
    live.watch("country", () => {
      changes += 1;
    });
    events.connected();
    asked[0]?.answer(snapshot(1, 10));
    events.delta(delta(2, 11));
    events.delta(delta(3, 12));
    expect(accepted()).toBe(12);
    expect(changes).toBe(3);
  });

  test("asks for a snapshot again after a gap, once, and keeps its figures meanwhile", () => {
    live.watch("country", () => {});
    events.connected();
    asked[0]?.answer(snapshot(1, 10));
    events.delta(delta(3, 12));
    events.delta(delta(4, 13));
    expect(asked).toHaveLength(2);
    expect(accepted()).toBe(10);
    asked[1]?.answer(snapshot(3, 12));
    expect(accepted()).toBe(13);
  });

  test("asks for a snapshot again in a new epoch", () => {
    live.watch("country", () => {});
    events.connected();
    asked[0]?.answer(snapshot(8, 10));
    events.delta(delta(2, 3, "after a restart"));
    asked[1]?.answer(snapshot(2, 3, "after a restart"));
    expect(accepted()).toBe(3);
  });

  test("is fetched anew after every connection", () => {
    live.watch("country", () => {});
    events.connected();
    asked[0]?.answer(snapshot(1, 10));
    events.lost();
    expect(accepted()).toBe(10);
    events.connected();
    asked[1]?.answer(snapshot(40, 50));
    expect(accepted()).toBe(50);
  });

  test("does not take the answer of a line that was cut meanwhile", () => {
    live.watch("country", () => {});
    events.connected();
    events.lost();
    events.connected();
    asked[1]?.answer(snapshot(5, 50));
    asked[0]?.answer(snapshot(1, 10));
    expect(accepted()).toBe(50);
  });

  test("is asked for again when the answer never comes or the centre is not ready", () => {
    live.watch("country", () => {});
    events.connected();
    asked[0]?.answer(null);
    pass(1000);
    asked[1]?.answer({ problem: "not-ready" });
    expect(live.scope("country").problem).toBe("not-ready");
    pass(1000);
    asked[2]?.answer(snapshot(1, 10));
    expect(live.scope("country")).toMatchObject({ problem: null, view: { version: 1 } });
  });

  test("that may not be seen says so", () => {
    live.watch("country", () => {});
    events.connected();
    asked[0]?.answer({ problem: "forbidden" });
    expect(live.scope("country")).toEqual({ view: null, problem: "forbidden" });
  });

  test("outlives its last watcher by five seconds", () => {
    const stop = live.watch("country", () => {});
    events.connected();
    asked[0]?.answer(snapshot(1, 10));
    stop();
    pass(4000);
    const again = live.watch("country", () => {});
    pass(5000);
    expect(accepted()).toBe(10);
    again();
    pass(5000);
    expect(left).toEqual(["country"]);
    expect(live.scope("country").view).toBeNull();
  });
});

describe("freshness", () => {
  test("is live while figures reach within five seconds of the centre's clock, stale behind that", () => {
    expect(freshnessOf(live.line(), monotonic).state).toBe("waiting");
    events.connected();
    events.pulse(pulse(100_000, 99_900));
    expect(freshnessOf(live.line(), monotonic + 1000).state).toBe("live");
    expect(freshnessOf(live.line(), monotonic + 6000)).toEqual({ state: "stale", asOf: 99_900 });
    events.pulse(pulse(110_000, 99_900));
    expect(freshnessOf(live.line(), monotonic).state).toBe("stale");
  });

  test("is lost as soon as the line is cut, and says how far the figures reach", () => {
    events.connected();
    events.pulse(pulse(100_000, 99_900));
    pass(200);
    events.lost();
    expect(freshnessOf(live.line(), monotonic)).toEqual({ state: "lost", asOf: 99_900 });
    expect(live.line().lostAt).toBe(200);
    pass(3000);
    events.lost();
    expect(live.line().lostAt).toBe(200);
  });

  test("the centre's clock is carried on without the browser's own", () => {
    events.connected();
    pass(500);
    events.pulse(pulse(100_000, 99_900));
    expect(centreNow(live.line(), 1700)).toBe(101_200);
  });
});
