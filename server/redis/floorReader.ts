import type { MyReturn } from "../../shared/myDay.ts";
import { type Day, dayStart, localDay } from "../../shared/time.ts";
import { operatorDayKey } from "../core/office.ts";
import type { OperatorDay } from "../core/operatorDay.ts";
import { daysEndedBy } from "../core/operatorSpine.ts";
import { unpackApplication, unpackOperatorDay, unpackSpine, unpackTicket } from "../core/packing.ts";
import { AT, unpackRow } from "../core/row.ts";
import { themeOf } from "../core/theme.ts";
import { operatorOf, type Ticket } from "../core/ticket.ts";
import type { FloorSource, Theme } from "../floor/floorPorts.ts";
import { type Connection, command } from "./connection.ts";
import { applicationsKey, operatorDaysKey, partitionOf, returnedKey, rowsKey, spinesKey, ticketsKey } from "./keys.ts";
import type { ReaderParts } from "./statisticsReader.ts";
import { dateOf } from "./storedRows.ts";

/** Places of moments among a packed ticket's facts. */
const ISSUED = 0;
const CLOSED = 4;
const LEFT = 8;

/**
 * Whether a packed ticket can touch the time between two moments: what was over before is told without unpacking it, and
 * that is nearly all of 35 days.
 */
export function mayTouch(packed: string, from: number, to: number): boolean {
  const facts = packed.slice(0, packed.indexOf(";")).split(",");
  const [issued, closed, left] = [facts[ISSUED], facts[CLOSED], facts[LEFT]];
  if (closed) return Number(closed) >= from && (!issued || Number(issued) < to || packed.indexOf(";;") < 0);
  const called = packed.charAt(packed.indexOf(";") + 1) !== ";";
  if (called) return true;
  if (left && Number(left) < from) return false;
  return !issued || (Number(issued) >= from && Number(issued) < to);
}

/** Tickets of one answer: few enough that nobody else waits for it, in Redis or here. */
const SCANNED = "2000";

/** The tickets of an office that can touch the time between two moments. */
export async function ticketsOf(at: Connection, key: string, from: number, to: number): Promise<Ticket[]> {
  const found = new Map<string, Ticket>();
  let cursor = "0";
  do {
    const [next, reply] = await command<[string, string[]]>(at, ["HSCAN", key, cursor, "COUNT", SCANNED]);
    cursor = next;
    for (let field = 0; field < reply.length; field += 2) {
      const [id, packed] = [reply[field] as string, reply[field + 1] as string];
      if (mayTouch(packed, from, to)) found.set(id, unpackTicket(id, packed));
    }
  } while (cursor !== "0");
  return [...found.values()];
}

/** The days of acts that reach a day, and the day itself of everybody who had a ticket. */
async function operatorDaysOf(
  at: Connection,
  keys: { readonly spines: string; readonly days: string },
  tickets: readonly Ticket[],
  day: Day,
): Promise<OperatorDay[]> {
  const wanted = new Map<string, { readonly operator: string; readonly day: Day }>();
  const want = (operator: string, of: Day) => wanted.set(operatorDayKey(operator, of), { operator, day: of });
  const spines = await command<string[]>(at, ["HGETALL", keys.spines]);
  for (let field = 0; field < spines.length; field += 2) {
    const operator = spines[field] as string;
    const spine = unpackSpine(operator, spines[field + 1] as string);
    if (spine.days.some((vertebra) => vertebra.day === day)) want(operator, day);
    for (const before of daysEndedBy(spine, day)) want(operator, before);
  }
  for (const ticket of tickets) if (operatorOf(ticket) !== "") want(operatorOf(ticket), day);
  if (wanted.size === 0) return [];
  const texts = await command<(string | null)[]>(at, ["HMGET", keys.days, ...wanted.keys()]);
  return [...wanted.values()].flatMap(({ operator, day: of }, index) => {
    const text = texts[index];
    return text ? [unpackOperatorDay(operator, of, text)] : [];
  });
}

/** What the floor shows beside the rows, straight from the stored entities. */
export function floorReader({ nodes, partitions, index }: Omit<ReaderParts, "clock">): FloorSource {
  const zoneOf = (office: string) => index.offices.get(office)?.zone ?? "Asia/Almaty";
  const place = async (office: string) => {
    const partition = partitionOf(office, partitions);
    return { partition, at: await nodes.at(partition), zone: zoneOf(office) };
  };
  return {
    async officeDay(office, day) {
      const { partition, at, zone } = await place(office);
      const [from, to] = [dayStart(day, zone), dayStart(day + 1, zone)];
      const tickets = await ticketsOf(at, ticketsKey(partition, office), from, to);
      const keys = { spines: spinesKey(partition, office), days: operatorDaysKey(partition, office) };
      return { tickets, days: await operatorDaysOf(at, keys, tickets, day) };
    },
    async returned(office, day) {
      const { partition, at, zone } = await place(office);
      const ids = await command<string[]>(at, ["SMEMBERS", returnedKey(partition, office)]);
      if (ids.length === 0) return [];
      const texts = await command<(string | null)[]>(at, ["HMGET", applicationsKey(partition, office), ...ids]);
      const found: (MyReturn & { operator: string })[] = [];
      for (const [place, text] of texts.entries()) {
        if (!text) continue;
        const application = unpackApplication(ids[place] as string, text);
        if (application.acceptance === null) continue;
        const { operator, service, authority } = application.acceptance;
        for (const { time, reason, fault } of application.returns)
          if (localDay(time, zone) === day)
            found.push({ operator, application: application.id, service, authority, at: time, reason, fault });
      }
      return found.sort((a, b) => b.at - a.at);
    },
    async themes(office, day) {
      const { partition, at } = await place(office);
      const reply = await command<string[]>(at, ["HGETALL", rowsKey(partition, office, dateOf(day), "theme")]);
      const found: Theme[] = [];
      for (let field = 0; field < reply.length; field += 2) {
        const count = unpackRow(reply[field + 1] as string).counts[AT.complaints] as number;
        found.push({ ...themeOf(reply[field] as string), count });
      }
      return found.sort((a, b) => b.count - a.count || (a.theme < b.theme ? -1 : 1));
    },
  };
}
