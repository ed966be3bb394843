import type { Office } from "../../../shared/reference.ts";
import { openingHours } from "../../../shared/referenceIndex.ts";
import { type Day, formatDay, localDay, momentAt } from "../../../shared/time.ts";
import { toJson } from "./eventText.ts";
import { type Fact, originOf } from "./fact.ts";
import { officeFacts } from "./officeDay.ts";
import { hashText } from "./random.ts";
import { createWorld, type World, type WorldInput } from "./world.ts";

const MINUTE_MS = 60_000;

/** At which ms of every minute an office's heartbeat comes, so that not all come at once. */
export function heartbeatPhase(office: string): number {
  return hashText(office, 11) % MINUTE_MS;
}

function heartbeats(world: World, office: Office, day: Day): Fact[] {
  const hours = openingHours(office, day, world.index);
  if (hours === null) return [];
  const origin = originOf(office.id, office.zone, formatDay(day));
  const first = momentAt(day, hours.open, office.zone) + heartbeatPhase(office.id);
  return Array.from({ length: hours.close - hours.open }, (_, minute) => ({
    at: first + minute * MINUTE_MS,
    producer: "line",
    type: "oss.office.heartbeat",
    data: {},
    origin,
    sequence: minute + 1,
  }));
}

/**
 * One day of all offices, by time, as pairs of office and JSON text, for measuring: what happens on the day itself of
 * what it causes, and every office's heartbeats when they are asked for.
 */
export function* generateDay(
  input: WorldInput & { readonly day: Day; readonly heartbeats?: boolean },
): Generator<readonly [office: string, json: string]> {
  const world = createWorld(input);
  const facts = world.index.reference.offices.flatMap((office) => {
    const own = officeFacts(world, office, input.day).filter((fact) => localDay(fact.at, office.zone) === input.day);
    return input.heartbeats ? [...own, ...heartbeats(world, office, input.day)] : own;
  });
  facts.sort((one, other) => one.at - other.at);
  for (const fact of facts) yield [fact.origin.office, toJson(fact)];
}
