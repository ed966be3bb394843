import type { CountForecast, ForecastAnswer, NoForecast, PredictedWait } from "../../shared/forecast.ts";
import { openingHours, type ReferenceIndex } from "../../shared/referenceIndex.ts";
import { DAY_MS, formatDay, localDay, momentAt, zoneOffset } from "../../shared/time.ts";
import type { QuarterField } from "../../shared/wire.ts";
import { elapsed } from "../core/elapsed.ts";
import { type DaySoFar, forecastRest } from "../core/forecast.ts";
import { copingOf } from "../core/forecastCoping.ts";
import type { DayPattern } from "../core/forecastPattern.ts";
import { waitRange } from "../core/predictedWait.ts";
import { queueState, recentService, type Waiting } from "../core/predictedWaitState.ts";
import { AT } from "../core/row.ts";
import { IN_QUARTER, quarterOf } from "../core/series.ts";
import { errorLike } from "../core/waitError.ts";
import type { LiveOffice } from "../live/liveOffice.ts";
import type { OfficePast } from "./officePast.ts";

const QUEUES = ["services", "priority", "banking", "collection"] as const;
/** Fewer calls than this say nothing of a ticket's desk time. */
const LEAST_CALLS = 20;

/** How many minutes of its local day have passed at a moment. */
function minuteOf(moment: number, zone: string): number {
  const local = moment + zoneOffset(zone, moment);
  return (local - Math.floor(local / DAY_MS) * DAY_MS) / 60_000;
}

/** The counts of a figure by the quarters of the running day. */
function courseOf(live: LiveOffice, field: QuarterField): number[] {
  return Array.from({ length: 96 }, (_, quarter) => quarterOf(live.series, quarter)?.[IN_QUARTER[field]] ?? 0);
}

/** Operators signed in at desks, and those with a ticket. */
function desksOf(live: LiveOffice): { atWork: number; serving: number; signedIn: number } {
  const serving = new Set<string>();
  for (const ticket of live.tickets.values()) if (ticket.state === "serving") serving.add(ticket.operator);
  const atWork = new Set(serving);
  let signedIn = 0;
  for (const [id, { signedInSince, pausedSince, role }] of live.people) {
    if (signedInSince === 0 || (role !== "" && role !== "operator")) continue;
    signedIn += 1;
    if (pausedSince === 0) atWork.add(id);
  }
  return { atWork: atWork.size, serving: serving.size, signedIn: Math.max(signedIn, atWork.size) };
}

/** How long a ticket issued now will wait in each queue. */
function waitsOf(live: LiveOffice, past: OfficePast, now: number): PredictedWait[] {
  const waiting: Waiting = new Map([...live.stock.queues].map(([queue, of]) => [queue, of.waiting]));
  const desks = desksOf(live);
  const course = { sums: courseOf(live, "serviceSum"), counts: courseOf(live, "serviceN") };
  const quarter = Math.floor(minuteOf(now, live.office.zone) / 15);
  const service = recentService(course, quarter, past.service);
  return QUEUES.map((queue) => {
    const state = queueState(queue, waiting, desks, service);
    const range = waitRange(state, past.waits.spreads);
    return {
      queue,
      ahead: state.ahead,
      low: range === null ? null : range.low / 1000,
      expected: range === null ? null : range.expected / 1000,
      high: range === null ? null : range.high / 1000,
      error: errorLike(past.waits, state),
    };
  });
}

/** What part of their time at the desk operators were not in a pause today; 1 while too little is known. */
function presentShare(live: LiveOffice, now: number): number {
  const { row, day } = live;
  if (row === null) return 1;
  const signedIn = elapsed(row, "signedIn", day, day, now);
  const paused = elapsed(row, "paused", day, day, now);
  return signedIn < 3_600_000 ? 1 : Math.min(1, Math.max(0.3, 1 - paused / signedIn));
}

function ticketTime(live: LiveOffice, past: OfficePast, now: number): number {
  const { row, day } = live;
  const called = row === null ? 0 : (row.counts[AT.called] as number);
  if (row === null || called < LEAST_CALLS) return past.ticketTime ?? 0;
  return elapsed(row, "serving", day, day, now) / called;
}

/** The rest of an office's day at `now` (epoch ms), out of what it told today and of its past. */
export function officeForecast(live: LiveOffice, past: OfficePast, index: ReferenceIndex, now: number): ForecastAnswer {
  const { office, row } = live;
  const { zone } = office;
  const day = localDay(now, zone);
  const hours = openingHours(office, day, index);
  const told = live.silentSince === null ? now : Math.min(now, live.lastEvent);
  const minute = Math.max(hours?.open ?? 0, minuteOf(told, zone));
  const over = hours === null || minuteOf(now, zone) >= hours.close;
  const upTo = (count: number | null): DaySoFar => ({
    count,
    quarter: Math.floor(minute / 15),
    part: (minute % 15) / 15,
  });
  const forecast = (pattern: DayPattern | null, count: number | null): CountForecast | null =>
    pattern === null ? null : forecastRest(pattern, upTo(count));
  const tickets = over ? null : forecast(past.tickets, row === null ? null : (row.counts[AT.ticketsIssued] as number));
  const accepted = over ? null : forecast(past.accepted, row === null ? null : (row.counts[AT.accepted] as number));
  const none: NoForecast | null = over ? "closed" : tickets === null ? "too-little-history" : null;
  const coping =
    tickets === null || hours === null || row === null
      ? null
      : copingOf({
          waiting: live.stock.waiting,
          coming: tickets.rest,
          desks: desksOf(live).signedIn,
          present: presentShare(live, now),
          ticketTime: ticketTime(live, past, now),
          now: Math.max(hours.open, minuteOf(now, zone)),
          closes: hours.close,
          shifts: office.shifts,
          room: office.desks,
        });
  return {
    office: office.id,
    day: formatDay(day),
    asOf: new Date(now).toISOString(),
    toldUntil: live.lastEvent === 0 ? null : new Date(Math.min(told, now)).toISOString(),
    closes: hours === null ? null : new Date(momentAt(day, hours.close, zone)).toISOString(),
    weekdays: past.tickets?.days ?? 0,
    none,
    tickets,
    accepted,
    ticketsError: past.ticketsError,
    coping,
    waits: hours === null ? [] : waitsOf(live, past, now),
  };
}
