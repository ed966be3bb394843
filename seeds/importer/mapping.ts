import { z } from "zod";
import { EVENT_TYPES, type EventType } from "../../shared/events.ts";
import { zoneOffset } from "../../shared/time.ts";
import { eventFields } from "./eventFields.ts";
import { ImportError } from "./sourceRecord.ts";
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

const isFormat = (format: string) =>
  (NAMED_FORMATS as readonly string[]).includes(format) || compilePattern(format) !== null;

/** A column by its name alone, a column whose values are translated, or a constant. */
const cell = z.preprocess(
  (written) => (typeof written === "string" ? { column: written } : written),
  z
    .strictObject(
      {
        column: column.optional(),
        values: texts.optional(),
        otherwise: z.string().min(1, "must not be empty").optional(),
        prefix: z.string().optional(),
        value: z.union([z.string().min(1, "must not be empty"), z.number()], "must be a text or a number").optional(),
      },
      'must be the name of a column, or { "column": … } or { "value": … }',
    )
    .refine((given) => (given.column === undefined) !== (given.value === undefined), {
      error: 'must have either "column" or "value"',
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

const mapping = z.strictObject({
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
      zone: z.string().refine(isZone, "must be an IANA time zone such as Asia/Almaty").nullable().default(null),
    })
    .default({ formats: ["iso"], zone: null }),
  numbering: z.enum(["content", "append"], 'must be "content" or "append"').default("content"),
  case: column.nullable().default(null),
  office: cell,
  events: z.array(event).min(1, "must hold at least one event"),
});

/** What a mapping file says, checked and with its defaults. */
export type Mapping = z.output<typeof mapping>;
/** How one field is filled. */
export type Cell = Mapping["office"];
/** One kind of event that is made of records. */
export type MappedEvent = Mapping["events"][number];
/** What a column must hold for an event to be made. */
export type Condition = MappedEvent["when"][string];

const CASE_EVENTS_AT_MOST = 31;

function mistake(file: string, field: string, remedy: string): ImportError {
  return new ImportError(`Mapping ${file}: field "${field}": ${remedy}.`);
}

function checkFields(file: string, { type, data }: MappedEvent, place: number): void {
  const { all, required } = eventFields(type);
  for (const field of Object.keys(data))
    if (!all.includes(field)) {
      const known = all.length === 0 ? "it has none" : `it has ${all.join(", ")}`;
      throw mistake(file, `events.${place}.data.${field}`, `is no field of ${type}: ${known}`);
    }
  for (const field of required)
    if (data[field] === undefined)
      throw mistake(
        file,
        `events.${place}.data.${field}`,
        `is missing, and ${type} needs it; name a column, or a constant as { "value": … }`,
      );
}

/**
 * The mapping of a JSON text.
 * @throws ImportError naming the file, the field and the remedy of the first thing that is wrong
 */
export function parseMapping(text: string, file: string): Mapping {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ImportError(`Mapping ${file}: is not JSON (${reason}); correct its commas and quotes.`);
  }
  const result = mapping.safeParse(json);
  if (!result.success) {
    const issue = result.error.issues[0];
    const field = issue?.path.map(String).join(".") || "(whole file)";
    const missing = issue?.code === "invalid_type" && issue.input === undefined && !/^must/.test(issue.message);
    const remedy =
      issue?.code === "unrecognized_keys"
        ? `has "${issue.keys.join('", "')}", which is not known here; remove it or correct its spelling`
        : missing
          ? "is missing; add it"
          : (issue?.message ?? "does not have the expected shape");
    throw mistake(file, field, remedy);
  }
  const { events } = result.data;
  events.forEach((each, place) => {
    checkFields(file, each, place);
    if (each.each === "case" && result.data.case === null)
      throw mistake(file, "case", `is missing, and events.${place} is made once for each case; name the case's column`);
  });
  if (events.filter(({ each }) => each === "case").length > CASE_EVENTS_AT_MOST)
    throw mistake(file, "events", `holds more than ${CASE_EVENTS_AT_MOST} events for each case; leave some out`);
  return result.data;
}

/** The columns that a mapping names, each with the first field that does. */
export function columnsOf(mapping: Mapping): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (name: string | null | undefined, field: string) => {
    if (name !== null && name !== undefined && !found.has(name)) found.set(name, field);
  };
  add(mapping.case, "case");
  add(mapping.office.column, "office");
  mapping.events.forEach(({ time, when, data }, place) => {
    add(time, `events.${place}.time`);
    for (const name of Object.keys(when)) add(name, `events.${place}.when`);
    for (const [field, { column: name }] of Object.entries(data)) add(name, `events.${place}.data.${field}`);
  });
  return found;
}
