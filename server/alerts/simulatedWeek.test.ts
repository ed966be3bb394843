import { expect, it } from "vitest";
import { dayOf, worldOf } from "../../seeds/simulator/testing/country.ts";
import { ALERT_KINDS } from "../../shared/alerts.ts";
import { indexReference } from "../../shared/referenceIndex.ts";
import { dayStart } from "../../shared/time.ts";
import { Replica } from "../live/replica.ts";
import { loadReference } from "../reference.ts";
import { AlertMemory } from "../testing/alertMemory.ts";
import { FoldedCountry } from "../testing/foldedCountry.ts";
import { AlertEngine } from "./engine.ts";
import { AlertWatch } from "./watch.ts";

/** A small budget in `npm test`; `ALERT_OFFICES` and `ALERT_DAYS` make a campaign of it. */
const OFFICES = Number(process.env.ALERT_OFFICES ?? 4);
const DAYS = Number(process.env.ALERT_DAYS ?? 6);
const MINUTE_MS = 60_000;

it("[G8] in a simulated week every alert that is raised is told once and cleared once, through restarts and takeovers", async () => {
  const index = indexReference(await loadReference("seeds"));
  const first = dayOf("2026-11-23");
  const start = dayStart(first, "Asia/Almaty");
  const replica = new Replica(index, start);
  const offices = index.reference.offices.filter(({ kind }, at) => kind === "city" || at % 9 === 0).slice(0, OFFICES);
  const kept = new Set(offices.map(({ id }) => id));
  for (const id of [...replica.offices.keys()]) if (!kept.has(id)) replica.offices.delete(id);
  const country = new FoldedCountry(worldOf(index, { seed: "alerts" }), offices, replica);
  const memory = new AlertMemory();
  let now = start;
  let process = 0;
  let watch = new AlertWatch(replica, () => now);
  const begin = () => {
    process += 1;
    watch = new AlertWatch(replica, () => now);
    memory.holder = "";
    return new AlertEngine({
      replica,
      clock: { now: () => now },
      store: memory.storeOf(`${process}`),
      read: (live, at) => watch.read(live, at),
      settings: () => new Map(),
      tell: () => [],
    });
  };
  let engine = begin();
  for (let minute = 0; minute < DAYS * 1440; minute += 1) {
    now = start + minute * MINUTE_MS;
    if (minute % 1440 === 0) country.plan(first + minute / 1440);
    country.advance(now);
    watch.note(now);
    await engine.look();
    if (minute % 137 === 136) engine = begin();
  }
  const byId = new Map<string, boolean[]>();
  for (const { id, over } of memory.written) byId.set(id, [...(byId.get(id) ?? []), over]);
  const said = ALERT_KINDS.map(
    (kind) => `${kind} ${[...memory.alerts.values()].filter((each) => each.kind === kind).length}`,
  );
  if (globalThis.process.env.ALERT_OFFICES)
    console.log(said.join(", "), `of ${offices.length} offices in ${DAYS} days`);
  expect(memory.alerts.size).toBeGreaterThan(3);
  for (const [id, overs] of byId) expect(overs.filter((over) => over).length, id).toBeLessThanOrEqual(1);
  for (const alert of memory.alerts.values()) {
    const same = [...memory.alerts.values()].filter(
      (each) => each.id !== alert.id && each.office === alert.office && each.kind === alert.kind,
    );
    for (const each of same)
      expect(each.raised >= (alert.cleared ?? Number.POSITIVE_INFINITY) || alert.raised >= (each.cleared ?? 0)).toBe(
        true,
      );
  }
  const open = [...memory.alerts.values()].filter(({ cleared }) => cleared === null);
  expect(open.filter(({ kind }) => kind !== "missing-events" && kind !== "overdue")).toEqual([]);
});
