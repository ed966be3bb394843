import type { EventData } from "../../../shared/events.ts";
import type { Hours, Office } from "../../../shared/reference.ts";
import { type Day, momentAt, weekday } from "../../../shared/time.ts";
import { choose, type Random, weigh } from "./random.ts";
import type { Attendance } from "./staffPlan.ts";
import type { TicketNumbers } from "./ticketNumbers.ts";
import type { World } from "./world.ts";

const MINUTE_MS = 60_000;

/** Somebody who takes a ticket: when, for which queue, and how long they are willing to wait (ms). */
export interface Client {
  readonly at: number;
  readonly ticket: string;
  readonly queue: EventData<"oss.ticket.issued">["queue"];
  readonly booked: number | null;
  readonly patience: number;
}

/** Mean minutes that one client takes of a desk: service, pauses, calling, and those who do not come. */
const MINUTES_PER_CLIENT = 10.2;

function atDesks(staff: readonly Attendance[]): number {
  return staff.reduce((sum, { from, until, pauses }) => {
    return sum + until - from - pauses.reduce((away, { length }) => away + length, 0);
  }, 0);
}

/** How many clients come to an office on an ordinary day: its kind, its size, its habit, the weekday and chance. */
export function clientsOn(
  world: World,
  office: Office,
  day: Day,
  staff: readonly Attendance[],
  random: Random,
): number {
  const { clients, weekdays } = world.settings;
  const operators = Math.max(...office.shifts.map((shift) => shift.operators));
  const size = operators / (world.meanOperators[office.kind] || 1);
  const habit = world.chance("habit", office.id).logNormal(1, clients.spread);
  const wanted =
    clients[office.kind] * world.scale * size * habit * (weekdays[weekday(day)] ?? 1) * random.logNormal(1, 0.05);
  const possible = (clients.busiest * atDesks(staff)) / (MINUTES_PER_CLIENT * MINUTE_MS);
  return Math.round(Math.min(wanted, possible));
}

/** The clients of a day by the time of their ticket: a crowd at the door, then by the hours of the day. */
export function planArrivals(
  world: World,
  office: Office,
  day: Day,
  hours: NonNullable<Hours>,
  count: number,
  tickets: TicketNumbers,
  random: Random,
  rush: boolean,
): readonly Client[] {
  const { settings } = world;
  const last = hours.close - settings.lastTicketMinutes;
  const weights = weigh(
    settings.hours.map((weight, hour) => {
      return weight * Math.max(0, Math.min(hour + 1, last / 60) - Math.max(hour, hours.open / 60));
    }),
  );
  const moments: number[] = [];
  for (let client = 0; client < count; client += 1) {
    const crowd = random.chance(rush ? settings.openingRush * 6 : settings.openingRush);
    const hour = choose(weights, random);
    const from = Math.max(hour * 60, hours.open);
    const minutes = crowd ? hours.open + random.between(0, 4) : random.between(from, Math.min(hour * 60 + 60, last));
    moments.push(momentAt(day, 0, office.zone) + Math.floor(minutes * MINUTE_MS));
  }
  moments.sort((one, other) => one - other);
  const { priority, booked } = settings.queues;
  const banking = office.kind === "city" ? settings.queues.banking : 0;
  const collection = office.kind === "city" ? settings.queues.collection : 0;
  const patience = settings.patienceMinutes;
  return moments.map((at) => {
    const draw = random.next();
    let queue: Client["queue"] = "services";
    if (draw < priority) queue = "priority";
    else if (draw < priority + banking) queue = "banking";
    else if (draw < priority + banking + collection) queue = "collection";
    const keeps = queue === "services" && random.chance(booked);
    const appointment = keeps ? at + Math.round(random.between(-5, 20)) * MINUTE_MS : null;
    const willing = random.logNormal(patience.mean, patience.sigma) * (rush ? settings.scenarios.landRush.patience : 1);
    return { at, ticket: tickets(queue), queue, booked: appointment, patience: willing * MINUTE_MS };
  });
}
