import { type Day, localDay, localQuarter } from "../../shared/time.ts";
import { baseWait, type PastWait } from "./predictedWait.ts";
import { queueState, recentService } from "./predictedWaitState.ts";

/** A past ticket as the replay needs it; moments are epoch ms, null is "never". */
export interface PastTicket {
  readonly queue: string;
  readonly issued: number;
  /** The call that counts. */
  readonly called: number | null;
  readonly left: number | null;
  readonly closed: number | null;
  readonly operator: string;
  /** Time at the desk without the pauses, ms; null unless served. */
  readonly service: number | null;
}

/** An operator at a desk and not in a pause. */
export interface Presence {
  readonly operator: string;
  readonly from: number;
  readonly to: number;
}

/** The waits of one past day. */
export interface PastWaits {
  readonly day: Day;
  readonly waits: readonly PastWait[];
}

/** Of what happens in one moment: ends before beginnings, and a ticket is issued before it is called. */
const ORDER = { absent: 0, closed: 1, left: 2, present: 3, issued: 4, called: 5 } as const;

interface Step {
  readonly at: number;
  readonly what: keyof typeof ORDER;
  readonly ticket: PastTicket | null;
  readonly operator: string;
}

/** By time; what is of one moment and kind stands in an order of its own, so that the order of reading decides nothing. */
function compareSteps(a: Step, b: Step): number {
  return (
    a.at - b.at ||
    ORDER[a.what] - ORDER[b.what] ||
    (a.ticket?.called ?? 0) - (b.ticket?.called ?? 0) ||
    (a.operator < b.operator ? -1 : a.operator > b.operator ? 1 : 0)
  );
}

function stepsOf(tickets: readonly PastTicket[], presences: readonly Presence[]): Step[] {
  const steps: Step[] = [];
  const note = (at: number | null, what: Step["what"], ticket: PastTicket | null, operator: string) => {
    if (at !== null) steps.push({ at, what, ticket, operator });
  };
  for (const ticket of tickets) {
    note(ticket.issued, "issued", ticket, ticket.operator);
    note(ticket.called, "called", ticket, ticket.operator);
    note(ticket.called === null ? null : ticket.closed, "closed", ticket, ticket.operator);
    note(ticket.called === null ? (ticket.left ?? ticket.closed) : null, "left", ticket, ticket.operator);
  }
  for (const { operator, from, to } of presences) {
    note(from, "present", null, operator);
    note(to, "absent", null, operator);
  }
  return steps.sort(compareSteps);
}

/** The hall of one past day as it went: who waited, who was at a desk, how long the desks took. */
class Hall {
  readonly #waiting = new Map<string, number>();
  readonly #serving = new Map<string, number>();
  readonly #present = new Map<string, number>();
  readonly #sums = new Array<number>(96).fill(0);
  readonly #counts = new Array<number>(96).fill(0);
  readonly waits: PastWait[] = [];

  take({ what, ticket, operator, at }: Step, zone: string, usual: number | null): void {
    if (what === "present") add(this.#present, operator, 1);
    else if (what === "absent") add(this.#present, operator, -1);
    else if (ticket === null) return;
    else if (what === "issued") {
      this.#ask(ticket, zone, usual);
      add(this.#waiting, ticket.queue, 1);
    } else if (what === "left") add(this.#waiting, ticket.queue, -1);
    else if (what === "called") {
      add(this.#waiting, ticket.queue, -1);
      add(this.#serving, operator, 1);
    } else {
      add(this.#serving, operator, -1);
      this.#serve(ticket, at, zone);
    }
  }

  /** Mean time at the desk on this day, ms. */
  get service(): number | null {
    const n = this.#counts.reduce((sum, count) => sum + count, 0);
    return n === 0 ? null : this.#sums.reduce((sum, each) => sum + each, 0) / n;
  }

  #serve(ticket: PastTicket, at: number, zone: string): void {
    if (ticket.service === null) return;
    const quarter = localQuarter(at, zone);
    this.#sums[quarter] = (this.#sums[quarter] as number) + ticket.service;
    this.#counts[quarter] = (this.#counts[quarter] as number) + 1;
  }

  #ask(ticket: PastTicket, zone: string, usual: number | null): void {
    if (ticket.called === null || ticket.called < ticket.issued) return;
    const course = { sums: this.#sums, counts: this.#counts };
    const service = recentService(course, localQuarter(ticket.issued, zone), usual);
    const atWork = new Set([...this.#present.keys(), ...this.#serving.keys()]).size;
    const state = queueState(ticket.queue, this.#waiting, { atWork, serving: this.#serving.size }, service);
    const base = baseWait(state);
    if (base !== null) this.waits.push({ state, base, waited: ticket.called - ticket.issued });
  }
}

function add(counts: Map<string, number>, key: string, amount: number): void {
  const next = (counts.get(key) ?? 0) + amount;
  if (next === 0) counts.delete(key);
  else counts.set(key, next);
}

/**
 * Goes through past days again and asks, for every ticket that was called on the day of its issue, what the queue let
 * expect at that moment: what stood in the hall and had been served by then, nothing later.
 */
export function replayWaits(
  tickets: readonly PastTicket[],
  presences: readonly Presence[],
  zone: string,
): readonly PastWaits[] {
  const days = new Map<Day, { tickets: PastTicket[]; presences: Presence[] }>();
  const of = (moment: number) => {
    const day = localDay(moment, zone);
    const found = days.get(day) ?? { tickets: [], presences: [] };
    days.set(day, found);
    return found;
  };
  for (const ticket of tickets) of(ticket.issued).tickets.push(ticket);
  for (const presence of presences) of(presence.from).presences.push(presence);
  let usual: number | null = null;
  return [...days]
    .sort(([a], [b]) => a - b)
    .flatMap(([day, of]) => {
      if (of.tickets.length === 0) return [];
      const hall = new Hall();
      for (const step of stepsOf(of.tickets, of.presences)) hall.take(step, zone, usual);
      usual = hall.service ?? usual;
      return [{ day, waits: hall.waits }];
    });
}
