import { FEWEST_PEOPLE, type MyAct, type MyDayAnswer, type MyTicket, type TeamMedian } from "../../shared/myDay.ts";
import type { Office } from "../../shared/reference.ts";
import type { StatisticsRow } from "../../shared/statistics.ts";
import { type Day, dayStart, formatDay, localDay } from "../../shared/time.ts";
import { happened } from "../core/moment.ts";
import type { StaffMark } from "../core/operatorDay.ts";
import { givenTargets, targetsOn } from "../core/target.ts";
import { countingCall, pausesOf, serviceTime, type Ticket } from "../core/ticket.ts";
import type { Clock, Figures } from "../ports.ts";
import type { FloorParts } from "./floorAnswer.ts";
import type { FloorSource } from "./floorPorts.ts";
import { Remembered } from "./remembered.ts";
import { demandInSeconds, roleOf, shiftOf } from "./staff.ts";
import { actsOf, inaccurateOf, ticketsServed } from "./timings.ts";

/** What is read of a whole office, and of which each operator sees the own part. */
export interface TeamDay {
  readonly rows: readonly StatisticsRow[];
  readonly returned: Awaited<ReturnType<FloorSource["returned"]>>;
  readonly themes: Awaited<ReturnType<FloorSource["themes"]>>;
}

/** So old a team's figures may be beside one's own, ms. */
const TEAM_MS = 5_000;

/** Reads an office's day once for all its operators. */
export function teamDays(
  clock: Pick<Clock, "now">,
  figures: Pick<Figures, "statistics">,
  source: Pick<FloorSource, "returned" | "themes">,
): Remembered<TeamDay> {
  return new Remembered(clock, async (office, day) => {
    const [{ rows }, returned, themes] = await Promise.all([
      figures.statistics({ from: day, to: day, by: ["operator"], filter: { office } }),
      source.returned(office, day),
      source.themes(office, day),
    ]);
    return { rows, returned, themes };
  });
}

export interface MyDayParts extends FloorParts {
  readonly team: Remembered<TeamDay>;
}

/** The middle of some figures; of an even number the mean of the two in the middle. Null when there are none. */
export function median(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const middle = Math.floor(known.length / 2);
  const upper = known[middle];
  if (upper === undefined) return null;
  return known.length % 2 === 1 ? upper : ((known[middle - 1] as number) + upper) / 2;
}

function medianOf(team: readonly StatisticsRow[]): TeamMedian | null {
  if (team.length < FEWEST_PEOPLE) return null;
  return {
    people: team.length,
    accepted: median(team.map(({ accepted }) => accepted)),
    served: median(team.map(({ served }) => served)),
    serviceTime: median(team.map((row) => row.serviceTime?.mean ?? null)),
    returned: median(team.map(({ returned }) => returned)),
  };
}

function myTicket(ticket: Ticket): MyTicket {
  const { issued, closed, outcome, queue } = ticket;
  const call = countingCall(ticket)?.time as number;
  const { pauses } = pausesOf(ticket);
  const last = ticket.toggles.at(-1);
  const open = !happened(closed) && last !== undefined && last.reason !== "" ? last : null;
  const waited = happened(issued) && call >= issued.time ? (call - issued.time) / 1000 : null;
  return {
    ticket: ticket.id,
    queue: queue || null,
    issued: happened(issued) ? issued.time : null,
    called: call,
    closed: happened(closed) ? closed.time : null,
    outcome: outcome || null,
    waited,
    service: outcome === "served" ? serviceTime(call, closed.time, pauses) / 1000 : null,
    pauses: [...pauses, ...(open === null ? [] : [{ from: open.time, to: null, reason: open.reason }])],
  };
}

function myAct({ time, act, reason, desk }: StaffMark): MyAct {
  return { at: time, act, reason: reason || null, desk: desk || null };
}

/** An operator's local day. @throws RedisAwayError */
export async function myDayAnswer(parts: MyDayParts, office: Office, operator: string, day: Day): Promise<MyDayAnswer> {
  const { index, clock, days, live } = parts;
  const { id, zone } = office;
  const now = clock.now();
  const [read, whole, records, allDisputes, book] = await Promise.all([
    days.read(id, day, zone),
    parts.team.of(id, day, TEAM_MS),
    parts.targets.list(id),
    parts.disputes.list(id),
    parts.help.list(id),
  ]);
  const date = formatDay(day);
  const today = day === localDay(now, zone) ? live(id)?.people.get(operator) : undefined;
  const acts = read === null ? [] : actsOf(read.days, day, operator);
  const role = roleOf(index, operator, today ?? { role: acts.findLast((act) => act.role !== "")?.role ?? "" });
  const rows = whole.rows.filter((row) => (row.signedIn ?? 0) > 0);
  const team = rows.filter((row) => roleOf(index, row.operator ?? "", undefined) === role);
  const disputes = allDisputes.filter((dispute) => dispute.operator === operator && dispute.day === date);
  const own = { day, zone, operator };
  const [from, to] = [dayStart(day, zone), dayStart(day + 1, zone)];
  return {
    office: id,
    operator,
    date,
    asOf: now,
    role,
    desk: today?.desk || acts.findLast((act) => act.desk !== "")?.desk || index.operators.get(operator)?.desk || null,
    shift: shiftOf(index, office, operator),
    targets: targetsOn([...givenTargets(index.reference.targets), ...records], role, day),
    figures: whole.rows.find((row) => row.operator === operator) ?? null,
    median: medianOf(team),
    demand: demandInSeconds(read?.demand.get(operator)),
    waiting: read === null ? null : read.waiting.map((span) => [span.from, span.to] as const),
    returned: whole.returned.filter((each) => each.operator === operator).map(({ operator: _, ...of }) => of),
    themes: whole.themes.filter((each) => each.operator === operator).map(({ theme, count }) => ({ theme, count })),
    tickets:
      read === null
        ? null
        : ticketsServed(read.tickets, day, zone, operator)
            .map(myTicket)
            .sort((a, b) => a.called - b.called),
    acts: acts.map(myAct),
    disputes,
    inaccurate: read === null ? null : inaccurateOf(read, disputes, own),
    help: book.calls.filter((call) => call.operator === operator && call.at >= from && call.at < to),
  };
}
