import fc from "fast-check";
import { EVENT_TYPES, type EventType } from "../../shared/events.ts";

const NAME = "ABCXYZabcxyz0189._-";
const name = fc.string({ unit: fc.constantFrom(...NAME), minLength: 1, maxLength: 20 });
const identifier = fc.string({ unit: fc.constantFrom(...NAME, "/"), minLength: 1, maxLength: 64 });
const words = fc.string({ unit: fc.constantFrom(..."әғқңөұүһі Ё№«»aZ9,."), minLength: 1, maxLength: 200 });

const two = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((value) => `${value}`.padStart(2, "0"));
const instant = fc
  .tuple(
    fc.integer({ min: 1990, max: 2026 }),
    two(1, 12),
    two(1, 28),
    two(0, 23),
    two(0, 59),
    two(0, 60),
    fc.constantFrom("", ".5", ".25", ".123", ".1234567"),
    fc.constantFrom("Z", "z", "+05:00", "+06:00", "-03:30"),
  )
  .map(
    ([year, month, day, hour, minute, second, fraction, offset]) =>
      `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}${offset}`,
  );

const oneOf = (...options: string[]) => fc.constantFrom(...options);
type Data = Record<string, fc.Arbitrary<unknown>>;
const record = (required: Data, optional: Data = {}) =>
  fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required) });

const datas: Readonly<Record<EventType, fc.Arbitrary<object>>> = {
  "oss.office.heartbeat": record({}),
  "oss.operator.signed-in": record(
    { operator: identifier },
    { desk: identifier, role: oneOf("operator", "consultant", "supervisor") },
  ),
  "oss.operator.paused": record({
    operator: identifier,
    reason: oneOf("break", "briefing", "system", "help", "other"),
  }),
  "oss.operator.resumed": record({ operator: identifier }),
  "oss.operator.signed-out": record({ operator: identifier }),
  "oss.ticket.issued": record(
    { ticket: identifier, queue: oneOf("services", "priority", "banking", "collection") },
    { booked: instant },
  ),
  "oss.ticket.called": record({ ticket: identifier, operator: identifier }, { desk: identifier }),
  "oss.ticket.paused": record({
    ticket: identifier,
    reason: oneOf("payment", "documents", "system", "supervisor"),
  }),
  "oss.ticket.resumed": record({ ticket: identifier }),
  "oss.ticket.closed": record({
    ticket: identifier,
    operator: identifier,
    outcome: oneOf("served", "no-show", "transferred", "cancelled"),
  }),
  "oss.ticket.left": record({ ticket: identifier }),
  "oss.application.accepted": record(
    { application: identifier, operator: identifier, service: identifier, authority: identifier },
    { due: instant, variant: identifier, ticket: identifier, corrects: identifier },
  ),
  "oss.application.rejected": record(
    { operator: identifier, service: identifier, reason: words },
    { ticket: identifier },
  ),
  "oss.application.sent": record({ application: identifier }),
  "oss.application.received": record({ application: identifier }),
  "oss.application.returned": record({
    application: identifier,
    reason: words,
    fault: oneOf("operator", "applicant", "authority", "rule-change"),
  }),
  "oss.application.ready": record({ application: identifier }),
  "oss.application.declined": record({ application: identifier }, { reason: words }),
  "oss.application.withdrawn": record({ application: identifier }),
  "oss.application.issued": record({ application: identifier }, { operator: identifier }),
  "oss.feedback.rated": record(
    { score: fc.integer({ min: 1, max: 5 }) },
    { operator: identifier, ticket: identifier, service: identifier },
  ),
  "oss.feedback.complained": record({ theme: words }, { operator: identifier, service: identifier }),
  "oss.feedback.thanked": record({}, { operator: identifier, service: identifier }),
};

/** Any event that keeps the rules, of any kind, with any of its optional fields; `offices` limits the senders. */
export function anyEvent(offices: fc.Arbitrary<string> = name): fc.Arbitrary<Record<string, unknown>> {
  return (
    fc
      .constantFrom(...EVENT_TYPES)
      .chain((type) =>
        fc.record(
          {
            specversion: fc.constant("1.0"),
            id: fc.string({ minLength: 1, maxLength: 128 }),
            source: fc.tuple(offices, name).map(([office, producer]) => `/offices/${office}/${producer}`),
            sequence: fc.oneof(fc.integer({ min: 1 }), fc.integer({ min: 1 }).map(String)),
            type: fc.constant(type),
            time: instant,
            data: datas[type],
            datacontenttype: fc.constant("application/json"),
            sequencetype: fc.constant("Integer"),
          },
          { requiredKeys: ["specversion", "id", "source", "sequence", "type", "time", "data"] },
        ),
      )
      // as it comes out of a parser: plain objects
      .map((event) => JSON.parse(JSON.stringify(event)) as Record<string, unknown>)
  );
}

const strangeValue: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "null",
    "true",
    "{}",
    "[]",
    '""',
    '" "',
    "0",
    "-1",
    "1.5",
    "1e999",
    "9007199254740993",
    '"9007199254740993"',
    '"01"',
    '"1"',
    "6",
    '"2.0"',
    '"2026-02-30T10:00:00Z"',
    '"2026-11-23T09:41:07"',
    '"2026-11-23 09:41:07Z"',
    '"2026-11-23T24:00:00Z"',
    '"2026-11-23T09:41:07.250+05:00\\n"',
    '"/offices/KZ-71-01"',
    '"/offices/KZ 71/queue"',
    '"/offices//queue"',
    '"/offices/a/b/c"',
    '"oss.ticket.eaten"',
    '"oss.ticket.left"',
    '"constructor"',
    '"__proto__"',
    '"Жанар"',
    '"a\\u0000b"',
    '"a\\u007fb"',
    '"\\ud800"',
    '{"__proto__":{"operator":"x"}}',
    "[[[[[[[[]]]]]]]]",
  ),
  fc.integer({ min: 60, max: 70 }).map((length) => `"${"a".repeat(length)}"`),
  fc.integer({ min: 120, max: 210 }).map((length) => `"${"я".repeat(length)}"`),
  fc.json(),
);
const strangeKey = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "toString", "iin", "name", "phone", "data", "operator", "reason", ""),
  fc.string(),
);

type Members = [string, string][];

function members(value: object): Members {
  return Object.entries(value).map(([key, member]) => [key, JSON.stringify(member)]);
}

function written(list: Members): string {
  return `{${list.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(",")}}`;
}

const place = fc.nat({ max: 8 });
const mutation = fc.oneof(
  place.map((at) => (list: Members) => list.filter((_, index) => index !== at % list.length)),
  fc.tuple(place, strangeValue).map(
    ([at, value]) =>
      (list: Members): Members =>
        list.map((member, index) => (index === at % list.length ? [member[0], value] : member)),
  ),
  fc.tuple(strangeKey, strangeValue).map(
    ([key, value]) =>
      (list: Members): Members => [...list, [key, value]],
  ),
  fc.tuple(place, strangeKey).map(
    ([at, key]) =>
      (list: Members): Members =>
        list.map((member, index) => (index === at % list.length ? [key, member[1]] : member)),
  ),
);

/** The JSON text of an event with one to three faults in its envelope or its data; by chance it may still be right. */
export function mutatedEvent(offices?: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(anyEvent(offices), fc.array(fc.tuple(fc.boolean(), mutation), { minLength: 1, maxLength: 3 }))
    .map(([event, faults]) => {
      let data = members(event.data as object);
      let envelope = members(event);
      for (const [inside, fault] of faults) {
        if (inside) data = fault(data);
        else envelope = fault(envelope);
      }
      const text = written(data);
      return written(
        envelope.map(([key, value]) => (key === "data" && value.startsWith("{") ? [key, text] : [key, value])),
      );
    });
}
