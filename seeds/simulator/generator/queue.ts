import { Agenda } from "./agenda.ts";
import type { Client } from "./arrivals.ts";
import type { Attendance, PlannedPause } from "./staffPlan.ts";
import type { TicketNumbers } from "./ticketNumbers.ts";
import { type DeskDay, visit } from "./visit.ts";

const MINUTE_MS = 60_000;
const SHORTEST_PAUSE = 2 * MINUTE_MS;

/** An operator at work: what is planned and how far the shift has come. */
interface Worker {
  readonly attendance: Attendance;
  nextPause: number;
  served: number;
  signedIn: boolean;
  gone: boolean;
  idle: boolean;
  /** Counts what was planned for this operator; an older plan is void. */
  plan: number;
}

type Step = { readonly client: Client } | { readonly worker: Worker; readonly plan: number };

/** First come, first served; clients who have lost patience are not there any more when their turn comes. */
class Line {
  readonly #clients: Client[] = [];
  #next = 0;

  push(client: Client): void {
    this.#clients.push(client);
  }

  /** The next client who is still there at a moment; `left` hears of those who are not. */
  take(at: number, left: (client: Client) => void): Client | null {
    while (this.#next < this.#clients.length) {
      const client = this.#clients[this.#next] as Client;
      this.#next += 1;
      if (client.at + client.patience >= at) return client;
      left(client);
    }
    return null;
  }
}

/**
 * Runs one office's queue from the first ticket to the last desk: priority first, else in order; a free desk calls at
 * once; breaks begin between two clients. Notes tickets, visits and the staff's hours in the day's book.
 */
export function runQueue(
  of: DeskDay,
  clients: readonly Client[],
  staff: readonly Attendance[],
  tickets: TicketNumbers,
  closing: number,
): void {
  const { book, world, random } = of;
  const steps = new Agenda<Step>();
  const priority = new Line();
  const ordinary = new Line();
  const resting: Worker[] = [];
  const lastCall = closing + world.settings.overtimeMinutes * MINUTE_MS;
  const haste = of.rush ? world.settings.scenarios.landRush.haste : 1;

  const leave = (client: Client) =>
    book.note(Math.min(client.at + client.patience, lastCall), "queue", "oss.ticket.left", { ticket: client.ticket });
  const nextClient = (at: number) => priority.take(at, leave) ?? ordinary.take(at, leave);
  const planNext = (worker: Worker, at: number) => {
    worker.plan += 1;
    steps.add(at, { worker, plan: worker.plan });
  };

  const arrive = (client: Client, at: number) => {
    const booked = client.booked === null ? {} : { booked: of.clockText(client.booked) };
    book.note(at, "queue", "oss.ticket.issued", { ticket: client.ticket, queue: client.queue, ...booked });
    (client.queue === "priority" ? priority : ordinary).push(client);
    const worker = resting.shift();
    if (worker) free(worker, at);
  };

  const goHome = (worker: Worker, at: number) => {
    worker.gone = true;
    book.note(at, "staff", "oss.operator.signed-out", { operator: worker.attendance.operator });
  };

  const serve = (worker: Worker, client: Client, at: number) => {
    const end = visit(of, client, worker.attendance, at, haste);
    if (end.served) worker.served += 1;
    if (end.transferred) {
      const again = Math.floor(end.at) + 4000;
      steps.add(again, {
        client: { ...client, at: again, ticket: tickets("priority"), queue: "priority", booked: null },
      });
    }
    planNext(worker, end.at + random.between(3, 20) * 1000);
  };

  const free = (worker: Worker, at: number) => {
    const { attendance } = worker;
    const { operator, pauses, until } = attendance;
    worker.idle = false;
    while ((pauses[worker.nextPause]?.at ?? at + 1) <= at) {
      const { length, reason } = pauses[worker.nextPause] as PlannedPause;
      worker.nextPause += 1;
      const resumed = Math.min(at + length, until - MINUTE_MS);
      if (resumed - at < SHORTEST_PAUSE) continue;
      book.note(at, "staff", "oss.operator.paused", { operator, reason });
      book.note(resumed, "staff", "oss.operator.resumed", { operator });
      planNext(worker, resumed);
      return;
    }
    const { earlyAfterClients } = world.settings.staff;
    const early = attendance.hurries && worker.served >= earlyAfterClients && until - at < 60 * MINUTE_MS;
    const mayLeave = attendance.closes ? at >= lastCall : at >= until || early;
    const client = mayLeave ? null : nextClient(at);
    if (client) serve(worker, client, at);
    else if (mayLeave || at >= until) goHome(worker, at);
    else {
      worker.idle = true;
      resting.push(worker);
      planNext(worker, Math.min(pauses[worker.nextPause]?.at ?? until, until));
    }
  };

  for (const client of clients) steps.add(client.at, { client });
  for (const attendance of staff) {
    const worker = { attendance, nextPause: 0, served: 0, signedIn: false, gone: false, idle: false, plan: 0 };
    planNext(worker, attendance.from);
  }
  for (let step = steps.take(); step !== null; step = steps.take()) {
    const { at, item } = step;
    if ("client" in item) {
      arrive(item.client, at);
      continue;
    }
    const { worker, plan } = item;
    if (worker.gone || plan !== worker.plan) continue;
    if (worker.idle) resting.splice(resting.indexOf(worker), 1);
    if (!worker.signedIn) {
      worker.signedIn = true;
      const { operator, desk, role } = worker.attendance;
      book.note(at, "staff", "oss.operator.signed-in", { operator, ...(desk === null ? {} : { desk }), role });
    }
    free(worker, at);
  }
  while (nextClient(Number.POSITIVE_INFINITY) !== null);
}
