import { z } from "zod";
import { EVENT_TYPES, type EventType } from "../../shared/events.ts";
import { zoneOffset } from "../../shared/time.ts";
import { templateColumns } from "./template.ts";
import { compilePattern, NAMED_FORMATS } from "./timeReader.ts";

const column = z.string("must be the name of a column").min(1, "must name a column");
const texts = z.record(z.string(), z.string("must be a text"));

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== "";
  } catch {
    return false;
  }
}

function isZone(name: string): boolean {
  try {
    zoneOffset(name, 0);
    return true;
  } catch {
    return false;
  }
}

const zone = z.string("must be a text").refine(isZone, "must be an IANA time zone such as Asia/Almaty");

const isFormat = (format: string) =>
  (NAMED_FORMATS as readonly string[]).includes(format) || compilePattern(format) !== null;

/** A column by its name alone, a column whose values are translated, a text with columns inside, or a constant. */
const cell = z.preprocess(
  (written) => (typeof written === "string" ? { column: written } : written),
  z
    .strictObject(
      {
        column: column.optional(),
        values: texts.optional(),
        otherwise: z.string().min(1, "must not be empty").optional(),
        template: z
          .string()
          .refine((text) => templateColumns(text).length > 0, 'must name a column in braces, such as "{ticket}"')
          .optional(),
        value: z.union([z.string().min(1, "must not be empty"), z.number()], "must be a text or a number").optional(),
      },
      'must be the name of a column, or { "column": … }, { "template": … } or { "value": … }',
    )
    .refine(
      ({ column, template, value }) => [column, template, value].filter((each) => each !== undefined).length === 1,
      {
        error: 'must have one of "column", "template" and "value"',
      },
    )
    .refine(({ column, values }) => values === undefined || column !== undefined, {
      error: 'has "values", which need a "column"',
    }),
);

const condition = z.union(
  [z.enum(["filled", "empty"]), z.array(z.string()).min(1), z.strictObject({ not: z.array(z.string()).min(1) })],
  'must be "filled", "empty", a list of values, or { "not": [values] }',
);

const event = z.strictObject({
  about: z.string().optional(),
  type: z.enum(EVENT_TYPES as readonly [EventType, ...EventType[]], "must be a kind of event of the event table"),
  each: z.enum(["case", "row"], 'must be "case" or "row"'),
  time: column,
  optional: z.boolean("must be true or false").default(false),
  when: z.record(z.string(), condition).default({}),
  data: z.record(z.string(), cell).default({}),
});

/** The shape of a mapping file. */
export const mappingSchema = z.strictObject({
  name: z
    .string("must be a short name")
    .regex(/^[A-Za-z0-9._-]{1,40}$/, "must be 1 to 40 characters of A-Z a-z 0-9 . _ -"),
  about: z.string().optional(),
  format: z.enum(["csv", "xes"], 'must be "csv" or "xes"').optional(),
  delimiter: z
    .string()
    .regex(/^[^"\r\n]$/, "must be one character, such as , or ; or \\t")
    .default(","),
  encoding: z
    .string()
    .refine(isEncoding, 'must be an encoding such as "utf-8" or "windows-1251"')
    .nullable()
    .default(null),
  empty: z.array(z.string()).default([]),
  times: z
    .strictObject({
      formats: z
        .array(
          z
            .string()
            .refine(isFormat, 'must be "iso", "epoch-seconds", "epoch-ms" or a pattern such as "dd.MM.yyyy HH:mm:ss"'),
        )
        .min(1, "must name at least one format")
        .default(["iso"]),
      zone: zone.nullable().default(null),
      zones: z.record(z.string(), zone).default({}),
    })
    .default({ formats: ["iso"], zone: null, zones: {} }),
  numbering: z.enum(["content", "append"], 'must be "content" or "append"').default("content"),
  case: column.nullable().default(null),
  office: cell,
  events: z.array(event).min(1, "must hold at least one event"),
});

/** What a mapping file says, checked and with its defaults. */
export type Mapping = z.output<typeof mappingSchema>;
/** How one field is filled. */
export type Cell = Mapping["office"];
/** One kind of event that is made of records. */
export type MappedEvent = Mapping["events"][number];
/** What a column must hold for an event to be made. */
export type Condition = MappedEvent["when"][string];
