import { setImmediate as breathe } from "node:timers/promises";
import type { Office, StaffRole } from "../../shared/reference.ts";
import { type Day, dayStart, localDay } from "../../shared/time.ts";
import { type DaySpan, demandOfDays, ticketsByDay } from "../core/monthDemand.ts";
import { operatorDayKey } from "../core/office.ts";
import type { OperatorDay } from "../core/operatorDay.ts";
import { daysEndedBy } from "../core/operatorSpine.ts";
import { unpackOperatorDay, unpackSpine } from "../core/packing.ts";
import { operatorOf } from "../core/ticket.ts";
import { TICKET_DAYS } from "../floor/officeDays.ts";
import type { FloorMonth } from "../reports/operatorMonths.ts";
import { command } from "./connection.ts";
import { ticketsOf } from "./floorReader.ts";
import { operatorDaysKey, partitionOf, spinesKey, ticketsKey } from "./keys.ts";
import type { ReaderParts } from "./statisticsReader.ts";
import { targetStore } from "./targetStore.ts";

const ROLES: readonly string[] = ["operator", "consultant", "supervisor"] satisfies StaffRole[];
/** Days asked for at once. */
const ASKED = 500;

/** The demand of an office's days whose tickets are still kept, the roles signed in with, and its targets. */
export async function readFloorMonth(
  { nodes, partitions }: Pick<ReaderParts, "nodes" | "partitions">,
  { id, zone }: Pick<Office, "id" | "zone">,
  month: DaySpan,
  now: number,
): Promise<FloorMonth> {
  const records = await targetStore(nodes, partitions).list(id);
  const today = localDay(now, zone);
  const span = { from: Math.max(month.from, today - TICKET_DAYS + 1), to: Math.min(month.to, today - 1) };
  const roles = new Map<string, StaffRole>();
  if (span.from > span.to) return { records, demand: new Map(), roles };
  const partition = partitionOf(id, partitions);
  const at = await nodes.at(partition);
  const tickets = await ticketsOf(
    at,
    ticketsKey(partition, id),
    dayStart(span.from, zone),
    dayStart(span.to + 1, zone),
  );
  await breathe();
  const byDay = ticketsByDay(tickets, zone, span);
  const reaching = new Map<Day, Set<string>>();
  const wanted = new Map<string, { readonly operator: string; readonly day: Day }>();
  const want = (operator: string, day: Day, of: Day) => {
    const key = operatorDayKey(operator, of);
    wanted.set(key, { operator, day: of });
    const keys = reaching.get(day);
    if (keys === undefined) reaching.set(day, new Set([key]));
    else keys.add(key);
  };
  const spines = await command<string[]>(at, ["HGETALL", spinesKey(partition, id)]);
  for (let field = 0; field < spines.length; field += 2) {
    const operator = spines[field] as string;
    const spine = unpackSpine(operator, spines[field + 1] as string);
    for (let day = span.from; day <= span.to; day += 1) {
      if (spine.days.some((vertebra) => vertebra.day === day)) want(operator, day, day);
      for (const before of daysEndedBy(spine, day)) want(operator, day, before);
    }
  }
  for (const [day, list] of byDay)
    for (const ticket of list) if (operatorOf(ticket) !== "") want(operatorOf(ticket), day, day);
  const days = new Map<string, OperatorDay>();
  const keys = [...wanted.keys()];
  for (let first = 0; first < keys.length; first += ASKED) {
    const some = keys.slice(first, first + ASKED);
    const texts = await command<(string | null)[]>(at, ["HMGET", operatorDaysKey(partition, id), ...some]);
    for (const [place, key] of some.entries()) {
      const text = texts[place];
      const { operator, day } = wanted.get(key) as { readonly operator: string; readonly day: Day };
      if (!text) continue;
      const read = unpackOperatorDay(operator, day, text);
      days.set(key, read);
      const role = read.acts.findLast((act) => act.role !== "")?.role ?? "";
      if (ROLES.includes(role)) roles.set(key, role as StaffRole);
    }
  }
  const daysFor = (day: Day) =>
    [...(reaching.get(day) ?? [])].flatMap((key) => {
      const found = days.get(key);
      return found === undefined ? [] : [found];
    });
  await breathe();
  return { records, demand: demandOfDays(byDay, daysFor, { ...span, zone, now }), roles };
}
