import { type Day, formatDay, formatMonth, parseDay } from "../../shared/time.ts";
import { unpackApplication, unpackOperatorDay, unpackTicket } from "../core/packing.ts";
import {
  applicationExpired,
  OPERATOR_MONTHS,
  operatorDayExpired,
  operatorHorizon,
  ticketExpired,
} from "../core/retention.ts";
import type { Dropping, Keeping } from "../ingest/retentionSweep.ts";
import { droppedMark } from "./droppedMarks.ts";
import {
  applicationsKey,
  archiveKey,
  droppedKey,
  officesKey,
  openKey,
  operatorDaysKey,
  returnedKey,
  rowsKey,
  ticketsKey,
} from "./keys.ts";

/** Carries out one command on the partition's node. */
export type Ask = <T>(args: readonly string[]) => Promise<T>;

/** Records that are looked through at once. */
const SLICE = "200";
/** Days before the horizon whose rows are removed every day; all earlier months once a week. */
const NEAR_DAYS = 10;
/** Days after an operator's day on which what they accepted may count. */
const SHADOW_DAYS = 180;
const FIRST_YEAR = 2005;
const PERSONAL = ["operator", "pair", "theme"] as const;

const NOTHING = { tickets: [], applications: [], operatorDays: [], keys: [] };

async function* scan(ask: Ask, key: string): AsyncGenerator<[string, string][]> {
  for (let cursor = "0", begun = false; cursor !== "0" || !begun; begun = true) {
    const [next, reply] = await ask<[string, string[]]>(["HSCAN", key, cursor, "COUNT", SLICE]);
    const found: [string, string][] = [];
    for (let at = 0; at < reply.length; at += 2) found.push([reply[at] as string, reply[at + 1] as string]);
    yield found;
    cursor = next;
  }
}

function operatorDayOf(key: string, text: string) {
  const bar = key.lastIndexOf("|");
  return unpackOperatorDay(key.slice(0, bar), Number(key.slice(bar + 1)), text);
}

/**
 * The days whose operators' rows are to go: those shortly before the horizon, once a week all of earlier months. A day
 * stays while an operator's day not long before it is kept: what was begun then may count on it.
 */
async function* oldDays(
  ask: Ask,
  { partition, office, on, months }: { partition: number; office: string; on: Day; months: number },
  keptDays: ReadonlySet<Day>,
): AsyncGenerator<Day[]> {
  const horizon = operatorHorizon(on, months);
  const isFree = (day: Day) => [...keptDays].every((kept) => day < kept || day > kept + SHADOW_DAYS);
  yield Array.from({ length: NEAR_DAYS }, (_, at) => horizon - 1 - at).filter(isFree);
  if (on % 7 !== 0) return;
  for (let month = parseDay(`${FIRST_YEAR}-01-01`) as Day; month < horizon - NEAR_DAYS; ) {
    const days: Day[] = [];
    const name = formatMonth(month);
    for (; formatMonth(month) === name && month < horizon; month += 1) if (isFree(month)) days.push(month);
    if ((await ask<number>(["EXISTS", rowsKey(partition, office, name, "office")])) === 1) yield days;
  }
}

/** What a partition keeps, read slice by slice. */
export function retentionStore(partition: number, ask: Ask, months = OPERATOR_MONTHS): Keeping {
  async function* ofOffice(office: string, on: Day): AsyncGenerator<Dropping> {
    const horizon = operatorHorizon(on, months);
    const keptDays = new Set<Day>();
    for await (const slice of scan(ask, ticketsKey(partition, office))) {
      const tickets = slice.flatMap(([id, text]) => (ticketExpired(unpackTicket(id, text), on) ? [id] : []));
      yield { ...NOTHING, office, tickets };
    }
    for await (const slice of scan(ask, applicationsKey(partition, office))) {
      const applications = slice.flatMap(([id, text]) => {
        const of = unpackApplication(id, text);
        return (of.duePassed || of.due === Number.POSITIVE_INFINITY) && applicationExpired(of, on) ? [id] : [];
      });
      yield { ...NOTHING, office, applications };
    }
    for await (const slice of scan(ask, operatorDaysKey(partition, office))) {
      const operatorDays = slice.flatMap(([key, text]) => {
        const of = operatorDayOf(key, text);
        if (operatorDayExpired(of, on, months)) return [key];
        if (of.day < horizon) keptDays.add(of.day);
        return [];
      });
      yield { ...NOTHING, office, operatorDays };
    }
    for await (const days of oldDays(ask, { partition, office, on, months }, keptDays))
      yield {
        ...{ ...NOTHING, office },
        keys: days.flatMap((day) => PERSONAL.map((kind) => rowsKey(partition, office, formatDay(day), kind))),
      };
  }
  return {
    async swept() {
      const text = await ask<string | null>(["HGET", archiveKey(partition), "swept"]);
      return text === null ? -1 : (parseDay(text) ?? -1);
    },
    async *expired(on) {
      for (const office of await ask<string[]>(["HKEYS", officesKey(partition)])) yield* ofOffice(office, on);
    },
  };
}

/** The commands that remove records and note that they were there; the marks of a field are read first. */
export async function writesOfDropping(partition: number, of: Dropping, ask: Ask): Promise<string[][]> {
  const { office, tickets, applications, operatorDays, keys } = of;
  const commands: string[][] = [];
  const remove = (command: string, key: string, ids: readonly string[]) => {
    if (ids.length > 0) commands.push([command, key, ...ids]);
  };
  remove("HDEL", ticketsKey(partition, office), tickets);
  remove("HDEL", applicationsKey(partition, office), applications);
  remove("HDEL", openKey(partition, office), applications);
  remove("SREM", returnedKey(partition, office), applications);
  remove("HDEL", operatorDaysKey(partition, office), operatorDays);
  for (const key of keys) commands.push(["UNLINK", key]);
  const marks = new Map<string, string>();
  const note = ({ field, mark }: { field: string; mark: string }) => marks.set(field, (marks.get(field) ?? "") + mark);
  for (const id of tickets) note(droppedMark("ticket", id));
  for (const id of applications) note(droppedMark("application", id));
  if (marks.size === 0) return commands;
  const key = droppedKey(partition, office);
  const fields = [...marks.keys()];
  const known = await ask<(string | null)[]>(["HMGET", key, ...fields]);
  commands.push(["HSET", key, ...fields.flatMap((field, at) => [field, (known[at] ?? "") + marks.get(field)])]);
  return commands;
}

/** The command that notes that a sweep of a day came to its end. */
export function noteSwept(partition: number, day: Day): string[] {
  return ["HSET", archiveKey(partition), "swept", formatDay(day)];
}
