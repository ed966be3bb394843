import { toJson } from "../../seeds/simulator/generator/eventText.ts";
import type { Fact } from "../../seeds/simulator/generator/fact.ts";
import { officeFacts } from "../../seeds/simulator/generator/officeDay.ts";
import { createWorld } from "../../seeds/simulator/generator/world.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import { type Day, formatDay, localDay } from "../../shared/time.ts";
import { command, type RedisNodes } from "../redis/connection.ts";
import { eventsKey } from "../redis/keys.ts";
import type { Bench } from "./bench.ts";
import { clockOn, fillStreams, PARTITIONS } from "./benchDay.ts";
import { withClients } from "./busyCountry.ts";
import { runPipeline } from "./pipeline.ts";

/** Clients of an office on a day, so that a month of 300 offices has about a million tickets. */
export const MONTH_CLIENTS = 135;

/** The minute of a day at which its events are folded: all of them have happened. */
const LATE = 24 * 60 - 1;

/** What a whole month came to. */
export interface WholeMonth {
  readonly events: number;
  readonly tickets: number;
  readonly applications: number;
  /** Seconds of making, storing and folding all of it. */
  readonly seconds: number;
}

/** The facts that happen on each day, whatever day caused them; those after the last day are left out. */
class Pending {
  readonly #byDay = new Map<Day, Fact[]>();

  add(fact: Fact, day: Day): void {
    const facts = this.#byDay.get(day);
    if (facts === undefined) this.#byDay.set(day, [fact]);
    else facts.push(fact);
  }

  take(day: Day): Fact[] {
    const facts = this.#byDay.get(day) ?? [];
    this.#byDay.delete(day);
    return facts.sort((one, other) => one.at - other.at);
  }
}

/**
 * Lives through every day of a month at full speed: each day's events, those that earlier days caused too, go through the
 * streams and are folded and committed; then the streams are emptied, as after archiving.
 */
export async function liveThroughMonth(
  bench: Bench,
  nodes: RedisNodes,
  index: ReferenceIndex,
  first: Day,
  last: Day,
): Promise<WholeMonth> {
  const begun = performance.now();
  const scenario = { name: "ordinary", day: first } as const;
  const world = createWorld({ seed: "bench", index, settings: withClients(MONTH_CLIENTS), scale: 1, scenario });
  const pending = new Pending();
  const sum = { events: 0, tickets: 0, applications: 0 };
  for (let day = first; day <= last; day += 1) {
    for (const office of index.reference.offices)
      for (const fact of officeFacts(world, office, day)) {
        const on = localDay(fact.at, office.zone);
        if (on <= last) pending.add(fact, Math.max(day, on));
      }
    const facts = pending.take(day);
    for (const { type } of facts) {
      if (type === "oss.ticket.issued") sum.tickets += 1;
      else if (type === "oss.application.accepted") sum.applications += 1;
    }
    const texts = (function* () {
      for (const fact of facts) yield [fact.origin.office, toJson(fact)] as const;
    })();
    const { events } = await fillStreams(nodes, texts);
    if (events > 0) await (await runPipeline({ nodes, index, clock: clockOn(day, LATE), events })).stop();
    for (let partition = 0; partition < PARTITIONS; partition += 1)
      await command(await nodes.at(partition), ["XTRIM", eventsKey(partition), "MAXLEN", "0"]);
    sum.events += events;
    bench.say(
      `a whole month: ${formatDay(day)}, ${sum.events} events, ${Math.round((performance.now() - begun) / 1_000)} s`,
    );
  }
  return { ...sum, seconds: (performance.now() - begun) / 1_000 };
}
