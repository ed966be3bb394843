import { generateDay } from "../../seeds/simulator/generator/countryDay.ts";
import { SETTINGS } from "../../seeds/simulator/generator/settings.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import { type Day, formatDay, momentAt, parseDay } from "../../shared/time.ts";
import type { Clock } from "../ports.ts";
import { command, type RedisNodes, type Reply } from "../redis/connection.ts";
import { eventsKey, partitionOf } from "../redis/keys.ts";

/** The day that is measured: an ordinary Monday. */
export const BENCH_DAY = parseDay("2026-11-16") as Day;
/** All offices keep the time of this zone. */
export const BENCH_ZONE = "Asia/Almaty";
export const PARTITIONS = 16;

const BATCH = 250;
/** Batches that are under way at most. */
const UNDER_WAY = 8;

/** A clock that runs as the real one does and says `minutes` after midnight of the day now. */
export function clockOn(day: Day, minutes: number): Clock {
  const offset = momentAt(day, minutes, BENCH_ZONE) - Date.now();
  return { now: () => Date.now() + offset, offset };
}

/** How much of the country takes part, and whether its heartbeats do. */
export interface Share {
  readonly scale: number;
  readonly heartbeats: boolean;
}

/** The events of a day until 22 h in the order of time, as pairs of office and JSON text. */
export function* eventsOf(index: ReferenceIndex, { scale, heartbeats }: Share, day = BENCH_DAY) {
  const scenario = { name: "ordinary", day: BENCH_DAY } as const;
  const night = `"time":"${formatDay(day)}T22`;
  for (const event of generateDay({ seed: "bench", index, settings: SETTINGS, scale, scenario, day, heartbeats })) {
    if (event[1].includes(night)) return;
    yield event;
  }
}

/** What was put into the streams. */
export interface Filled {
  readonly events: number;
  readonly bytes: number;
}

/** Adds many events to a stream at once: a command each costs this process ten times as much as making the event. */
const ADD = "for at = 1, #ARGV do redis.call('XADD', KEYS[1], '*', 'event', ARGV[at]) end";

/** Puts events into the streams of their partitions, some hundred of a partition at once, each partition's in their order. */
export async function fillStreams(
  nodes: RedisNodes,
  events: Iterable<readonly [office: string, json: string]>,
): Promise<Filled> {
  const at = await nodes.at(0);
  const waiting = Array.from({ length: PARTITIONS }, (): string[] => []);
  const under = new Set<Promise<Reply>>();
  const add = (partition: number) => {
    const texts = waiting[partition] as string[];
    waiting[partition] = [];
    if (texts.length === 0) return;
    const adding = command(at, ["EVAL", ADD, "1", eventsKey(partition), ...texts]).finally(() => under.delete(adding));
    under.add(adding);
  };
  let filled = 0;
  let bytes = 0;
  for (const [office, json] of events) {
    const partition = partitionOf(office, PARTITIONS);
    const texts = waiting[partition] as string[];
    texts.push(json);
    filled += 1;
    bytes += Buffer.byteLength(json);
    if (texts.length < BATCH) continue;
    add(partition);
    if (under.size >= UNDER_WAY) await Promise.race(under);
  }
  for (let partition = 0; partition < PARTITIONS; partition += 1) add(partition);
  await Promise.all(under);
  return { events: filled, bytes };
}

/** Removes everything but the streams of events: the store is as it was before anything was folded. */
export async function emptyButStreams(nodes: RedisNodes): Promise<void> {
  const at = await nodes.at(0);
  const streams = new Set(Array.from({ length: PARTITIONS }, (_, partition) => eventsKey(partition)));
  let cursor = "0";
  do {
    const [next, keys] = await command<[string, string[]]>(at, ["SCAN", cursor, "COUNT", "5000"]);
    const gone = keys.filter((key) => !streams.has(key));
    if (gone.length > 0) await command(at, ["DEL", ...gone]);
    cursor = next;
  } while (cursor !== "0");
}
