import { openingHours } from "../../../shared/referenceIndex.ts";
import { type Day, formatDay, momentAt } from "../../../shared/time.ts";
import type { Fact } from "./fact.ts";
import { cutOffOffice } from "./scenario.ts";
import { high, low } from "./settings.ts";
import type { World } from "./world.ts";

const MINUTE_MS = 60_000;

/** From when to when (epoch ms) the line of an office is down: its events are kept there and sent afterwards. */
export interface LineOutage {
  readonly from: number;
  readonly to: number;
}

/**
 * The offices that fall silent on a day, by id: a few by chance, one of them within the first two hours, and the one that
 * the scenario cuts off.
 */
export function lineOutages(world: World, day: Day): ReadonlyMap<string, LineOutage> {
  const { index, settings, scenario, seed } = world;
  const { offices: count, minutes } = settings.silence;
  const random = world.chance("silence", formatDay(day));
  const open = index.reference.offices.flatMap((office) => {
    const hours = openingHours(office, day, index);
    return hours === null ? [] : [{ office, hours }];
  });
  const outages = new Map<string, LineOutage>();
  if (open.length === 0) return outages;
  const silent = Math.floor(random.between(low(count), high(count) + 1));
  for (let place = 0; place < silent; place += 1) {
    const { office, hours } = random.pick(open);
    const latest = place === 0 ? hours.open + 80 : hours.close - low(minutes);
    const from = momentAt(day, random.between(hours.open + 45, latest), office.zone);
    const length = place === 0 ? high(minutes) : random.between(low(minutes), high(minutes));
    outages.set(office.id, { from, to: from + length * MINUTE_MS });
  }
  const cut = cutOffOffice(scenario, day, index, settings, seed);
  const zone = cut && index.offices.get(cut.office)?.zone;
  if (cut && zone) outages.set(cut.office, { from: momentAt(day, cut.from, zone), to: momentAt(day, cut.to, zone) });
  return outages;
}

/** The moment (epoch ms) at which a fact is sent: when it happened, or when its office's line is back. */
export function sentAt(fact: Fact, outages: ReadonlyMap<string, LineOutage>): number {
  const outage = outages.get(fact.origin.office);
  return outage && fact.at >= outage.from && fact.at < outage.to ? outage.to : fact.at;
}
