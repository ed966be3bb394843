import { expect, test } from "vitest";
import { loadReference } from "../../../server/reference.ts";
import { indexReference, isOpen } from "../../../shared/referenceIndex.ts";
import { dayOf, MONDAY, worldOf } from "../testing/country.ts";
import { lineOutages } from "./lineOutage.ts";

const country = indexReference(await loadReference("seeds"));
const MINUTE = 60_000;

test("on a working day two to four offices fall silent for 20 to 90 minutes within their hours", () => {
  for (let day = MONDAY; day < MONDAY + 5; day += 1) {
    const outages = lineOutages(worldOf(country), day);
    expect(outages.size).toBeGreaterThanOrEqual(1);
    expect(outages.size).toBeLessThanOrEqual(4);
    for (const [id, { from, to }] of outages) {
      const office = country.offices.get(id);
      expect(office && isOpen(office, from, country)).toBe(true);
      expect((to - from) / MINUTE).toBeGreaterThanOrEqual(20);
      expect((to - from) / MINUTE).toBeLessThanOrEqual(90);
    }
  }
});

test("at 10:30 an office is silent, so that silence can be seen at once", () => {
  const halfPastTen = Date.parse("2026-11-23T10:30:00+05:00");
  const outages = [...lineOutages(worldOf(country), MONDAY).values()];
  expect(outages.some(({ from, to }) => from < halfPastTen && halfPastTen < to)).toBe(true);
});

test("on a day off nobody falls silent", () => {
  expect(lineOutages(worldOf(country), dayOf("2026-11-29")).size).toBe(0);
});

test("the scenario cuts one city office off for hours, on its day alone", () => {
  const world = worldOf(country, { name: "office-cut-off" });
  const long = (day: number) => [...lineOutages(world, day)].filter(([, { from, to }]) => to - from > 180 * MINUTE);
  expect(long(MONDAY)).toHaveLength(1);
  expect(country.offices.get(long(MONDAY)[0]?.[0] ?? "")?.kind).toBe("city");
  expect(long(MONDAY + 1)).toEqual([]);
});
