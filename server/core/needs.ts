import { localDay } from "../../shared/time.ts";
import type { Fact } from "./fold.ts";
import { type OfficeState, operatorDayKey } from "./office.ts";
import { daysEndedBy } from "./operatorSpine.ts";

/** Ids of what must be brought from the store before facts of one office can be folded. */
export interface Needs {
  readonly tickets: Set<string>;
  readonly applications: Set<string>;
  readonly operatorDays: Set<string>;
  readonly spines: Set<string>;
  readonly sources: Set<string>;
}

/** Nothing needed. */
export function noNeeds(): Needs {
  return {
    tickets: new Set(),
    applications: new Set(),
    operatorDays: new Set(),
    spines: new Set(),
    sources: new Set(),
  };
}

/** Adds what the fact names and memory lacks. */
export function needFor(office: OfficeState, { event, time, producer }: Fact, needs: Needs): void {
  const { data } = event;
  if (!office.sources.has(producer)) needs.sources.add(producer);
  if ("operator" in data && data.operator !== undefined) {
    const key = operatorDayKey(data.operator, localDay(time, office.zone));
    if (!office.operatorDays.has(key)) needs.operatorDays.add(key);
    if (event.type.startsWith("oss.operator.") && !office.spines.has(data.operator)) needs.spines.add(data.operator);
  }
  if (event.type.startsWith("oss.ticket.")) {
    const { ticket } = data as { ticket: string };
    if (!office.tickets.has(ticket)) needs.tickets.add(ticket);
  } else if ("application" in data && !office.applications.has(data.application))
    needs.applications.add(data.application);
}

/**
 * Adds what the entities of the fact lead to, once these are in memory: the operators' days on which a ticket was
 * called, and the earlier days that an act may end.
 */
export function followUp(office: OfficeState, { event, time }: Fact, needs: Needs): void {
  if (event.type.startsWith("oss.ticket.")) {
    const ticket = office.tickets.get((event.data as { ticket: string }).ticket);
    for (const call of ticket?.calls ?? []) {
      const key = operatorDayKey(call.operator, localDay(call.time, office.zone));
      if (!office.operatorDays.has(key)) needs.operatorDays.add(key);
    }
  }
  if (event.type.startsWith("oss.operator.")) {
    const { operator } = event.data as { operator: string };
    const spine = office.spines.get(operator);
    if (spine === undefined) return;
    for (const before of daysEndedBy(spine, localDay(time, office.zone))) {
      const key = operatorDayKey(operator, before);
      if (!office.operatorDays.has(key)) needs.operatorDays.add(key);
    }
  }
}
