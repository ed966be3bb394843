import { afterEach, expect, test, vi } from "vitest";
import { loadReference } from "../../server/reference.ts";
import { type CloudEvent, parseInstant } from "../../shared/events.ts";
import { indexReference } from "../../shared/referenceIndex.ts";
import { lineOutages } from "./generator/lineOutage.ts";
import { officeFacts } from "./generator/officeDay.ts";
import type { SimulatorOptions, SimulatorReport } from "./options.ts";
import { runSimulator, type Simulation } from "./runner.ts";
import { type Centre, startCentre } from "./testing/centre.ts";
import { MONDAY, worldOf } from "./testing/country.ts";

const whole = await loadReference("seeds");
const country = indexReference({ ...whole, offices: whole.offices.slice(0, 4) });
const MINUTE = 60_000;
const MORNING = Date.parse("2026-11-23T10:30:00+05:00");

let centre: Centre | undefined;
let simulation: Simulation | undefined;
afterEach(async () => {
  await simulation?.stop();
  await centre?.close();
});

/**
 * Begins a simulation by a clock that stands until `walk` moves it: a step is made when everything due by the one before
 * has been sent, so no machine is too slow for it.
 */
async function begin(start: number, options: Partial<SimulatorOptions> = {}, trouble: number[] = []) {
  let clock = start;
  const now = () => clock;
  const own = await startCentre(now);
  centre = own;
  own.trouble.push(...trouble);
  const reports: SimulatorReport[] = [];
  simulation = runSimulator(
    {
      url: own.url,
      token: "right",
      redisUrl: null,
      index: country,
      seed: "test",
      scale: 1,
      scenario: "ordinary",
      clockOffsetMs: 0,
      historyDays: 0,
      historyRate: 1e6,
      resumeFrom: null,
      ...options,
    },
    { now, report: (message) => reports.push(message), shouldPause: () => false },
  );
  const until = (holds: () => boolean) =>
    vi.waitFor(() => expect(holds()).toBe(true), { timeout: 50_000, interval: 5 });
  const has = (type: SimulatorReport["type"]) => reports.some((report) => report.type === type);
  const walk = async (to: number, step: number) => {
    while (clock < to) {
      clock = Math.min(to, clock + step);
      await until(() => reports.some((report) => report.type === "sent" && report.until === clock));
    }
  };
  return { events: own.events, reports, until, has, walk };
}

function sequencesBySource(events: readonly CloudEvent[]): Map<string, number[]> {
  const sources = new Map<string, number[]>();
  for (const { source, sequence } of events) sources.set(source, [...(sources.get(source) ?? []), Number(sequence)]);
  return sources;
}

const identities = (events: readonly CloudEvent[]) =>
  new Set(events.map((event) => `${event.source} ${event.sequence}`));

test("today so far comes at once: all that has happened in every office whose line is up, and nothing of the future", async () => {
  const { events, until, has } = await begin(MORNING);
  await until(() => has("today-done"));
  const outages = lineOutages(worldOf(country), MONDAY);
  const expected = country.reference.offices.flatMap((office) =>
    officeFacts(worldOf(country), office, MONDAY).filter(
      ({ at }) => at <= MORNING && !(at >= (outages.get(office.id)?.from ?? at + 1)),
    ),
  );
  const told = events.filter((event) => event.type !== "oss.office.heartbeat");
  expect(told.length).toBe(expected.length);
  expect(events.every((event) => parseInstant(event.time) <= MORNING)).toBe(true);
});

test("the day goes on live: every event comes when its time comes, with heartbeats, and no source has holes", async () => {
  const { events, walk, reports } = await begin(MORNING);
  await walk(MORNING + 40 * MINUTE, 2 * MINUTE);
  await simulation?.stop();
  const silent = [...lineOutages(worldOf(country), MONDAY).keys()];
  const live = events.filter((event) => parseInstant(event.time) > MORNING);
  expect(live.length).toBeGreaterThan(100);
  const lateness = live
    .filter((event) => !silent.some((office) => event.source.includes(`/${office}/`)))
    .map((event) => event.arrived - parseInstant(event.time));
  expect(Math.min(...lateness)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...lateness)).toBeLessThan(2 * MINUTE);
  expect(events.some((event) => event.type === "oss.office.heartbeat")).toBe(true);
  for (const [source, sequences] of sequencesBySource(events)) {
    expect(
      sequences.sort((one, other) => one - other),
      source,
    ).toEqual(sequences.map((_, place) => place + 1));
  }
  expect(reports.filter((report) => report.type === "refused")).toEqual([]);
});

test("an office that was cut off is silent, then everything it did comes", async () => {
  const { events, walk } = await begin(Date.parse("2026-11-23T13:00:00+05:00"), { scenario: "office-cut-off" });
  const world = worldOf(country, { name: "office-cut-off" });
  const cities = country.reference.offices.filter((office) => office.kind === "city");
  const outages = lineOutages(world, MONDAY);
  const [office, { from, to }] = [...outages].find(
    ([id, outage]) => cities.some((city) => city.id === id) && outage.to - outage.from === 240 * MINUTE,
  ) ?? ["", { from: 0, to: 0 }];
  const own = () => events.filter((event) => event.source.startsWith(`/offices/${office}/`));
  await walk(to - MINUTE, 15 * MINUTE);
  expect(own().length).toBeGreaterThan(0);
  expect(own().every((event) => parseInstant(event.time) < from)).toBe(true);
  await walk(to + 20 * MINUTE, 10 * MINUTE);
  expect(own().filter((event) => parseInstant(event.time) > from && event.arrived >= to).length).toBeGreaterThan(100);
});

test("history comes behind it, newest day first, whole, and its progress is told", async () => {
  const { events, until, has, reports } = await begin(MORNING, { historyDays: 5 });
  await until(() => has("sent"));
  const dates = events.map((event) => /\/queue\.(\d{4}-\d\d-\d\d)$/.exec(event.source)?.[1]).filter(Boolean);
  const order = [...new Set(dates)];
  expect(order[0]).toBe("2026-11-23");
  expect(order.slice(1)).toEqual([...order.slice(1)].sort().reverse());
  expect(order).toContain("2026-11-19");
  for (const [source, sequences] of sequencesBySource(events)) {
    const known = new Set(sequences);
    expect(Math.max(...known), source).toBe(known.size);
  }
  const progress = reports.flatMap((report) => (report.type === "history" ? [report.progress] : []));
  expect(progress).toEqual([...progress].sort((one, other) => one - other));
  expect(progress.at(-1)).toBe(1);
});

test("a second run on the same day repeats identities and content, and with a resume moment sends only what is new", async () => {
  const first = await begin(MORNING, { historyDays: 2 });
  await first.until(() => first.has("sent"));
  await simulation?.stop();
  await centre?.close();
  const known = identities(first.events);
  const again = await begin(MORNING + MINUTE, { historyDays: 2 });
  await again.until(() => again.has("sent"));
  await simulation?.stop();
  await centre?.close();
  const texts = new Map(first.events.map(({ arrived: _, ...event }) => [event.id, JSON.stringify(event)]));
  const repeated = again.events.filter((event) => texts.has(event.id));
  expect(repeated.length).toBeGreaterThan(known.size * 0.9);
  for (const { arrived: _, ...event } of repeated) expect(JSON.stringify(event)).toBe(texts.get(event.id));
  const resumed = await begin(MORNING + 2 * MINUTE, { historyDays: 2, resumeFrom: MORNING + MINUTE });
  await resumed.until(() => resumed.has("sent"));
  expect(resumed.events.every((event) => parseInstant(event.time) > MORNING + MINUTE - 120 * MINUTE)).toBe(true);
  expect(resumed.events.length).toBeLessThan(known.size / 10);
});

test("when the day turns, the next one is told as its time comes", async () => {
  const { events, walk } = await begin(Date.parse("2026-11-23T23:30:00+05:00"));
  await walk(Date.parse("2026-11-24T10:30:00+05:00"), 30 * MINUTE);
  const next = events.filter((event) => event.source.endsWith("/queue.2026-11-24"));
  expect(next.length).toBeGreaterThan(20);
  const lateness = next.map((event) => event.arrived - parseInstant(event.time));
  expect(Math.min(...lateness)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...lateness)).toBeLessThan(30 * MINUTE);
});

test("a centre that is away or too busy is tried again until it takes everything", async () => {
  const { events, until, has } = await begin(MORNING, {}, [503, 429, 500]);
  await until(() => has("today-done"));
  expect(events.length).toBeGreaterThan(100);
});

test("a wrong token ends the simulation with its reason", async () => {
  const { until, reports } = await begin(MORNING, { token: "wrong" });
  await until(() => reports.some((report) => report.type === "failed" && report.error.includes("401")));
  await simulation?.ended;
});
