import type { CloudEvent } from "../../shared/events.ts";
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

/** What each office needs; most facts find all they need in memory, so this is made only where something is missing. */
export class Wanted {
  readonly byOffice = new Map<OfficeState, Needs>();

  /** What an office needs so far. */
  of(office: OfficeState): Needs {
    let needs = this.byOffice.get(office);
    if (needs === undefined) {
      needs = {
        tickets: new Set(),
        applications: new Set(),
        operatorDays: new Set(),
        spines: new Set(),
        sources: new Set(),
      };
      this.byOffice.set(office, needs);
    }
    return needs;
  }
}

interface Names {
  readonly operator?: string;
  readonly ticket?: string;
  readonly application?: string;
}

/** Adds what the fact names and memory lacks, unless memory has all there is. */
export function needFor(office: OfficeState, { event, time, producer }: Fact, wanted: Wanted): void {
  const { complete } = office;
  const { operator, ticket, application } = event.data as Names;
  if (!office.sources.has(producer) && !complete.has("sources")) wanted.of(office).sources.add(producer);
  if (operator !== undefined) {
    needDay(office, operator, time, wanted);
    if (isAct(event) && !office.spines.has(operator) && !complete.has("spines")) wanted.of(office).spines.add(operator);
  }
  if (application !== undefined) {
    if (!office.applications.has(application) && !complete.has("applications"))
      wanted.of(office).applications.add(application);
  } else if (ticket !== undefined && isOfTicket(event) && !office.tickets.has(ticket) && !complete.has("tickets"))
    wanted.of(office).tickets.add(ticket);
}

function needDay(office: OfficeState, operator: string, time: number, wanted: Wanted): void {
  if (office.complete.has("operatorDays")) return;
  const day = localDay(time, office.zone);
  if (!office.knowsDay(operator, day)) wanted.of(office).operatorDays.add(operatorDayKey(operator, day));
}

/**
 * Adds what the entities of the fact lead to, once these are in memory: the operators' days on which a ticket was
 * called, and the earlier days that an act may end.
 */
export function followUp(office: OfficeState, { event, time }: Fact, wanted: Wanted): void {
  if (office.complete.has("operatorDays")) return;
  const { operator, ticket } = event.data as Names;
  if (ticket !== undefined && isOfTicket(event)) {
    for (const call of office.tickets.get(ticket)?.calls ?? []) needDay(office, call.operator, call.time, wanted);
  } else if (operator !== undefined && isAct(event)) {
    const spine = office.spines.get(operator);
    if (spine === undefined) return;
    for (const before of daysEndedBy(spine, localDay(time, office.zone)))
      if (!office.knowsDay(operator, before)) wanted.of(office).operatorDays.add(operatorDayKey(operator, before));
  }
}

function isAct({ type }: CloudEvent): boolean {
  return type.startsWith("oss.operator.");
}

function isOfTicket({ type }: CloudEvent): boolean {
  return type.startsWith("oss.ticket.");
}
