import type { Day } from "../../shared/time.ts";
import { type ArchivedEntry, arrivalDay, firstIdOf } from "../archive/archivedDay.ts";
import { command, type RedisNodes } from "./connection.ts";
import { textOf } from "./eventStream.ts";
import { eventsKey } from "./keys.ts";

/** Entries that are read at once: few enough that reading them holds nobody up. */
const SLICE = 400;

type RawEntry = [id: string, fields: string[]];

/** The day (UTC) of Redis' own clock, `earlierMs` ago. @throws RedisAwayError */
export async function redisDay(nodes: RedisNodes, partition: number, earlierMs: number): Promise<Day> {
  const [seconds] = await command<[string, string]>(await nodes.at(partition), ["TIME"]);
  return arrivalDay(`${Number(seconds) * 1000 - earlierMs}-0`);
}

/** The first day from `from` on of which a partition's stream holds anything; null when there is none. */
export async function nextDayInStream(nodes: RedisNodes, partition: number, from: Day): Promise<Day | null> {
  const start = from <= 0 ? "-" : firstIdOf(from);
  const reply = await command<RawEntry[]>(await nodes.at(partition), [
    ...["XRANGE", eventsKey(partition), start, "+", "COUNT", "1"],
  ]);
  const [id] = reply[0] ?? [];
  return id === undefined ? null : arrivalDay(id);
}

/** The entries of a partition's stream behind `after` and before `end`, some at once, with a rest after each slice. */
export async function* streamSlices(
  nodes: RedisNodes,
  partition: number,
  after: string,
  end: string,
  rest: () => Promise<void> = async () => {},
): AsyncGenerator<ArchivedEntry[]> {
  for (let last = after; ; ) {
    const at = await nodes.at(partition);
    const args = ["XRANGE", eventsKey(partition), `(${last}`, end === "+" ? end : `(${end}`, "COUNT", `${SLICE}`];
    const reply = await command<RawEntry[]>(at, args);
    if (reply.length === 0) return;
    yield reply.map(([id, fields]): ArchivedEntry => [id, textOf(fields)]);
    [last] = reply.at(-1) as RawEntry;
    if (reply.length < SLICE) return;
    await rest();
  }
}

/** The entries of one day (UTC) in a partition's stream. */
export function streamDay(nodes: RedisNodes, partition: number, day: Day, rest?: () => Promise<void>) {
  return streamSlices(nodes, partition, `${beforeFirst(day)}`, firstIdOf(day + 1), rest);
}

/** The greatest id that lies before a day. */
function beforeFirst(day: Day): string {
  return `${Number(firstIdOf(day).split("-")[0]) - 1}-18446744073709551615`;
}
