import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CloudEvent, parseInstant } from "../../shared/events.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import { localDay } from "../../shared/time.ts";
import { demandOf } from "../core/demand.ts";
import { foldFact } from "../core/fold.ts";
import { type OfficeRules, OfficeState } from "../core/office.ts";
import { FIRST_MOMENT } from "../testing/arbitraryEvents.ts";
import { arbitraryScript, scriptRules, type Told, ZONES } from "../testing/arbitraryScript.ts";
import { type ScriptedStore, scriptedOffices, scriptedStore } from "../testing/scriptedStore.ts";
import { command } from "./connection.ts";
import { disputeStore } from "./disputeStore.ts";
import { readFloorMonth } from "./floorMonth.ts";
import { floorReader } from "./floorReader.ts";
import { helpStore } from "./helpStore.ts";
import { targetStore } from "./targetStore.ts";

const RUNS = Number(process.env.LAW_RUNS ?? 12);
const OPERATORS = ["op-1", "op-2"];

let store: ScriptedStore;
let index: ReferenceIndex;
beforeAll(async () => {
  store = await scriptedStore();
  index = await scriptedOffices();
});
afterAll(() => store?.stop());

/** The office as it is when all its events are folded in memory, one after the other. */
function folded(office: string, events: readonly CloudEvent[], now: number): OfficeState {
  const state = new OfficeState(scriptRules(office) as OfficeRules);
  for (const event of events) {
    const producer = event.source.slice(event.source.lastIndexOf("/") + 1);
    foldFact(state, { event, producer, sequence: Number(event.sequence), time: parseInstant(event.time) }, now);
  }
  return state;
}

function daysOf(office: string, now: number): number[] {
  const zone = ZONES[office] as string;
  const first = localDay(FIRST_MOMENT, zone);
  return Array.from({ length: localDay(now, zone) - first + 1 }, (_, at) => first + at);
}

describe("what the floor reads", () => {
  it("is a function of the set of events: demand, what came back, and complaints by theme [L1, M2]", {
    timeout: 600_000,
  }, async () => {
    const source = () => floorReader({ nodes: store.nodes, partitions: 1, index });
    const check = async (told: Told) => {
      await store.tell(told.script);
      for (const [office, events] of told.events) {
        const zone = ZONES[office] as string;
        const state = folded(office, events, told.now);
        const today = localDay(told.now, zone);
        const span = { from: today - 34, to: today };
        const month = await readFloorMonth({ nodes: store.nodes, partitions: 1 }, { id: office, zone }, span, told.now);
        expect([...month.demand.keys()]).toEqual(Array.from({ length: 34 }, (_, at) => span.from + at));
        for (const [day, demand] of month.demand) {
          const question = { day, zone, now: told.now };
          expect(demand).toEqual(demandOf([...state.tickets.values()], state.operatorDays.values(), question));
        }
        for (const day of daysOf(office, told.now)) {
          const question = { day, zone, now: told.now };
          const read = await source().officeDay(office, day);
          const all = demandOf([...state.tickets.values()], state.operatorDays.values(), question);
          expect(demandOf(read.tickets, read.days, question)).toEqual(all);
          for (const operator of OPERATORS) {
            const returned = [...state.applications.values()]
              .filter(({ acceptance }) => acceptance?.operator === operator)
              .flatMap(({ id, returns }) =>
                returns.map(({ time, reason, fault }) => [id, time, reason, fault] as const),
              )
              .filter(([, time]) => localDay(time, zone) === day);
            const told_ = (await source().returned(office, day)).filter((each) => each.operator === operator);
            expect(told_.map(({ application, at, reason, fault }) => [application, at, reason, fault]).sort()).toEqual(
              returned.map((each) => [...each]).sort(),
            );
            const complaints = events.filter(
              (event) =>
                event.type === "oss.feedback.complained" &&
                event.data.operator === operator &&
                localDay(parseInstant(event.time), zone) === day,
            );
            const themes = (await source().themes(office, day)).filter((each) => each.operator === operator);
            expect(themes.reduce((sum, { count }) => sum + count, 0)).toBe(complaints.length);
          }
        }
      }
    };
    await fc.assert(fc.asyncProperty(arbitraryScript(30), check), { numRuns: RUNS });
  });
});

describe("what is said on the floor", () => {
  it("is added and never changed: targets, disputes and calls for help come back in their order", async () => {
    await command(store.connection, ["FLUSHALL"]);
    const office = "KZ-71-01";
    const targets = targetStore(store.nodes, 1);
    const record = { kind: "documents-a-day", role: "operator", setAt: 1, setBy: "m", source: null } as const;
    await targets.add(office, { ...record, amount: 30, from: "2026-11-23" });
    await targets.add(office, { ...record, amount: 27, from: "2026-11-23" });
    expect((await targets.list(office)).map(({ amount }) => amount)).toEqual([30, 27]);

    const disputes = disputeStore(store.nodes, 1);
    const dispute = { said: "disputed", operator: "07", day: "2026-11-23", reason: "other", note: "", at: 1 } as const;
    await disputes.say(office, { ...dispute, id: "a", subject: "ticket:A-1" });
    await disputes.say(office, { ...dispute, id: "b", subject: "ticket:A-2" });
    await disputes.say(office, { said: "withdrawn", id: "a", at: 2 });
    await disputes.say(office, { said: "answered", id: "b", answer: "agreed", note: "", at: 3, by: "S" });
    expect((await disputes.list(office)).map(({ id, withdrawnAt, answer }) => [id, withdrawnAt, answer?.by])).toEqual([
      ["a", 2, undefined],
      ["b", null, "S"],
    ]);

    const help = helpStore(store.nodes, 1);
    await help.say(office, { said: "called", id: "c", operator: "07", at: 1 });
    await help.say(office, { said: "answered", id: "c", at: 2, by: "S" });
    expect((await help.list(office)).calls.map(({ id, answeredBy }) => [id, answeredBy])).toEqual([["c", "S"]]);
    expect((await help.list("KZ-43-04")).calls).toEqual([]);
  });
});
