import fc from "fast-check";
import type { CloudEvent, EventType } from "../../shared/events.ts";
import { DAY_MS } from "../../shared/time.ts";

/** The first of the days on which the events of `arbitraryEvents` lie: around the 25-hour day of Almaty. */
export const FIRST_MOMENT = Date.parse("2024-02-28T03:00:00Z");
const DAYS = 4;

const operator = fc.constantFrom("op-1", "op-2");
const ticket = fc.constantFrom("T-1", "T-2", "T-3");
const application = fc.constantFrom("A-1", "A-2", "A-3");
const service = fc.constantFrom("passport", "land-act", "not-in-book");
const authority = fc.constantFrom("justice", "land");
const moment = fc
  .oneof(
    fc.integer({ min: 0, max: DAYS * 24 * 12 }).map((step) => step * 300_000),
    fc.integer({ min: 0, max: DAYS * DAY_MS }),
  )
  .map((after) => FIRST_MOMENT + after);
const instant = moment.map((at) => new Date(at).toISOString());

const data: Record<EventType, fc.Arbitrary<Record<string, unknown>>> = {
  "oss.office.heartbeat": fc.constant({}),
  "oss.operator.signed-in": fc.record({ operator, desk: fc.constantFrom("1", "2") }, { requiredKeys: ["operator"] }),
  "oss.operator.paused": fc.record({ operator, reason: fc.constantFrom("break", "system") }),
  "oss.operator.resumed": fc.record({ operator }),
  "oss.operator.signed-out": fc.record({ operator }),
  "oss.ticket.issued": fc.record({ ticket, queue: fc.constantFrom("services", "priority") }),
  "oss.ticket.called": fc.record({ ticket, operator }),
  "oss.ticket.paused": fc.record({ ticket, reason: fc.constantFrom("payment", "documents") }),
  "oss.ticket.resumed": fc.record({ ticket }),
  "oss.ticket.closed": fc.record({
    ticket,
    operator,
    outcome: fc.constantFrom("served", "served", "no-show", "transferred", "cancelled"),
  }),
  "oss.ticket.left": fc.record({ ticket }),
  "oss.application.accepted": fc.record(
    { application, operator, service, authority, due: instant },
    { requiredKeys: ["application", "operator", "service", "authority"] },
  ),
  "oss.application.rejected": fc.record({ operator, service, reason: fc.constant("no document") }),
  "oss.application.sent": fc.record({ application }),
  "oss.application.received": fc.record({ application }),
  "oss.application.returned": fc.record({
    application,
    reason: fc.constantFrom("missing", "rule"),
    fault: fc.constantFrom("operator", "applicant", "rule-change"),
  }),
  "oss.application.ready": fc.record({ application }),
  "oss.application.declined": fc.record({ application }),
  "oss.application.withdrawn": fc.record({ application }),
  "oss.application.issued": fc.record({ application, operator }, { requiredKeys: ["application"] }),
  "oss.feedback.rated": fc.record(
    { score: fc.integer({ min: 1, max: 5 }), operator, service },
    { requiredKeys: ["score"] },
  ),
  "oss.feedback.complained": fc.record({ theme: fc.constant("wait"), operator }, { requiredKeys: ["theme"] }),
  "oss.feedback.thanked": fc.record({ operator, service }, { requiredKeys: [] }),
};

const one = fc.oneof(
  ...(Object.keys(data) as EventType[]).map((type) =>
    fc.record({
      type: fc.constant(type),
      time: instant,
      producer: fc.constantFrom("queue", "cases", "staff"),
      data: data[type],
    }),
  ),
);

/**
 * Sets of distinct events of one office over four days, few tickets, applications and operators, so that every strange
 * order, repetition and contradiction comes up; numbered per producer.
 */
export function arbitraryEvents(office: string, maxLength: number): fc.Arbitrary<CloudEvent[]> {
  return fc.array(one, { minLength: 1, maxLength, size: "max" }).map((facts) => {
    const numbers = new Map<string, number>();
    return facts.map(({ type, time, producer, data }, index) => {
      const sequence = (numbers.get(producer) ?? 0) + 1;
      numbers.set(producer, sequence);
      const source = `/offices/${office}/${producer}`;
      return { specversion: "1.0", id: `e${index}`, source, sequence, type, time, data } as unknown as CloudEvent;
    });
  });
}
