import { z } from "zod";
import { EVENT_TYPES, eventSchemas } from "../../shared/events.ts";

type JsonSchema = Record<string, unknown>;

const MOMENTS = new Set(["time", "booked", "due"]);

function describeFields(schema: unknown, name = ""): void {
  if (typeof schema !== "object" || schema === null) return;
  const fields = schema as JsonSchema;
  if (MOMENTS.has(name) && fields.type === "string") fields.format = "date-time";
  for (const [property, inner] of Object.entries((fields.properties ?? {}) as JsonSchema))
    describeFields(inner, property);
}

/** The name of a kind's schema in the description: `oss.ticket.issued` → `TicketIssued`. */
function schemaName(type: string): string {
  return type
    .slice("oss.".length)
    .split(/[.-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** Every kind of event as JSON schema by name, out of the very schemas that the door checks with, and their union. */
export function eventComponents(): Record<string, JsonSchema> {
  const schemas: Record<string, JsonSchema> = {};
  for (const type of EVENT_TYPES) {
    const { $schema: _, ...schema } = z.toJSONSchema(eventSchemas[type], { io: "input" }) as JsonSchema;
    describeFields(schema);
    schemas[schemaName(type)] = { title: type, ...schema };
  }
  const mapping = Object.fromEntries(EVENT_TYPES.map((type) => [type, `#/components/schemas/${schemaName(type)}`]));
  schemas.Event = {
    description: "One fact that has happened: CloudEvents 1.0 in JSON. (source, sequence) is its identity.",
    oneOf: EVENT_TYPES.map((type) => ({ $ref: `#/components/schemas/${schemaName(type)}` })),
    discriminator: { propertyName: "type", mapping },
  };
  return schemas;
}
