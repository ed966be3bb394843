import { heartbeatPhase } from "../../seeds/simulator/generator/countryDay.ts";
import { toEvent } from "../../seeds/simulator/generator/eventText.ts";
import { originOf, type Fact as Told } from "../../seeds/simulator/generator/fact.ts";
import { lineOutages, sentAt } from "../../seeds/simulator/generator/lineOutage.ts";
import { officeFacts } from "../../seeds/simulator/generator/officeDay.ts";
import type { World } from "../../seeds/simulator/generator/world.ts";
import type { Office } from "../../shared/reference.ts";
import { isOpen } from "../../shared/referenceIndex.ts";
import { type Day, formatDay } from "../../shared/time.ts";
import type { Application } from "../core/application.ts";
import { foldFact, passDeadline } from "../core/fold.ts";
import { OfficeState } from "../core/office.ts";
import type { Replica } from "../live/replica.ts";
import type { Change } from "../redis/changes.ts";
import { writesOf } from "../redis/writes.ts";
import { officeRules } from "../rules.ts";

const MINUTE_MS = 60_000;

interface Arriving {
  readonly fact: Told;
  readonly arrives: number;
}

/**
 * Simulated offices whose events are folded in memory and shown in a replica as its commits are, without a store: the same
 * fold, the same change records, at the pace of the caller.
 */
export class FoldedCountry {
  readonly #world: World;
  readonly #offices: readonly Office[];
  readonly #states = new Map<string, OfficeState>();
  readonly #replica: Replica;
  readonly #beats = new Map<string, number>();
  #coming: Arriving[] = [];
  #next = 0;
  /** Applications by the minute in which their deadline lies. */
  readonly #due = new Map<number, (readonly [OfficeState, Application])[]>();
  #swept = 0;
  #outages: ReturnType<typeof lineOutages> = new Map();

  constructor(world: World, offices: readonly Office[], replica: Replica) {
    this.#world = world;
    this.#offices = offices;
    this.#replica = replica;
    const rules = officeRules(world.index);
    for (const { id } of offices) {
      const of = rules(id);
      if (of !== null) this.#states.set(id, new OfficeState(of));
    }
  }

  /** What a day causes will come from now on. */
  plan(day: Day): void {
    this.#outages = lineOutages(this.#world, day);
    const facts = this.#offices.flatMap((office) => officeFacts(this.#world, office, day));
    this.#coming = this.#coming.slice(this.#next);
    this.#next = 0;
    for (const fact of facts) this.#coming.push({ fact, arrives: sentAt(fact, this.#outages) });
    this.#coming.sort((a, b) => a.arrives - b.arrives);
  }

  /** Lets everything arrive that has happened until `now` (epoch ms), and shows it. */
  advance(now: number): void {
    const touched = new Set<OfficeState>();
    for (; (this.#coming[this.#next]?.arrives ?? Number.POSITIVE_INFINITY) <= now; this.#next += 1)
      this.#fold((this.#coming[this.#next] as Arriving).fact, now, touched);
    for (const office of this.#offices) this.#beat(office, now, touched);
    this.#sweep(now, touched);
    for (const state of touched) {
      state.lastArrival = Math.max(state.lastArrival, now);
      state.contribute();
    }
    const batch = {
      offices: [...touched],
      dead: [],
      checkpoint: { id: "1-1", entries: 1 },
      now,
      duplicates: 0,
      folded: 1,
    };
    const commands = writesOf(0, batch as Parameters<typeof writesOf>[1]);
    this.#replica.apply(JSON.parse(commands.at(-1)?.at(-1) as string) as Change);
    for (const state of touched) state.settle();
    this.#replica.tick(now);
  }

  #fold(told: Told, now: number, touched: Set<OfficeState>): void {
    const state = this.#states.get(told.origin.office);
    if (state === undefined) return;
    const { producer, sequence, at: time } = told;
    foldFact(
      state,
      { event: toEvent(told), producer: `${producer}.${told.origin.sources.queue.text}`, sequence, time },
      now,
    );
    touched.add(state);
    if (told.type !== "oss.application.accepted") return;
    const application = state.applications.get((told.data as { application: string }).application);
    if (application === undefined || application.duePassed) return;
    const minute = Math.max(this.#swept, Math.floor(application.due / MINUTE_MS));
    this.#due.set(minute, [...(this.#due.get(minute) ?? []), [state, application]]);
  }

  #sweep(now: number, touched: Set<OfficeState>): void {
    const last = Math.floor(now / MINUTE_MS) - 1;
    for (this.#swept ||= last; this.#swept <= last; this.#swept += 1) {
      for (const [state, application] of this.#due.get(this.#swept) ?? []) {
        passDeadline(application, state, now);
        touched.add(state);
      }
      this.#due.delete(this.#swept);
    }
  }

  #beat(office: Office, now: number, touched: Set<OfficeState>): void {
    const outage = this.#outages.get(office.id);
    if (!isOpen(office, now, this.#world.index) || (outage && now >= outage.from && now < outage.to)) return;
    const sequence = (this.#beats.get(office.id) ?? 0) + 1;
    this.#beats.set(office.id, sequence);
    const origin = originOf(office.id, office.zone, formatDay(0));
    const at = now - (heartbeatPhase(office.id) % 1_000);
    this.#fold({ at, producer: "line", type: "oss.office.heartbeat", data: {}, origin, sequence }, now, touched);
  }
}
