import { officeFacts } from "../../seeds/simulator/generator/officeDay.ts";
import { SETTINGS } from "../../seeds/simulator/generator/settings.ts";
import { createWorld, type World } from "../../seeds/simulator/generator/world.ts";
import type { Office } from "../../shared/reference.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import { type Day, localDay, localQuarter } from "../../shared/time.ts";
import type { PastDay } from "../core/forecastPattern.ts";
import { addAct, newOperatorDay, type OperatorDay, type StaffAct } from "../core/operatorDay.ts";
import { absorbTicketEvent, newTicket, type Ticket, type TicketEvent } from "../core/ticket.ts";
import type { PastTicket, Presence } from "../core/waitErrorReplay.ts";
import { pastTicketOf, presencesOf } from "../core/waitErrorTickets.ts";

/** What a simulated office told over some weeks, as the product would have stored it. */
export interface SimulatedOffice {
  readonly office: Office;
  readonly tickets: readonly PastDay[];
  readonly accepted: readonly PastDay[];
  readonly past: readonly PastTicket[];
  readonly presences: readonly Presence[];
}

const ACTS: Readonly<Partial<Record<string, StaffAct>>> = {
  "oss.operator.signed-in": "sign-in",
  "oss.operator.paused": "pause",
  "oss.operator.resumed": "resume",
  "oss.operator.signed-out": "sign-out",
};

/** A simulated country of which single offices can be asked for; nothing of its settings is known to the forecasts. */
export function simulatedCountry(index: ReferenceIndex, seed: string, scale: number, day: Day): World {
  return createWorld({ seed, index, settings: SETTINGS, scale, scenario: { name: "ordinary", day } });
}

/** Lets an office live from one day to another, both included. */
export function liveThrough(world: World, office: Office, from: Day, to: Day): SimulatedOffice {
  const { zone } = office;
  const tickets = new Map<string, Ticket>();
  const operatorDays = new Map<string, OperatorDay>();
  const issued = new Map<Day, number[]>();
  const accepted = new Map<Day, number[]>();
  const count = (into: Map<Day, number[]>, at: number) => {
    const day = localDay(at, zone);
    const counts = into.get(day) ?? new Array<number>(96).fill(0);
    into.set(day, counts);
    counts[localQuarter(at, zone)] = (counts[localQuarter(at, zone)] as number) + 1;
  };
  for (let day = from; day <= to; day += 1)
    for (const { at, type, data, sequence } of officeFacts(world, office, day)) {
      if (type === "oss.application.accepted") count(accepted, at);
      if (type === "oss.ticket.issued") count(issued, at);
      const act = ACTS[type];
      if (act !== undefined) {
        const { operator, ...about } = data as { operator: string; reason?: string; desk?: string; role?: string };
        const key = `${operator}|${localDay(at, zone)}`;
        const of = operatorDays.get(key) ?? newOperatorDay(operator, localDay(at, zone));
        operatorDays.set(key, of);
        addAct(of, { time: at, sequence, act, reason: "", desk: "", role: "", ...about });
        of.last = Math.max(of.last, at);
      } else if (type.startsWith("oss.ticket.")) {
        const { ticket: id } = data as { ticket: string };
        const ticket = tickets.get(id) ?? newTicket(id);
        tickets.set(id, ticket);
        absorbTicketEvent(ticket, { type, data } as TicketEvent, at, sequence);
      }
    }
  const past = [...tickets.values()].map(pastTicketOf).filter((ticket) => ticket !== null);
  const presences = [...operatorDays.values()].flatMap((of) => presencesOf(of, zone));
  const days = (of: Map<Day, number[]>) => [...of].map(([day, counts]): PastDay => ({ day, counts }));
  return { office, tickets: days(issued), accepted: days(accepted), past, presences };
}
