import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CloudEvent, EVENT_TYPES, eventSchemas, isEventType } from "../../shared/events.ts";
import { anyEvent, mutatedEvent } from "../testing/anyEvent.ts";
import { checkAgainst, type Decoded, decodeEvent, decodeParsed, LONGEST_EVENT, type Refusal } from "./decode.ts";
import { quickCheck, sequenceOf } from "./quickCheck.ts";

const called = {
  specversion: "1.0",
  id: "9f1c6c3e-6a1c-4f55-9a7e-0f3f5a1f7d11",
  source: "/offices/KZ-71-01/queue",
  sequence: 4711,
  type: "oss.ticket.called",
  time: "2026-11-23T09:41:07.250+05:00",
  data: { ticket: "2026-11-23/A-042", operator: "KZ-71-01-07", desk: "7" },
};

function refusal(value: unknown): Refusal {
  const result = decodeParsed(value);
  if (result.ok) throw new Error("expected a refusal");
  return result;
}

function schemaAccepts(value: unknown): boolean {
  const type = (value as CloudEvent | null)?.type;
  return isEventType(type) && eventSchemas[type].safeParse(value).success;
}

describe("the check of the hot path", () => {
  it("takes every valid event of every kind, as the schema does", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyEvent(), (event) => {
        seen.add(event.type as string);
        expect(quickCheck(event)).not.toBeNull();
        expect(schemaAccepts(event)).toBe(true);
      }),
      { numRuns: 3000 },
    );
    expect(seen.size).toBe(EVENT_TYPES.length);
  });

  it("answers as the schema does on 15,000 mutated events, but never takes a sequence that is not exact", () => {
    let taken = 0;
    fc.assert(
      fc.property(mutatedEvent(), (text) => {
        const value = JSON.parse(text) as { sequence?: unknown };
        const expected = schemaAccepts(value) && sequenceOf(value.sequence) > 0;
        if (expected) taken += 1;
        expect(quickCheck(value) !== null).toBe(expected);
      }),
      { numRuns: 15_000 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  it("answers as the schema does on anything that JSON can say", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(quickCheck(value) !== null).toBe(schemaAccepts(value));
      }),
      { numRuns: 5000 },
    );
  });

  it("answers any text, with a message of one sentence that repeats no value", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), mutatedEvent()), (text) => {
        const result = decodeEvent(text);
        if (!result.ok) expect(result.message).toMatch(/^[^\n]{10,600}\.$/s);
      }),
      { numRuns: 5000 },
    );
    expect(refusal({ ...called, data: { ...called.data, operator: "Жанар Иванова" } }).message).not.toContain("Жанар");
  });
});

describe("a decoded event", () => {
  it("carries office, producer, sequence and moment of its envelope", () => {
    expect(decodeEvent(JSON.stringify(called))).toEqual({
      ok: true,
      event: called,
      office: "KZ-71-01",
      producer: "queue",
      sequence: 4711,
      time: Date.parse(called.time),
    });
    expect(decodeParsed({ ...called, sequence: "12" })).toMatchObject({ ok: true, sequence: 12 });
  });
});

describe("a refused event", () => {
  const cases: readonly (readonly [string, unknown, Refusal["reason"], RegExp])[] = [
    ["an array", [], "schema", /JSON object/],
    ["null", null, "schema", /JSON object/],
    ["no type", { ...called, type: undefined }, "schema", /^type: is missing/],
    ["a type that is a number", { ...called, type: 7 }, "schema", /^type: is of the wrong type/],
    ["an unknown type", { ...called, type: "oss.ticket.eaten" }, "unknown-type", /^type: no such kind/],
    ["a type that every object has", { ...called, type: "constructor" }, "unknown-type", /^type: no such kind/],
    ["a missing field", { ...called, data: { ticket: "A" } }, "schema", /^data\.operator: is missing; give text/],
    ["a field of a wrong type", { ...called, id: 7 }, "schema", /^id: is of the wrong type; give text/],
    ["a field too many", { ...called, subject: "x" }, "schema", /^subject: is not a field/],
    ["a citizen's number", { ...called, data: { ...called.data, iin: "1" } }, "schema", /^data\.iin: is not a field/],
    ["a wrong source", { ...called, source: "KZ-71-01" }, "schema", /^source: must be \/offices/],
    ["sequence 0", { ...called, sequence: 0 }, "schema", /^sequence: .*from 1 on/],
    ["a sequence that is not exact", { ...called, sequence: "9999999999999999" }, "schema", /^sequence: .*at most/],
    ["a time without an offset", { ...called, time: "2026-11-23T09:41:07" }, "schema", /^time: .*RFC 3339/],
    [
      "an unknown reason",
      { ...called, type: "oss.ticket.paused", data: { ticket: "A", reason: "lunch" } },
      "schema",
      /^data\.reason: is not allowed; use "payment", "documents"/,
    ],
    ["a score of 6", { ...called, type: "oss.feedback.rated", data: { score: 6 } }, "schema", /^data\.score: .*1 to 5/],
    [
      "an empty theme",
      { ...called, type: "oss.feedback.complained", data: { theme: "" } },
      "schema",
      /^data\.theme: must not be empty/,
    ],
    ["a field without a value", { ...called, data: { ...called.data, desk: undefined } }, "schema", /without a value/],
  ];
  it.each(cases)("for %s names the field and the remedy", (_, value, reason, message) => {
    const result = refusal(value);
    expect(result.reason).toBe(reason);
    expect(result.message).toMatch(message);
  });

  it("names its office and id as far as they can be read", () => {
    expect(refusal({ ...called, data: 5 })).toMatchObject({ office: "KZ-71-01", id: called.id });
    expect(refusal({ ...called, source: 5 }).office).toBeUndefined();
  });

  it("with a field __proto__ changes no object's nature", () => {
    const text = JSON.stringify(called).replace('"data":{', '"data":{"__proto__":{"admin":true},');
    expect(decodeEvent(text)).toMatchObject({
      reason: "schema",
      message: expect.stringMatching(/^data\.__proto__: is not a field/),
    });
    expect(decodeEvent(JSON.stringify(called).replace("{", '{"__proto__":{},'))).toMatchObject({ reason: "schema" });
  });

  it("that is no JSON or too long is not looked into", () => {
    expect(decodeEvent("{")).toMatchObject({ ok: false, reason: "not-json" });
    expect(decodeEvent(" ".repeat(LONGEST_EVENT + 1))).toMatchObject({ ok: false, reason: "schema" });
    expect(decodeEvent("[".repeat(60_000))).toMatchObject({ ok: false, reason: "not-json" });
    expect(decodeEvent("[".repeat(30_000) + "]".repeat(30_000))).toMatchObject({ ok: false, reason: "schema" });
  });
});

describe("what only the centre knows", () => {
  const decoded = decodeParsed(called) as Decoded;
  const centre = { knownOffice: (id: string) => id === "KZ-71-01", arrival: decoded.time };

  it("an office that the reference data lacks is refused", () => {
    expect(checkAgainst(decoded, { ...centre, knownOffice: () => false })).toMatchObject({
      reason: "unknown-office",
      office: "KZ-71-01",
      id: called.id,
    });
  });

  it("a time up to two minutes ahead is taken, and not a millisecond more", () => {
    expect(checkAgainst(decoded, { ...centre, arrival: decoded.time - 120_000 })).toBeNull();
    expect(checkAgainst(decoded, { ...centre, arrival: decoded.time - 120_001 })).toMatchObject({ reason: "future" });
  });
});
