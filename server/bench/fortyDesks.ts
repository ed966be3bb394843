import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import { BENCH_TOKEN } from "./centreProcess.ts";

/** How many desks the office has. */
export const DESKS = 40;
const MINUTE = 60_000;
const QUEUES = ["services", "priority", "banking", "collection"] as const;
/** Documents that every desk has accepted before anybody looks. */
const BEFORE = 6;

/** An office of forty desks, each in the middle of something, that goes on working. */
export interface FortyDesks {
  readonly office: string;
  /** Events told so far. */
  readonly sent: number;
  /** Stops the work. */
  stop(): void;
}

/** Lets an office of the centre at `url` work at forty desks; two clients a second. `now` is the centre's clock. */
export async function startFortyDesks(url: string, index: ReferenceIndex, now: () => number): Promise<FortyDesks> {
  const office = [...index.offices.values()].find(({ kind, validTo }) => kind === "rayon" && validTo === null)?.id;
  if (office === undefined) throw new Error("offices.json: has no rayon office; the measurement works in one");
  const services = index.reference.services;
  const served = new Map<number, string>();
  let sequence = 0;
  let tickets = 0;

  const event = (type: string, at: number, data: object) => {
    sequence += 1;
    const source = `/offices/${office}/desks`;
    return { specversion: "1.0", id: `${sequence}`, source, sequence, type, time: new Date(at).toISOString(), data };
  };
  const operatorAt = (desk: number) => `${office}-D${desk}`;
  /** The desk is done with its client and calls the next one, whose application it accepts. */
  const next = (desk: number, at: number): object[] => {
    tickets += 1;
    const [ticket, operator, before] = [`D-${tickets}`, operatorAt(desk), served.get(desk)];
    const service = services[tickets % services.length];
    served.set(desk, ticket);
    return [
      ...(before === undefined
        ? []
        : [event("oss.ticket.closed", at, { ticket: before, operator, outcome: "served" })]),
      event("oss.ticket.issued", at - 5 * MINUTE, { ticket, queue: QUEUES[tickets % QUEUES.length] }),
      event("oss.ticket.called", at, { ticket, operator, desk: `${desk}` }),
      event("oss.application.accepted", at, {
        application: `D-${tickets}`,
        operator,
        service: service?.id,
        authority: service?.authority,
        ticket,
      }),
    ];
  };
  const post = async (events: readonly object[]): Promise<void> => {
    const headers = { Authorization: `Bearer ${BENCH_TOKEN}`, "Content-Type": "application/cloudevents-batch+json" };
    const response = await fetch(`${url}/api/events`, { method: "POST", headers, body: JSON.stringify(events) });
    const answer = await response.text();
    if (response.status !== 202) throw new Error(`The door answered ${response.status}: ${answer}`);
  };

  const desks = Array.from({ length: DESKS }, (_, at) => at + 1);
  const begun = now() - 60 * MINUTE;
  for (const desk of desks) {
    const signedIn = { operator: operatorAt(desk), desk: `${desk}`, role: "operator" };
    const morning = Array.from({ length: BEFORE }, (_, at) => next(desk, begun + at * 9 * MINUTE + desk * 1_000));
    await post([event("oss.operator.signed-in", begun, signedIn), ...morning.flat()]);
  }
  let turn = 0;
  const timer = setInterval(() => {
    turn += 1;
    void post(next(1 + ((turn * 7) % DESKS), now())).catch(() => {});
  }, 500);
  return {
    office,
    get sent() {
      return sequence;
    },
    stop: () => clearInterval(timer),
  };
}
