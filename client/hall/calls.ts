import { numberOf, wordOf } from "../store/figures.ts";
import type { Entry } from "../store/rows.ts";

/** A ticket that was called to a desk. */
export interface HallCall {
  readonly ticket: string;
  readonly desk: string | null;
  /** When, epoch ms. */
  readonly since: number;
}

/** How many calls a hall lists. */
const LISTED = 5;
/** A call is announced for so long, ms. */
export const ANNOUNCED_MS = 9_000;

/** What is printed on the ticket: the number without its date. */
export function ticketName(ticket: string): string {
  return ticket.slice(ticket.lastIndexOf("/") + 1);
}

/** The calls of a view's rows. */
export function callsOf(entries: readonly Entry[]): HallCall[] {
  return entries.flatMap(({ id, row }) => {
    const since = numberOf("call", row, "since");
    return since === null ? [] : [{ ticket: id, desk: wordOf("call", row, "desk"), since }];
  });
}

/**
 * The last calls, newest first: those that are told now, and those seen before whose ticket has left its desk since. A
 * ticket that is called again stands once, with its last call.
 */
export function lastCalls(seen: readonly HallCall[], told: readonly HallCall[]): readonly HallCall[] {
  const byTicket = new Map<string, HallCall>();
  for (const call of [...seen, ...told]) {
    const known = byTicket.get(call.ticket);
    if (known === undefined || known.since <= call.since) byTicket.set(call.ticket, call);
  }
  return [...byTicket.values()].sort((a, b) => b.since - a.since || (a.ticket < b.ticket ? -1 : 1)).slice(0, LISTED);
}

/** Whether a call is so recent that it is announced. `now` is the centre's clock, epoch ms. */
export function isAnnounced(call: HallCall, now: number | null): boolean {
  return now !== null && now - call.since < ANNOUNCED_MS;
}
