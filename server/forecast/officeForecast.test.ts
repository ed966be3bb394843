import { beforeAll, expect, test } from "vitest";
import { indexReference, type ReferenceIndex } from "../../shared/referenceIndex.ts";
import { parseDay } from "../../shared/time.ts";
import { dayPattern, type PastDay } from "../core/forecastPattern.ts";
import { AT, emptyRow } from "../core/row.ts";
import { LiveOffice } from "../live/liveOffice.ts";
import { loadReference } from "../reference.ts";
import { officeForecast } from "./officeForecast.ts";
import type { OfficePast } from "./officePast.ts";
import { Pasts } from "./pasts.ts";

const MONDAY = parseDay("2026-11-23") as number;
const at = (clock: string) => Date.parse(`2026-11-23T${clock}:00+05:00`);
let index: ReferenceIndex;
let live: LiveOffice;

/** Eight Mondays with ten tickets in each quarter from 9 to 20 h. */
const mondays = Array.from(
  { length: 8 },
  (_, week): PastDay => ({
    day: MONDAY - 7 * (week + 1),
    counts: Array.from({ length: 96 }, (_, quarter) => (quarter >= 36 && quarter < 80 ? 10 : 0)),
  }),
);
const past = (over: Partial<OfficePast> = {}): OfficePast => ({
  day: MONDAY,
  tickets: dayPattern(mondays, MONDAY),
  accepted: dayPattern(mondays, MONDAY),
  ticketsError: null,
  waits: { spreads: new Map(), errors: new Map() },
  service: 360_000,
  ticketTime: 480_000,
  ...over,
});

beforeAll(async () => {
  index = indexReference(await loadReference("seeds"));
  live = new LiveOffice(index.offices.get("KZ-71-01") as LiveOffice["office"]);
  live.begin(MONDAY);
  const row = emptyRow();
  row.counts[AT.ticketsIssued] = 220;
  row.counts[AT.accepted] = 200;
  live.row = row;
  live.lastEvent = at("14:30");
  live.people.set("01", { signedInSince: at("09:00"), pausedSince: 0, pausedFor: "", desk: "1", role: "operator" });
  live.people.set("02", { signedInSince: at("09:00"), pausedSince: 0, pausedFor: "", desk: "2", role: "operator" });
  live.people.set("03", { signedInSince: at("09:00"), pausedSince: 0, pausedFor: "", desk: "", role: "consultant" });
  live.tickets.set("A-1", {
    state: "serving",
    queue: "services",
    since: at("14:20"),
    operator: "01",
    desk: "1",
    pausedFor: "",
    pausedSince: 0,
  });
  for (const ticket of ["A-2", "A-3", "A-4"])
    live.tickets.set(ticket, {
      state: "waiting",
      queue: "services",
      since: at("14:25"),
      operator: "",
      desk: "",
      pausedFor: "",
      pausedSince: 0,
    });
  live.countStock();
});

test("halfway through an ordinary day the other half is still to come, and the total is both", () => {
  const answer = officeForecast(live, past(), index, at("14:30"));
  expect(answer).toMatchObject({ day: "2026-11-23", none: null, weekdays: 8, closes: "2026-11-23T15:00:00.000Z" });
  expect(answer.tickets?.soFar).toBe(220);
  expect(answer.tickets?.rest.expected).toBeCloseTo(220, 0);
  expect(answer.tickets?.total.expected).toBeCloseTo(440, 0);
  expect(answer.tickets?.quarters[0]?.[0]).toBe(59);
});

test("a wait is told for each queue, by who is ahead and the operators at desks; a consultant is at none", () => {
  const { waits } = officeForecast(live, past(), index, at("14:30"));
  expect(waits.map(({ queue, ahead }) => [queue, ahead])).toEqual([
    ["services", 3],
    ["priority", 0],
    ["banking", 3],
    ["collection", 3],
  ]);
  expect(waits[0]?.error).toBeNull();
  expect(waits[0]?.low).toBeLessThan(540);
  expect(waits[0]?.high).toBeGreaterThan(540);
});

test("an office that fell silent is counted up to its last event", () => {
  live.silentSince = at("14:30");
  const answer = officeForecast(live, past(), index, at("17:00"));
  live.silentSince = null;
  expect(answer.toldUntil).toBe("2026-11-23T09:30:00.000Z");
  expect(answer.tickets?.rest.expected).toBeCloseTo(220, 0);
});

test("too little history is said, and after closing there is nothing to forecast", () => {
  const nothing = officeForecast(live, past({ tickets: null, accepted: null }), index, at("14:30"));
  expect(nothing).toMatchObject({ none: "too-little-history", tickets: null, coping: null });
  expect(officeForecast(live, past(), index, at("20:00"))).toMatchObject({ none: "closed", tickets: null });
});

test("with two desks for an afternoon like this it says that they will not cope, and how many are missing", () => {
  const { coping } = officeForecast(live, past(), index, at("14:30"));
  expect(coping).toMatchObject({ waiting: 3, desks: 2, secondsPerTicket: 480, verdict: "short" });
  expect(coping?.moreDesks).toBeGreaterThan(0);
});

test("the past is learnt once and kept for a while; what failed is tried again", async () => {
  let clock = 0;
  let learnt = 0;
  const pasts = new Pasts(
    async () => {
      learnt += 1;
      if (learnt === 1) throw new Error("away");
      return past();
    },
    () => clock,
  );
  await expect(pasts.of("a", MONDAY)).rejects.toThrow("away");
  await pasts.of("a", MONDAY);
  await pasts.of("a", MONDAY);
  expect(learnt).toBe(2);
  clock = 31_000;
  await pasts.of("a", MONDAY);
  expect(learnt).toBe(3);
  await pasts.of("a", MONDAY + 1);
  expect(learnt).toBe(4);
});
