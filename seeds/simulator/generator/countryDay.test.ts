import { expect, test } from "vitest";
import { loadReference } from "../../../server/reference.ts";
import { type CloudEvent, eventSchemas, parseInstant } from "../../../shared/events.ts";
import { indexReference } from "../../../shared/referenceIndex.ts";
import { localDay } from "../../../shared/time.ts";
import { MONDAY, worldOf } from "../testing/country.ts";
import { generateDay } from "./countryDay.ts";

const whole = await loadReference("seeds");
const country = indexReference({ ...whole, offices: whole.offices.slice(0, 10) });

test("a day of the country is what happens on it in every office, by time, each text an event of its office", () => {
  let last = 0;
  const offices = new Set<string>();
  for (const [office, json] of generateDay({ ...worldOf(country), day: MONDAY, heartbeats: true })) {
    const event = JSON.parse(json) as CloudEvent;
    const at = parseInstant(event.time);
    expect(eventSchemas[event.type].safeParse(event).success).toBe(true);
    expect(event.source.startsWith(`/offices/${office}/`)).toBe(true);
    expect(localDay(at, "Asia/Almaty")).toBe(MONDAY);
    expect(at).toBeGreaterThanOrEqual(last);
    last = at;
    offices.add(office);
  }
  expect(offices.size).toBe(10);
});

test("an open office has one heartbeat a minute, none when they are not asked for", () => {
  const city = country.reference.offices.find((office) => office.kind === "city")?.id;
  const beats = (heartbeats: boolean) =>
    [...generateDay({ ...worldOf(country), day: MONDAY, heartbeats })].filter(
      ([office, json]) => office === city && json.includes("oss.office.heartbeat"),
    ).length;
  expect(beats(true)).toBe(11 * 60);
  expect(beats(false)).toBe(0);
});
