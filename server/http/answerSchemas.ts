import { DIMENSIONS, PLAIN_COUNTS } from "../../shared/statistics.ts";
import { QUARTER_FIELDS } from "../../shared/wire.ts";
import { importedRow } from "../archive/archivePaths.ts";
import { REFUSAL_REASONS } from "../ingest/decode.ts";

type JsonSchema = Record<string, unknown>;

const text: JsonSchema = { type: "string" };
const moment: JsonSchema = { type: "string", format: "date-time" };
const count: JsonSchema = { type: "integer", minimum: 0 };
const counted: JsonSchema = { type: ["integer", "null"], minimum: 0 };
const seconds: JsonSchema = { type: ["number", "null"], description: "seconds; null: not measured" };
const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
const orNull = (schema: JsonSchema): JsonSchema => ({ oneOf: [schema, { type: "null" }] });
const object = (properties: Record<string, JsonSchema>, required = Object.keys(properties)): JsonSchema => ({
  type: "object",
  properties,
  required,
});
const list = (items: JsonSchema): JsonSchema => ({ type: "array", items });
const each = (names: readonly string[], schema: JsonSchema): Record<string, JsonSchema> =>
  Object.fromEntries(names.map((name) => [name, schema]));

const names = object(each(["kk", "ru", "en"], text));
const distribution = { n: count, mean: seconds, p50: seconds, p90: seconds, max: seconds };
const leg = object({ n: count, seconds: { type: "number" } });

const SECONDS = ["paymentPause", "signedIn", "paused", "serving"] as const;
const RATES = ["rejectionRate", "delayedRate", "errorRate", "leftRate", "withinNormRate", "occupancy"] as const;

/** The JSON schemas of all answers, by name. */
export const answerComponents: Readonly<Record<string, JsonSchema>> = {
  Problem: {
    description: "RFC 9457. `type` is stable; `detail` says what is wrong and what to do.",
    ...object({ type: text, title: text, status: { type: "integer" }, detail: text }),
  },
  Receipt: object({
    accepted: { ...count, description: "events of the request that are stored" },
    refused: list(ref("RefusedEvent")),
  }),
  RefusedEvent: object({
    index: { ...count, description: "place in the array that was sent" },
    id: { type: ["string", "null"] },
    error: { ...text, description: "the field and the remedy" },
  }),
  Names: names,
  Distribution: { ...object(distribution), description: "seconds; p50, p90 and max within 1 %" },
  Rate: object({ value: { type: ["number", "null"] }, numerator: { type: "number" }, denominator: { type: "number" } }),
  Coverage: object({
    expected: count,
    reporting: count,
    silent: list(text),
    oldestEvent: orNull(moment),
    missingEvents: { ...count, description: "holes in the sequence numbers that are still open" },
  }),
  StatisticsRow: {
    description: "What the row is about, then its figures. null is not known; 0 is measured, and none.",
    ...object(
      {
        ...each(DIMENSIONS, text),
        ...each(PLAIN_COUNTS, counted),
        ...each(SECONDS, seconds),
        ...each(RATES, orNull(ref("Rate"))),
        waitingTime: orNull(object({ ...distribution, withinNorm: count })),
        serviceTime: orNull(ref("Distribution")),
        leadTime: orNull(object({ ...distribution, open: count })),
        frontOfficeTime: orNull(object({ acceptedToSent: leg, readyToIssued: leg })),
        backOfficeTime: orNull(leg),
        ratings: orNull(object({ n: count, mean: { type: ["number", "null"] } })),
      },
      [...PLAIN_COUNTS, ...SECONDS, ...RATES],
    ),
  },
  Statistics: object(
    {
      from: { type: "string", format: "date" },
      to: { type: "string", format: "date" },
      by: list({ enum: DIMENSIONS }),
      asOf: { ...moment, description: "everything stored before this moment is counted" },
      status: { enum: ["provisional", "final", "revised"] },
      coverage: ref("Coverage"),
      rows: list(ref("StatisticsRow")),
      imported: { ...list(importedRow), description: "with `imported=1`: imported, not reproducible" },
    },
    ["from", "to", "by", "asOf", "status", "coverage", "rows"],
  ),
  UsualDay: object({
    day: { type: "string", format: "date" },
    weekdays: { ...count, description: "how many such days there are figures of" },
    quarters: object(
      each(
        QUARTER_FIELDS,
        list({ ...list({ type: "number" }), description: "[quarter of the day, low, middle, high]" }),
      ),
    ),
  }),
  Application: object({
    office: text,
    application: text,
    status: { enum: ["under review", "returned", "ready", "declined", "issued", "withdrawn"] },
    place: { enum: ["front office", "authority"] },
    deadline: orNull(moment),
    delayed: { type: "boolean" },
    steps: list(object({ type: text, time: moment, reason: text, fault: text }, ["type", "time"])),
    service: orNull(text),
    authority: orNull(text),
    used: orNull(ref("WorkingDays")),
    late: orNull(ref("WorkingDays")),
  }),
  WorkingDays: object({ frontOffice: count, authority: count, applicant: count }),
  Reference: object({
    regions: list(object({ id: text, names: ref("Names") })),
    offices: list(object({ id: text, region: text, names: ref("Names"), zone: text })),
    services: list(
      object({
        id: text,
        names: ref("Names"),
        authority: text,
        norms: list(
          object({
            variant: text,
            unit: { enum: ["minute", "hour", "calendar-day", "working-day", "month"] },
            amount: { type: "integer" },
          }),
        ),
      }),
    ),
    authorities: list(object({ id: text, names: ref("Names") })),
  }),
  DeadLetter: object({
    id: text,
    office: { type: ["string", "null"] },
    reason: { enum: REFUSAL_REASONS },
    message: text,
    text: { ...text, description: "the original text of the entry" },
    arrived: { type: "integer", description: "ms since 1970-01-01T00:00Z" },
  }),
  DeadLetters: object({ items: list(ref("DeadLetter")), next: { type: ["string", "null"] } }),
  Replay: {
    oneOf: [
      object({ ids: { ...list(text), minItems: 1, maxItems: 1000 } }),
      object({ all: { const: true }, office: text, reason: { enum: REFUSAL_REASONS } }, ["all"]),
    ],
  },
  Replayed: object({ replayed: count, refused: count, missing: count }),
  Readiness: object({
    status: { const: "ready" },
    checks: object(each(["redis", "partitions", "reference"], { type: "boolean" })),
  }),
};
