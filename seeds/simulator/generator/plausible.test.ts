import { describe, expect, test } from "vitest";
import { deadlineFor } from "../../../server/core/deadlines.ts";
import { loadReference } from "../../../server/reference.ts";
import type { Office } from "../../../shared/reference.ts";
import { indexReference } from "../../../shared/referenceIndex.ts";
import type { Day } from "../../../shared/time.ts";
import { dayOf, MONDAY, worldOf } from "../testing/country.ts";
import type { Fact } from "./fact.ts";
import { officeFacts } from "./officeDay.ts";
import type { World } from "./world.ts";

const country = indexReference(await loadReference("seeds"));

/** What the facts of some offices and one day come to. */
function sumUp(world: World, offices: readonly Office[], day: Day) {
  const counts = new Map<string, number>();
  const waits: number[] = [];
  const services: number[] = [];
  const sums = { signedIn: 0, paused: 0, serving: 0, due: 0, delayed: 0 };
  for (const office of offices) {
    const opened = new Map<string, number>();
    const since = (key: string, at: number) => at - (opened.get(key) ?? at);
    const due = new Map<string, number>();
    const pauses = new Map<string, number>();
    for (const { type, at, data } of officeFacts(world, office, day)) {
      counts.set(type, (counts.get(type) ?? 0) + 1);
      const { ticket, operator, application, service, variant, outcome } = data as Record<string, string>;
      if (type === "oss.ticket.issued") opened.set(`issued ${ticket}`, at);
      if (type === "oss.ticket.called") opened.set(`called ${ticket}`, at);
      if (type === "oss.ticket.paused") opened.set(`paused ${ticket}`, at);
      if (type === "oss.ticket.resumed") {
        pauses.set(`${ticket}`, (pauses.get(`${ticket}`) ?? 0) + since(`paused ${ticket}`, at));
      }
      if (type === "oss.ticket.closed") {
        const served = since(`called ${ticket}`, at);
        sums.serving += served;
        waits.push((since(`issued ${ticket}`, at) - served) / 60_000);
        if (outcome === "served") services.push((served - (pauses.get(`${ticket}`) ?? 0)) / 60_000);
      }
      if (type === "oss.operator.signed-in") opened.set(`in ${operator}`, at);
      if (type === "oss.operator.signed-out") sums.signedIn += since(`in ${operator}`, at);
      if (type === "oss.operator.paused") opened.set(`paused ${operator}`, at);
      if (type === "oss.operator.resumed") sums.paused += since(`paused ${operator}`, at);
      if (type === "oss.application.accepted") {
        due.set(`${application}`, deadlineFor(country, `${service}`, variant, at, office.zone) ?? 0);
      }
      if (type === "oss.application.withdrawn") due.delete(`${application}`);
      if (type === "oss.application.ready" || type === "oss.application.declined") {
        sums.due += 1;
        if (at > (due.get(`${application}`) ?? 0)) sums.delayed += 1;
        due.delete(`${application}`);
      }
    }
    sums.due += due.size;
    sums.delayed += due.size;
  }
  waits.sort((one, other) => one - other);
  const count = (type: string) => counts.get(type) ?? 0;
  return { ...sums, count, waits, services, events: [...counts.values()].reduce((sum, each) => sum + each, 0) };
}

const quantile = (values: readonly number[], share: number) => values[Math.floor(values.length * share)] ?? 0;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const cities = country.reference.offices.filter((office) => office.kind === "city");
const rayons = country.reference.offices.filter((office) => office.kind === "rayon");

describe("an ordinary Wednesday", () => {
  const world = worldOf(country);
  const wednesday = dayOf("2026-11-25");
  const city = sumUp(world, cities, wednesday);
  const rayon = sumUp(world, rayons, wednesday);
  const both = (type: string) => city.count(type) + rayon.count(type);

  test("a city office has about 800 clients, a rayon office about 58", () => {
    const perCity = city.count("oss.ticket.issued") / cities.length;
    const perRayon = rayon.count("oss.ticket.issued") / rayons.length;
    expect(perCity).toBeGreaterThan(680);
    expect(perCity).toBeLessThan(900);
    expect(perRayon).toBeGreaterThan(45);
    expect(perRayon).toBeLessThan(75);
  });

  test("desks are busy but not overrun", () => {
    const occupancy = city.serving / (city.signedIn - city.paused);
    expect(occupancy).toBeGreaterThan(0.6);
    expect(occupancy).toBeLessThan(0.95);
  });

  test("clients wait some minutes, half an hour at the peaks, and few give up", () => {
    expect(quantile(city.waits, 0.5)).toBeGreaterThan(1);
    expect(quantile(city.waits, 0.5)).toBeLessThan(15);
    expect(quantile(city.waits, 0.97)).toBeGreaterThan(20);
    expect(quantile(city.waits, 0.97)).toBeLessThan(60);
    expect(both("oss.ticket.left") / both("oss.ticket.issued")).toBeLessThan(0.05);
  });

  test("a service takes 6 to 12 minutes on average", () => {
    expect(mean(city.services)).toBeGreaterThan(6);
    expect(mean(city.services)).toBeLessThan(12);
  });

  test("about 8 of 100 requests are refused, 2 of 100 applications or fewer come back", () => {
    const refused =
      both("oss.application.rejected") / (both("oss.application.rejected") + both("oss.application.accepted"));
    expect(refused).toBeGreaterThan(0.06);
    expect(refused).toBeLessThan(0.1);
    const returned = both("oss.application.returned") / both("oss.application.accepted");
    expect(returned).toBeGreaterThan(0.008);
    expect(returned).toBeLessThan(0.025);
  });

  test("2 to 5 of 1,000 due applications are delayed", () => {
    const share = (city.delayed + rayon.delayed) / (city.due + rayon.due);
    expect(share).toBeGreaterThan(0.002);
    expect(share).toBeLessThan(0.006);
  });

  test("a smaller country keeps its proportions", () => {
    const small = sumUp(worldOf(country, { scale: 0.3 }), cities, wednesday);
    const share = small.count("oss.ticket.issued") / city.count("oss.ticket.issued");
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.4);
    expect(quantile(small.waits, 0.97)).toBeGreaterThan(10);
  });
});

describe("scenarios", () => {
  test("in the land rush 4,000 clients come to one city office, and many leave", () => {
    const world = worldOf(country, { name: "land-rush" });
    const counts = cities.map((office) => sumUp(world, [office], MONDAY));
    const rushed = counts.filter((each) => each.count("oss.ticket.issued") > 2000);
    expect(rushed).toHaveLength(1);
    expect(rushed[0]?.count("oss.ticket.issued")).toBeGreaterThanOrEqual(4000);
    expect(rushed[0]?.count("oss.ticket.left")).toBeGreaterThan(500);
    expect(rushed[0]?.count("oss.ticket.closed")).toBeGreaterThan(1000);
  });

  test("an authority that stands still decides nothing for days, so its applications are delayed", () => {
    const world = worldOf(country, { name: "authority-stalls" });
    const { authority, from, to } = world.stall as NonNullable<World["stall"]>;
    expect([from, to]).toEqual([MONDAY - 6, MONDAY + 3]);
    const office = cities[0] as Office;
    const own = (facts: readonly Fact[]) => {
      const of = facts.filter((fact) => (fact.data as { authority?: string }).authority === authority);
      const ids = new Set(of.map((fact) => (fact.data as { application?: string }).application));
      return facts.filter(
        (fact) => fact.type === "oss.application.ready" && ids.has((fact.data as { application: string }).application),
      );
    };
    const ready = own(officeFacts(world, office, MONDAY - 3));
    expect(ready.length).toBeGreaterThan(0);
    expect(ready.every((fact) => fact.at >= (to + 1) * 86_400_000 - 5 * 3_600_000)).toBe(true);
    expect(sumUp(world, [office], MONDAY - 3).delayed).toBeGreaterThan(
      sumUp(worldOf(country), [office], MONDAY - 3).delayed,
    );
  });
});
