import { z } from "zod";

const identifier = z.string().regex(/^[A-Za-z0-9._/-]{1,64}$/, "must be 1 to 64 characters of A-Z a-z 0-9 . _ / -");
const words = z
  .string()
  .min(1, "must not be empty")
  .max(200, "must have at most 200 characters")
  .refine(
    (text) => ![...text].some((letter) => letter < " " || letter === "\u007f"),
    "must not contain control characters",
  );
const instant = z.string().refine((text) => !Number.isNaN(parseInstant(text)), {
  error: "must be an RFC 3339 date and time with an offset, such as 2026-11-23T09:41:07.250+05:00",
});

const shapes = {
  "oss.office.heartbeat": z.strictObject({}),
  "oss.operator.signed-in": z.strictObject({
    operator: identifier,
    desk: identifier.optional(),
    role: z.enum(["operator", "consultant", "supervisor"]).optional(),
  }),
  "oss.operator.paused": z.strictObject({
    operator: identifier,
    reason: z.enum(["break", "briefing", "system", "help", "other"]),
  }),
  "oss.operator.resumed": z.strictObject({ operator: identifier }),
  "oss.operator.signed-out": z.strictObject({ operator: identifier }),
  "oss.ticket.issued": z.strictObject({
    ticket: identifier,
    queue: z.enum(["services", "priority", "banking", "collection"]),
    booked: instant.optional(),
  }),
  "oss.ticket.called": z.strictObject({ ticket: identifier, operator: identifier, desk: identifier.optional() }),
  "oss.ticket.paused": z.strictObject({
    ticket: identifier,
    reason: z.enum(["payment", "documents", "system", "supervisor"]),
  }),
  "oss.ticket.resumed": z.strictObject({ ticket: identifier }),
  "oss.ticket.closed": z.strictObject({
    ticket: identifier,
    operator: identifier,
    outcome: z.enum(["served", "no-show", "transferred", "cancelled"]),
  }),
  "oss.ticket.left": z.strictObject({ ticket: identifier }),
  "oss.application.accepted": z.strictObject({
    application: identifier,
    operator: identifier,
    service: identifier,
    authority: identifier,
    due: instant.optional(),
    variant: identifier.optional(),
    ticket: identifier.optional(),
    corrects: identifier.optional(),
  }),
  "oss.application.rejected": z.strictObject({
    operator: identifier,
    service: identifier,
    reason: words,
    ticket: identifier.optional(),
  }),
  "oss.application.sent": z.strictObject({ application: identifier }),
  "oss.application.received": z.strictObject({ application: identifier }),
  "oss.application.returned": z.strictObject({
    application: identifier,
    reason: words,
    fault: z.enum(["operator", "applicant", "authority", "rule-change"]),
  }),
  "oss.application.ready": z.strictObject({ application: identifier }),
  "oss.application.declined": z.strictObject({ application: identifier, reason: words.optional() }),
  "oss.application.withdrawn": z.strictObject({ application: identifier }),
  "oss.application.issued": z.strictObject({ application: identifier, operator: identifier.optional() }),
  "oss.feedback.rated": z.strictObject({
    score: z.int().min(1).max(5),
    operator: identifier.optional(),
    ticket: identifier.optional(),
    service: identifier.optional(),
  }),
  "oss.feedback.complained": z.strictObject({
    theme: words,
    operator: identifier.optional(),
    service: identifier.optional(),
  }),
  "oss.feedback.thanked": z.strictObject({ operator: identifier.optional(), service: identifier.optional() }),
} as const;

/** Every kind of fact that an office can tell. */
export type EventType = keyof typeof shapes;
/** The data of one kind of event. */
export type EventData<T extends EventType> = z.infer<(typeof shapes)[T]>;
/** All kinds, in the order of the event table. */
export const EVENT_TYPES = Object.keys(shapes) as readonly EventType[];

const SOURCE = /^\/offices\/([A-Za-z0-9._-]{1,64})\/([A-Za-z0-9._-]{1,64})$/;
const SEQUENCE = /^[1-9][0-9]{0,15}$/;

const envelope = {
  specversion: z.literal("1.0"),
  id: z.string().min(1, "must not be empty").max(128, "must have at most 128 characters"),
  source: z.string().regex(SOURCE, "must be /offices/<office>/<producer>"),
  sequence: z.union([z.int().min(1), z.string().regex(SEQUENCE)], {
    error: "must be an integer from 1 on, or its decimal text",
  }),
  time: instant,
  datacontenttype: z.literal("application/json").optional(),
  sequencetype: z.literal("Integer").optional(),
};

/** The schema of each kind: the CloudEvents 1.0 envelope and the kind's own data; unknown fields are refused. */
export const eventSchemas = Object.fromEntries(
  EVENT_TYPES.map((type) => [type, z.strictObject({ ...envelope, type: z.literal(type), data: shapes[type] })]),
) as unknown as Readonly<Record<EventType, z.ZodType<CloudEvent>>>;

/** One event as it travels: CloudEvents 1.0 in JSON. */
export type CloudEvent = {
  [T in EventType]: {
    specversion: "1.0";
    id: string;
    source: string;
    sequence: number | string;
    type: T;
    time: string;
    data: EventData<T>;
    datacontenttype?: "application/json" | undefined;
    sequencetype?: "Integer" | undefined;
  };
}[EventType];

/** Whether a text names a kind of event that this product knows. */
export function isEventType(text: unknown): text is EventType {
  return typeof text === "string" && Object.hasOwn(shapes, text);
}

/** Office and producer of a source `/offices/<office>/<producer>`, or null when it is none. */
export function parseSource(source: string): { readonly office: string; readonly producer: string } | null {
  const match = SOURCE.exec(source);
  return match === null ? null : { office: match[1] as string, producer: match[2] as string };
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Days from 1970-01-01 to a civil date of the proleptic Gregorian calendar. */
function civilDay(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

/**
 * The moment (epoch ms) of an RFC 3339 date and time with an offset; finer fractions are cut to the millisecond, a
 * leap second counts as the second after it. NaN when the text is none. Written out because every event passes here.
 */
export function parseInstant(text: string): number {
  const length = text.length;
  if (length < 20 || length > 35) return Number.NaN;
  if (text[4] !== "-" || text[7] !== "-" || text[13] !== ":" || text[16] !== ":") return Number.NaN;
  if (text[10] !== "T" && text[10] !== "t") return Number.NaN;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  const second = digits(text, 17, 19);
  if (!(day >= 1 && day <= daysIn(year, month) && hour <= 23 && minute <= 59 && second <= 60)) return Number.NaN;
  let index = 19;
  let fraction = 0;
  if (text[index] === ".") {
    index += 1;
    const start = index;
    for (let scale = 100; index < length; index += 1, scale = Math.floor(scale / 10)) {
      const digit = text.charCodeAt(index) - 48;
      if (digit < 0 || digit > 9) break;
      fraction += digit * scale;
    }
    if (index === start) return Number.NaN;
  }
  const utc = (civilDay(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second) * 1000 + fraction;
  const sign = text[index];
  if (sign === "Z" || sign === "z") return index + 1 === length ? utc : Number.NaN;
  if ((sign !== "+" && sign !== "-") || index + 6 !== length || text[index + 3] !== ":") return Number.NaN;
  const offsetHour = digits(text, index + 1, index + 3);
  const offsetMinute = digits(text, index + 4, index + 6);
  if (!(offsetHour <= 23 && offsetMinute <= 59)) return Number.NaN;
  const offset = (offsetHour * 60 + offsetMinute) * 60_000;
  return sign === "+" ? utc - offset : utc + offset;
}
