import { timeText, toJson } from "../../../seeds/simulator/generator/eventText.ts";
import { officeFacts } from "../../../seeds/simulator/generator/officeDay.ts";
import { type Random, randomFor } from "../../../seeds/simulator/generator/random.ts";
import { SETTINGS } from "../../../seeds/simulator/generator/settings.ts";
import { createWorld } from "../../../seeds/simulator/generator/world.ts";
import { type CloudEvent, parseInstant } from "../../../shared/events.ts";
import type { ReferenceIndex } from "../../../shared/referenceIndex.ts";
import { type Day, localDay } from "../../../shared/time.ts";

/** A Monday of ordinary weeks. */
const FIRST_DAY: Day = 20_409;
const DAYS_AFTER = 12;
const HOUR_MS = 3_600_000;

/** What a campaign tells the centre. */
export interface CampaignEvents {
  /** The distinct events as JSON texts, by office. */
  readonly byOffice: ReadonlyMap<string, readonly string[]>;
  /** Office and text of each entry in the order in which they are sent: shuffled, repeated, with garbage between. */
  readonly entries: readonly (readonly [office: string, text: string])[];
  readonly garbage: number;
  /** The clock begins and ends here, epoch ms. */
  readonly from: number;
  readonly to: number;
}

/** The same kind of fact once more, at another time and from another source: contradictions as the field knows them. */
function contradiction(text: string, sequence: number, random: Random, zone: string): string {
  const event = JSON.parse(text) as CloudEvent;
  const time = timeText(parseInstant(event.time) - Math.floor(random.between(0, 1_200_000)), zone);
  const source = `${event.source.slice(0, event.source.lastIndexOf("/"))}/second`;
  return JSON.stringify({ ...event, id: `second-${sequence}`, source, sequence, time });
}

function shuffle<T>(list: T[], random: Random): T[] {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random.next() * (at + 1));
    const kept = list[at] as T;
    list[at] = list[other] as T;
    list[other] = kept;
  }
  return list;
}

/** Whole days of `offices` simulated offices, with the whole lives of their applications, until there are `count` events. */
function distinctEvents(index: ReferenceIndex, count: number, offices: number, seed: string) {
  const world = createWorld({
    seed,
    index,
    settings: SETTINGS,
    scale: 1,
    scenario: { name: "ordinary", day: FIRST_DAY },
  });
  const step = Math.max(1, Math.floor(index.reference.offices.length / offices));
  const chosen = index.reference.offices.filter((_, at) => at % step === 0).slice(0, offices);
  const random = randomFor(`${seed}/contradictions`);
  const found: { office: string; at: number; text: string }[] = [];
  const seconds = new Map<string, number>();
  for (let day = FIRST_DAY; found.length < count; day += 1) {
    for (const office of chosen) {
      for (const fact of officeFacts(world, office, day)) {
        if (localDay(fact.at, office.zone) > FIRST_DAY + DAYS_AFTER || found.length >= count) continue;
        const text = toJson(fact);
        found.push({ office: office.id, at: fact.at, text });
        if (!random.chance(0.01) || found.length >= count) continue;
        const sequence = (seconds.get(office.id) ?? 0) + 1;
        seconds.set(office.id, sequence);
        found.push({ office: office.id, at: fact.at, text: contradiction(text, sequence, random, office.zone) });
      }
    }
  }
  return found.sort((one, other) => one.at - other.at);
}

/**
 * `count` distinct events of simulated offices and the entries that tell them: in windows shuffled, a tenth repeated,
 * some very late, one office in twenty cut off until the end, and now and then an entry that is no event.
 */
export function campaignEvents(index: ReferenceIndex, count: number, offices: number, seed: string): CampaignEvents {
  const random = randomFor(`${seed}/order`);
  const events = distinctEvents(index, count, offices, seed);
  const byOffice = new Map<string, string[]>();
  for (const { office, text } of events) {
    const texts = byOffice.get(office);
    if (texts) texts.push(text);
    else byOffice.set(office, [text]);
  }
  const cutOff = new Set([...byOffice.keys()].filter((_, at) => at % 20 === 7));
  const inTime: (readonly [string, string])[] = [];
  const late: (readonly [string, string])[] = [];
  let garbage = 0;
  for (const { office, text } of events) {
    (cutOff.has(office) || random.chance(0.02) ? late : inTime).push([office, text]);
    if (random.chance(0.1)) (random.chance(0.5) ? late : inTime).push([office, text]);
    if (random.chance(0.002)) {
      garbage += 1;
      inTime.push([
        office,
        random.pick(["", "{", "[]", text.slice(0, 40), text.replace('"data":{', '"data":{"name":"x",')]),
      ]);
    }
  }
  const window = Math.ceil(inTime.length / 20);
  const entries: (readonly [string, string])[] = [];
  for (let from = 0; from < inTime.length; from += window)
    for (const entry of shuffle(inTime.slice(from, from + window), random)) entries.push(entry);
  for (const entry of shuffle(late, random)) entries.push(entry);
  const first = events[0]?.at ?? 0;
  return { byOffice, entries, garbage, from: first, to: (events.at(-1)?.at ?? first) + 2 * HOUR_MS };
}
