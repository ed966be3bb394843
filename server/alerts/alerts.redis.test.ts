import { describe, expect, it } from "vitest";
import type { Alert, Explanation } from "../../shared/alerts.ts";
import { DAY_MS } from "../../shared/time.ts";
import { alertStore } from "../redis/alertStore.ts";
import { ruleStore } from "../redis/alertStoreRules.ts";
import { command, RedisNodes } from "../redis/connection.ts";
import { explanationStore } from "../redis/explanationStore.ts";
import { ALERT_LEASE_KEY } from "../redis/keys.ts";
import { webhookStore } from "../redis/webhookStore.ts";
import { withRedis } from "../testing/redis.ts";
import { Explanations } from "./explanations.ts";
import { AlertLeaseLostError } from "./ports.ts";

const NOW = Date.parse("2026-11-23T10:00:00+05:00");
const BY = { role: "manager" };

function alert(raised: number, change: Partial<Alert> = {}): Alert {
  const id = `KZ-71-01~longest-wait~${raised.toString(36)}`;
  const where = { office: "KZ-71-01", region: "KZ-71", kind: "longest-wait" } as const;
  return {
    id,
    ...where,
    since: raised - 1,
    raised,
    value: 40,
    threshold: 30,
    peak: 40,
    cleared: null,
    end: null,
    ...change,
  };
}

function delivery(id: string) {
  const common = { place: "KZ-71", event: "alert.raised", about: "", body: "{}", made: NOW, next: NOW } as const;
  return { id, ...common, attempts: 0, state: "waiting", status: null, error: null } as const;
}

async function withNodes(body: (nodes: RedisNodes) => Promise<void>): Promise<void> {
  await withRedis(async ({ url }) => {
    const nodes = new RedisNodes([url]);
    await body(nodes);
    await nodes.close();
  });
}

describe("alerts in the store", () => {
  it("are raised by one process at a time, and one that lost its lease writes nothing, not even a message", () =>
    withNodes(async (nodes) => {
      const [one, other] = [alertStore(nodes), alertStore(nodes)];
      expect(await one.acquire()).toBe(true);
      expect(await other.acquire()).toBe(false);
      const raised = alert(NOW);
      const state = { phase: "raised", since: NOW - 1, raised: NOW, peak: 40 } as const;
      const states = new Map([["KZ-71-01|longest-wait", state]]);
      await one.write({ now: NOW, states, alerts: [raised], deliveries: [delivery("first")] });
      await command(await nodes.at(0), ["DEL", ALERT_LEASE_KEY]);
      expect(await other.acquire()).toBe(true);
      const over = { ...raised, cleared: NOW + 5, end: "below" } as const;
      const late = one.write({ now: NOW + 5, states: new Map(), alerts: [over], deliveries: [delivery("second")] });
      await expect(late).rejects.toThrow(AlertLeaseLostError);
      expect(await other.load()).toEqual({ states, looked: NOW });
      expect(await other.open()).toEqual([raised]);
      expect((await webhookStore(nodes).of("KZ-71", 10)).map(({ id }) => id)).toEqual(["first"]);
      await other.write({
        now: NOW + 9,
        states: new Map([["KZ-71-01|longest-wait", { phase: "quiet" }]]),
        alerts: [over],
        deliveries: [],
      });
      expect(await other.open()).toEqual([]);
      expect((await other.load()).states.size).toBe(0);
      expect(await other.one(raised.id)).toEqual(over);
    }));

  it("are found by when they were raised", () =>
    withNodes(async (nodes) => {
      const store = alertStore(nodes);
      await store.acquire();
      const alerts = [0, 1, 40, 41].map((day) => alert(NOW - day * DAY_MS));
      await store.write({ now: NOW, states: new Map(), alerts, deliveries: [] });
      const ids = async (from: number, to: number) =>
        (await store.raisedBetween(from, to)).map(({ raised }) => raised).sort();
      expect(await ids(NOW - DAY_MS, NOW)).toEqual([NOW - DAY_MS]);
      expect(await ids(NOW - 60 * DAY_MS, NOW + 1)).toEqual(alerts.map(({ raised }) => raised).sort());
      expect(await store.one("no~such~alert")).toBeNull();
    }));
});

describe("explanations in the store", () => {
  const parts = (nodes: RedisNodes, clock: { now(): number }) => {
    let next = 0;
    const store = explanationStore(nodes, clock);
    const explanations = new Explanations({
      store,
      clock,
      regionOf: (office) => office.slice(0, 5),
      newId: () => `said-${next++}`,
      tell: ({ id }) => [delivery(`of ${id}`)],
    });
    return { store, explanations };
  };
  const about = { region: "KZ-71", office: "KZ-71-01", kind: null, alert: null };
  const text = { cause: "repair", words: "", action: "", from: NOW, until: NOW + 3_600_000 } as const;

  it("keep what was said before, may be taken back, and are told of once", () =>
    withNodes(async (nodes) => {
      const { explanations, store } = parts(nodes, { now: () => NOW });
      const first = await explanations.say(about, text, BY);
      const second = (await explanations.change(first.id, { ...text, cause: "power-cut" }, BY)) as Explanation;
      expect(second.earlier.map(({ cause }) => cause)).toEqual(["repair"]);
      const third = (await explanations.withdraw(first.id)) as Explanation;
      expect(third.withdrawn).toBe(NOW);
      expect(await store.one(first.id)).toEqual(third);
      expect(await explanations.withdraw("nothing")).toBeNull();
      expect(await webhookStore(nodes).one(`of ${first.id}`)).not.toBeNull();
    }));

  it("do not overwrite each other: who was slower tries again on what stands", () =>
    withNodes(async (nodes) => {
      const { explanations } = parts(nodes, { now: () => NOW });
      const { id } = await explanations.say(about, text, BY);
      await Promise.all(["one", "two", "three"].map((words) => explanations.change(id, { ...text, words }, BY)));
      const after = (await explanations.one(id)) as Explanation;
      expect(new Set([after.words, ...after.earlier.map(({ words }) => words)])).toEqual(
        new Set(["", "one", "two", "three"]),
      );
    }));

  it("are read by place and period, those of the whole region with the office's, and go after thirteen months", () =>
    withNodes(async (nodes) => {
      let now = NOW;
      const { explanations, store } = parts(nodes, { now: () => now });
      await explanations.say(about, text, BY);
      await explanations.say({ ...about, office: null }, { ...text, from: NOW + 1 }, BY);
      await explanations.say({ ...about, region: "KZ-43", office: "KZ-43-04" }, { ...text, from: NOW + 2 }, BY);
      const ids = async (place: object, from = NOW, to = NOW + DAY_MS) =>
        (await explanations.explanationsOf(place, from, to)).map(({ id }) => id);
      expect(await ids({})).toEqual(["said-0", "said-1", "said-2"]);
      expect(await ids({ region: "KZ-71" })).toEqual(["said-0", "said-1"]);
      expect(await ids({ office: "KZ-71-02" })).toEqual(["said-1"]);
      expect(await ids({ office: "KZ-71-01" })).toEqual(["said-0", "said-1"]);
      expect(await ids({}, NOW + 3_600_000)).toEqual([]);
      expect(await ids({}, NOW - DAY_MS, NOW)).toEqual([]);
      now += 401 * DAY_MS;
      await explanations.say(about, { ...text, until: now + 1 }, BY);
      expect((await store.until(0)).map(({ id }) => id)).toEqual(["said-3"]);
    }));
});

it("settings of rules are kept with who changed them from what", () =>
  withNodes(async (nodes) => {
    const store = ruleStore(nodes);
    const setting = { on: true, raise: 3, clear: 2, minutes: 5 };
    const change = { place: "KZ-71", kind: "longest-wait", before: null, after: setting, at: NOW, by: BY } as const;
    await store.put(change, setting);
    expect(await store.all()).toEqual([{ ...setting, place: "KZ-71", kind: "longest-wait", at: NOW, by: BY }]);
    const back = { ...change, before: setting, after: null };
    await store.put(back, null);
    expect(await store.all()).toEqual([]);
    expect(await store.changes()).toEqual([back, change]);
  }));
