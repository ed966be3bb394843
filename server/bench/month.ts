import { generateDay } from "../../seeds/simulator/generator/countryDay.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import { type Day, formatDay, momentAt, parseDay, weekday } from "../../shared/time.ts";
import type { SlotKind } from "../core/book.ts";
import { type Connection, command, RedisNodes } from "../redis/connection.ts";
import { partitionOf, rowsKey } from "../redis/keys.ts";
import { openStore } from "../redis/openStore.ts";
import { isMonthly, periodOf } from "../redis/storedRows.ts";
import { startTestRedis } from "../testing/redis.ts";
import type { Bench } from "./bench.ts";
import { BENCH_ZONE, clockOn, fillStreams, PARTITIONS } from "./benchDay.ts";
import { fullyStaffed, withClients } from "./busyCountry.ts";
import { runPipeline } from "./pipeline.ts";
import { liveThroughMonth, MONTH_CLIENTS } from "./wholeMonth.ts";

const FIRST = parseDay("2026-11-01") as Day;
const LAST = parseDay("2026-11-30") as Day;
const FOLDED = [parseDay("2026-11-16") as Day, parseDay("2026-11-17") as Day];
const KINDS: readonly SlotKind[] = ["office", "series", "operator", "matter", "pair", "cause"];
const NIGHT = 23 * 60 + 30;
/** So often operators have each other's work: a month then has about as many pairs as one that is lived through (`--full`). */
const HANDS_CHANGE_DAYS = 3;

/** A Redis that holds a month of the country. */
export interface Month {
  readonly redisUrl: string;
  readonly nodes: RedisNodes;
  readonly from: string;
  readonly to: string;
  readonly days: readonly Day[];
  readonly clockOffsetMs: number;
  readonly events: number;
  /** Rows of operators' days that are stored. */
  readonly operatorDays: number;
  /** How the month was made, in words. */
  readonly how: string;
  stop(): Promise<void>;
}

/** The offices' days of the month: all but Sundays. */
function openDays(): Day[] {
  return Array.from({ length: LAST - FIRST + 1 }, (_, at) => FIRST + at).filter((day) => weekday(day) !== 6);
}

type Renamed = (operator: string) => string;

/**
 * Others do an office's work than on the folded day, so that in a month each operator has the services of many days: each
 * does what the colleague so many places before did.
 */
function changedHands(index: ReferenceIndex, office: string, places: number): Renamed {
  const operators = [...index.operators.values()].filter((one) => one.office === office).map(({ id }) => id);
  const named = new Map(operators.map((id, at) => [id, operators[(at + places) % operators.length] as string]));
  return (operator) => named.get(operator) ?? operator;
}

/** Lays the figures of operators by service under another date and other operators. */
async function layPairs(at: Connection, from: string, to: string, renamed: Renamed): Promise<void> {
  const rows = await command<string[]>(at, ["HGETALL", from]);
  const laid = rows.map((text, field) => {
    const bar = text.indexOf("|");
    return field % 2 === 1 ? text : renamed(text.slice(0, bar)) + text.slice(bar);
  });
  if (laid.length > 0) await command(at, ["HSET", to, ...laid]);
}

/** Lays the rows of an office's folded day under another date; the field names of the monthly hashes are days. */
async function layUnder(at: Connection, office: string, from: Day, to: Day, renamed: Renamed): Promise<void> {
  const partition = partitionOf(office, PARTITIONS);
  await Promise.all(
    KINDS.map(async (kind) => {
      const key = (day: Day) => rowsKey(partition, office, periodOf(kind, day), kind);
      if (kind === "pair") return layPairs(at, key(from), key(to), renamed);
      if (!isMonthly(kind)) return command(at, ["COPY", key(from), key(to), "REPLACE"]);
      const packed = await command<string | null>(at, ["HGET", key(from), `${from}`]);
      return packed === null ? null : command(at, ["HSET", key(to), `${to}`, packed]);
    }),
  );
}

/** Makes a month of 300 offices with thirty operators each, so that reading has a whole month before it. */
export async function makeMonth(bench: Bench): Promise<Month> {
  const redis = await startTestRedis({ appendfsync: "everysec" });
  const nodes = new RedisNodes([redis.url]);
  const stop = async () => {
    await nodes.close();
    await redis.stop();
  };
  try {
    await openStore(nodes, PARTITIONS);
    const index = fullyStaffed(bench.index);
    const days = openDays();
    const told = bench.full ? await liveThrough(bench, nodes, index) : await layOut(bench, nodes, index, days);
    const operatorDays = await countRows(nodes, [...index.offices.keys()], days);
    return {
      redisUrl: redis.url,
      nodes,
      from: formatDay(FIRST),
      to: formatDay(LAST),
      days,
      clockOffsetMs: momentAt(LAST, NIGHT, BENCH_ZONE) - Date.now(),
      ...told,
      operatorDays,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Made {
  readonly events: number;
  readonly how: string;
}

/** All days of the month out of their events. */
async function liveThrough(bench: Bench, nodes: RedisNodes, index: ReferenceIndex): Promise<Made> {
  const { events, tickets, applications, seconds } = await liveThroughMonth(bench, nodes, index, FIRST, LAST);
  const many = (count: number) => count.toLocaleString("en");
  const how = `${index.offices.size} offices with 30 operators, a whole month of the simulator: ${many(tickets)} tickets and ${many(applications)} applications in ${many(events)} events, made and folded in ${Math.round(seconds)} s`;
  return { events, how };
}

/** Some days go through the streams and are folded, and their rows are laid under the other dates too. */
async function layOut(bench: Bench, nodes: RedisNodes, index: ReferenceIndex, days: readonly Day[]): Promise<Made> {
  const clients = bench.quick ? 40 : MONTH_CLIENTS;
  const folded = bench.quick ? FOLDED.slice(0, 1) : FOLDED;
  let events = 0;
  for (const day of folded) {
    bench.say(`a month: the events of ${formatDay(day)}`);
    const settings = withClients(clients);
    const scenario = { name: "ordinary", day } as const;
    const filled = await fillStreams(nodes, generateDay({ seed: "bench", index, settings, scale: 1, scenario, day }));
    events += filled.events;
  }
  bench.say(`a month: folding ${events} events`);
  const clock = clockOn(LAST, NIGHT);
  await (await runPipeline({ nodes, index, clock, events })).stop();
  bench.say("a month: its other days");
  const at = await nodes.at(0);
  for (const [place, day] of days.entries()) {
    const from = folded[place % folded.length] as Day;
    if (folded.includes(day)) continue;
    const laid = [...index.offices.keys()].map((office) =>
      layUnder(at, office, from, day, changedHands(index, office, Math.floor(place / HANDS_CHANGE_DAYS))),
    );
    await Promise.all(laid);
  }
  const how = `${index.offices.size} offices with 30 operators and ${clients} clients a day each, ${days.length} days: ${folded.length} folded from events, their rows laid under the other dates, other operators by service every third day`;
  return { events, how };
}

async function countRows(nodes: RedisNodes, offices: readonly string[], days: readonly Day[]): Promise<number> {
  const at = await nodes.at(0);
  const counts = await Promise.all(
    offices.flatMap((office) =>
      days.map((day) => {
        const key = rowsKey(partitionOf(office, PARTITIONS), office, periodOf("operator", day), "operator");
        return command<number>(at, ["HLEN", key]);
      }),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Milliseconds that reading the rows of a kind takes when nothing is done with them. */
export async function readRows({ nodes, days }: Month, offices: Iterable<string>, kind: SlotKind): Promise<number> {
  const at = await nodes.at(0);
  const begun = performance.now();
  await Promise.all(
    [...offices].flatMap((office) =>
      [...new Set(days.map((day) => periodOf(kind, day)))].map((period) =>
        command(at, ["HGETALL", rowsKey(partitionOf(office, PARTITIONS), office, period, kind)]),
      ),
    ),
  );
  return performance.now() - begun;
}
