import { z } from "zod";
import { type EventType, eventSchemas } from "../../shared/events.ts";

/** What an event's data may hold: each field, and whether it must be there. */
export interface EventFields {
  readonly all: readonly string[];
  readonly required: readonly string[];
}

/** The fields of one kind of event, as the event table has them. */
export function eventFields(type: EventType): EventFields {
  const { data } = (eventSchemas[type] as unknown as z.ZodObject<{ data: z.ZodObject<z.ZodRawShape> }>).shape;
  const all = Object.keys(data.shape);
  const optional = (field: string) => z.safeParse(data.shape[field] as z.ZodType, undefined).success;
  return { all, required: all.filter((field) => !optional(field)) };
}

const TIMES: ReadonlySet<string> = new Set(["due", "booked"]);
const NUMBERS: ReadonlySet<string> = new Set(["score"]);
const IDENTIFIERS: ReadonlySet<string> = new Set([
  "application",
  "authority",
  "corrects",
  "desk",
  "operator",
  "service",
  "ticket",
  "variant",
]);

/** How the text of a column becomes the value of a field of an event's data. */
export function kindOfField(field: string): "time" | "number" | "identifier" | "text" {
  if (TIMES.has(field)) return "time";
  if (NUMBERS.has(field)) return "number";
  return IDENTIFIERS.has(field) ? "identifier" : "text";
}
