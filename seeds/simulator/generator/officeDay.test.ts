import { expect, test } from "vitest";
import { loadReference } from "../../../server/reference.ts";
import { eventSchemas } from "../../../shared/events.ts";
import type { Office } from "../../../shared/reference.ts";
import { indexReference } from "../../../shared/referenceIndex.ts";
import { dayOf, MONDAY, worldOf } from "../testing/country.ts";
import { toEvent, toJson } from "./eventText.ts";
import type { Fact, Producer } from "./fact.ts";
import { officeFacts } from "./officeDay.ts";

const country = indexReference(await loadReference("seeds"));
const world = worldOf(country);
const offices = country.reference.offices;
const city = offices.find((office) => office.kind === "city") as Office;
const rayon = offices.find((office) => office.kind === "rayon") as Office;
const days = ["2026-11-23", "2026-11-26", "2026-11-28"].map(dayOf);
const samples: readonly (readonly Fact[])[] = days.flatMap((day) => [
  officeFacts(world, city, day),
  officeFacts(world, rayon, day),
]);

/** The data of a fact, as the fields that any kind may have. */
function dataOf(fact: Fact): Record<string, string | undefined> {
  return fact.data as Record<string, string | undefined>;
}

test("every event passes its schema", () => {
  for (const fact of samples.flat()) {
    const result = eventSchemas[fact.type].safeParse(toEvent(fact));
    expect(result.success, `${toJson(fact)} ${result.error?.message}`).toBe(true);
  }
});

test("the text of a fact is the JSON of its event", () => {
  for (const fact of samples[0] ?? []) expect(JSON.parse(toJson(fact))).toEqual(toEvent(fact));
});

test("the same seed gives the same day, another seed another one", () => {
  const eventsOf = (seed?: string) =>
    officeFacts(worldOf(country, seed === undefined ? {} : { seed }), rayon, MONDAY).map(toEvent);
  expect(eventsOf()).toEqual(eventsOf());
  expect(eventsOf("other")).not.toEqual(eventsOf());
});

test("an office's day does not depend on what was generated before it", () => {
  const fresh = worldOf(country);
  officeFacts(fresh, city, MONDAY + 1);
  expect(officeFacts(fresh, rayon, MONDAY)).toEqual(samples[1]);
});

test("facts come by time, and each source counts 1, 2, 3 without holes", () => {
  for (const facts of samples) {
    const next: Record<Producer, number> = { queue: 1, cases: 1, staff: 1, line: 1 };
    let last = 0;
    for (const fact of facts) {
      expect(fact.at).toBeGreaterThanOrEqual(last);
      expect(fact.sequence).toBe(next[fact.producer]++);
      last = fact.at;
    }
  }
});

test("no id is given twice", () => {
  const ids = samples.flat().map((fact) => toEvent(fact).id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("a ticket is issued, called, paused and resumed, closed once in this order, or it leaves uncalled", () => {
  for (const facts of samples) {
    const state = new Map<string, string>();
    for (const fact of facts) {
      const { ticket } = dataOf(fact);
      if (ticket === undefined || !fact.type.startsWith("oss.ticket.")) continue;
      const before = state.get(ticket) ?? "none";
      const after = fact.type.slice("oss.ticket.".length);
      const allowed: Record<string, readonly string[]> = {
        issued: ["none"],
        called: ["issued", "called"],
        paused: ["called", "resumed"],
        resumed: ["paused"],
        closed: ["called", "resumed"],
        left: ["issued"],
      };
      expect(allowed[after], `${before} → ${after}`).toContain(before);
      state.set(ticket, after);
    }
    expect([...state.values()].filter((end) => end !== "closed" && end !== "left")).toEqual([]);
  }
});

test("an operator serves one ticket at a time, signed in and not paused", () => {
  for (const facts of samples) {
    const staff = new Map<string, "free" | "paused" | "out">();
    const serving = new Map<string, string>();
    for (const fact of facts) {
      const { operator, ticket } = dataOf(fact);
      if (operator === undefined) continue;
      const current = serving.get(operator);
      if (fact.producer === "staff") expect(current, `${operator} serves while ${fact.type}`).toBeUndefined();
      if (fact.type === "oss.operator.signed-in" || fact.type === "oss.operator.resumed") staff.set(operator, "free");
      if (fact.type === "oss.operator.paused") staff.set(operator, "paused");
      if (fact.type === "oss.operator.signed-out") staff.set(operator, "out");
      if (fact.type === "oss.ticket.called") {
        expect(staff.get(operator)).toBe("free");
        expect([undefined, ticket]).toContain(current);
        serving.set(operator, ticket as string);
      }
      if (fact.type === "oss.ticket.closed") {
        expect(current).toBe(ticket);
        serving.delete(operator);
      }
    }
    expect([...staff.values()].filter((end) => end !== "out")).toEqual([]);
  }
});

test("an application is accepted, sent, received, decided, issued in this order and by staff of its office", () => {
  for (const facts of samples) {
    const steps = new Map<string, string[]>();
    for (const fact of facts) {
      const { application, operator } = dataOf(fact);
      if (operator !== undefined) expect(country.operators.has(operator)).toBe(true);
      if (application === undefined) continue;
      const told = steps.get(application) ?? [];
      told.push(fact.type.slice("oss.application.".length));
      steps.set(application, told);
    }
    const order = ["accepted", "sent", "received", "ready", "issued"];
    for (const [application, told] of steps) {
      const main = order.filter((step) => told.includes(step));
      const firsts = [...main].sort((one, other) => told.indexOf(one) - told.indexOf(other));
      expect(firsts, application).toEqual(main);
      expect(told[0], application).toBe("accepted");
    }
  }
});

test("a closed day has no facts, a short Saturday is over after thirteen hours", () => {
  expect(officeFacts(world, city, dayOf("2026-11-29"))).toEqual([]);
  expect(officeFacts(world, rayon, dayOf("2026-11-28"))).toEqual([]);
  const tickets = officeFacts(world, city, dayOf("2026-11-28")).filter((fact) => fact.type === "oss.ticket.issued");
  expect(tickets.length).toBeGreaterThan(50);
  expect(toEvent(tickets.at(-1) as Fact).time < "2026-11-28T13").toBe(true);
});
