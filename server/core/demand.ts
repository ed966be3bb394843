import { type Day, dayStart, localDay } from "../../shared/time.ts";
import { clip, lengthOf, type Span, unite, without } from "./demandSpans.ts";
import { happened, NEVER } from "./moment.ts";
import { intervalsOf, LONGEST_INTERVAL, type OperatorDay } from "./operatorDay.ts";
import { countingCall, operatorOf, type Ticket } from "./ticket.ts";

/** Of which local day the demand is asked for, and when: `now` in epoch ms. */
export interface DemandQuestion {
  readonly day: Day;
  readonly zone: string;
  readonly now: number;
}

/** An operator's time at the desk without a pause and without a ticket, ms: while nobody waited, while people waited. */
export interface FreeTime {
  readonly nobodyWaiting: number;
  readonly peopleWaiting: number;
}

/** The part of a local day that has passed. */
function window({ day, zone, now }: DemandQuestion): Span {
  return { from: dayStart(day, zone), to: Math.min(dayStart(day + 1, zone), now) };
}

/**
 * When anybody waited on the day [M1]: from the issue of a ticket until it is first called, left or closed, and no
 * longer than the local day of its issue.
 */
export function waitingSpans(tickets: Iterable<Ticket>, question: DemandQuestion): Span[] {
  const of = window(question);
  const spans: Span[] = [];
  for (const { issued, calls, left, closed } of tickets) {
    if (!happened(issued) || issued.time >= of.to) continue;
    const over = dayStart(localDay(issued.time, question.zone) + 1, question.zone);
    const to = Math.min(calls[0]?.time ?? NEVER, left.time, closed.time, over);
    const span = clip({ from: issued.time, to }, of);
    if (span !== null) spans.push(span);
  }
  return unite(spans);
}

/** Where an interval without an end ends: now on the running day, else at the last event that names the operator. */
function endOf(of: OperatorDay | undefined, day: Day, { zone, now }: DemandQuestion): number {
  if (day >= localDay(now, zone)) return now;
  return of === undefined ? Number.NEGATIVE_INFINITY : of.last;
}

/** When each operator had a ticket, by operator. */
function servingSpans(
  tickets: Iterable<Ticket>,
  days: ReadonlyMap<string, OperatorDay>,
  question: DemandQuestion,
): Map<string, Span[]> {
  const of = window(question);
  const found = new Map<string, Span[]>();
  for (const ticket of tickets) {
    const call = countingCall(ticket);
    if (call === null || call.time >= of.to) continue;
    const operator = operatorOf(ticket);
    let to = ticket.closed.time;
    if (to === NEVER) {
      const day = localDay(call.time, question.zone);
      to = day === question.day ? endOf(days.get(operator), day, question) : call.time;
    } else if (to - call.time > LONGEST_INTERVAL) continue;
    const span = clip({ from: call.time, to }, of);
    if (span === null) continue;
    const spans = found.get(operator);
    if (spans === undefined) found.set(operator, [span]);
    else spans.push(span);
  }
  return found;
}

/** Time at the desk less pauses on the day asked for, out of the days of acts that reach it. */
function presence(days: readonly OperatorDay[], question: DemandQuestion): Span[] {
  const of = window(question);
  const tracks = { signed: [] as Span[], paused: [] as Span[] };
  for (const day of days) {
    const intervals = intervalsOf(day);
    for (const track of ["signed", "paused"] as const)
      for (const { from, to } of intervals[track]) {
        if (to === NEVER ? day.day !== question.day : to - from > LONGEST_INTERVAL) continue;
        const span = clip({ from, to: to === NEVER ? endOf(day, day.day, question) : to }, of);
        if (span !== null) tracks[track].push(span);
      }
  }
  return without(unite(tracks.signed), unite(tracks.paused));
}

/**
 * The free time of each operator who was at the desk on the day, split by whether anybody waited [M1, M2]: a function of
 * the set of events and of the clock. `tickets` are all that touch the day; `days` the operators' days that reach it.
 */
export function demandOf(
  tickets: readonly Ticket[],
  days: Iterable<OperatorDay>,
  question: DemandQuestion,
): Map<string, FreeTime> {
  const byOperator = new Map<string, OperatorDay[]>();
  const ofDay = new Map<string, OperatorDay>();
  for (const day of days) {
    if (day.day === question.day) ofDay.set(day.operator, day);
    const list = byOperator.get(day.operator);
    if (list === undefined) byOperator.set(day.operator, [day]);
    else list.push(day);
  }
  const waiting = waitingSpans(tickets, question);
  const serving = servingSpans(tickets, ofDay, question);
  const found = new Map<string, FreeTime>();
  for (const [operator, list] of byOperator) {
    const present = presence(list, question);
    if (present.length === 0) continue;
    const free = without(present, unite(serving.get(operator) ?? []));
    const nobodyWaiting = lengthOf(without(free, waiting));
    found.set(operator, { nobodyWaiting, peopleWaiting: lengthOf(free) - nobodyWaiting });
  }
  return found;
}
