import type { ZodError } from "zod";
import { eventSchemas, isEventType } from "../../shared/events.ts";
import { type Decoded, originOf, quickCheck, sequenceOf } from "./quickCheck.ts";

export type { Decoded } from "./quickCheck.ts";

/** Why an event is not taken. Stable: figures and dead letters are kept by it. */
export const REFUSAL_REASONS = ["not-json", "schema", "unknown-type", "unknown-office", "future"] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** An event that is not taken; the message names the field and the remedy and never repeats a value. */
export interface Refusal {
  readonly ok: false;
  readonly reason: RefusalReason;
  readonly message: string;
  readonly id?: string;
  readonly office?: string;
}

/** No event is longer than this many characters; longer texts are not even parsed. */
export const LONGEST_EVENT = 65_536;
/** How far ahead of the centre's clock the time of an event may be, ms. */
export const AHEAD_MS = 120_000;

const SAMPLE = "oss.ticket.issued";

/** The event of a JSON text, or why it is not taken. Never throws. */
export function decodeEvent(text: string): Decoded | Refusal {
  if (text.length > LONGEST_EVENT)
    return refuse("schema", `The event is longer than ${LONGEST_EVENT} characters; send the fields of its kind only.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse("not-json", "The text is not JSON; send one event as a complete JSON object in UTF-8.");
  }
  return decodeParsed(value);
}

/** The event of a parsed JSON value, or why it is not taken. Never throws. */
export function decodeParsed(value: unknown): Decoded | Refusal {
  return quickCheck(value) ?? explain(value);
}

/** Holds an event against what only the centre knows: its offices and its clock (`arrival`, epoch ms). */
export function checkAgainst(
  decoded: Decoded,
  centre: { knownOffice(id: string): boolean; readonly arrival: number },
): Refusal | null {
  if (!centre.knownOffice(decoded.office))
    return refuse(
      "unknown-office",
      `source: the reference data has no office "${decoded.office}"; use the id of an office of the reference data, or add the office to it.`,
      decoded.event,
    );
  if (decoded.time > centre.arrival + AHEAD_MS)
    return refuse(
      "future",
      "time: lies more than two minutes ahead of the centre's clock; set the clock and the offset of the office's system right and send the event again.",
      decoded.event,
    );
  return null;
}

function refuse(reason: RefusalReason, message: string, value?: unknown): Refusal {
  const { id, source } = (value ?? {}) as { id?: unknown; source?: unknown };
  const office = originOf(source)?.office;
  return {
    ok: false,
    reason,
    message,
    ...(typeof id === "string" ? { id: id.slice(0, 128) } : {}),
    ...(office === undefined ? {} : { office }),
  };
}

function explain(value: unknown): Refusal {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return refuse("schema", "An event is a JSON object; send one object for each event.");
  const { type, sequence } = value as Record<string, unknown>;
  if (!isEventType(type)) {
    if (typeof type !== "string")
      return refuse("schema", `type: ${lack(type)}; give the kind of event as text, such as ${SAMPLE}.`, value);
    return refuse("unknown-type", `type: no such kind of event; use one of the event table, such as ${SAMPLE}.`, value);
  }
  const result = eventSchemas[type].safeParse(value);
  if (!result.success) return refuse("schema", sentence(result.error, value), value);
  return sequenceOf(sequence) === 0
    ? refuse("schema", `sequence: must be at most ${Number.MAX_SAFE_INTEGER}; begin a new producer name at 1.`, value)
    : refuse("schema", "The event has fields without a value; leave such fields out.", value);
}

function lack(value: unknown): string {
  return value === undefined ? "is missing" : "is of the wrong type";
}

function surplus(field: string): string {
  return `${field}: is not a field of this kind of event; leave it out, nothing outside the event table is stored.`;
}

function short(text: string): string {
  return text.length > 64 ? `${text.slice(0, 64)}…` : text;
}

function sentence(error: ZodError, value: object): string {
  const issue = error.issues[0];
  if (issue === undefined) return "The event breaks the event table; compare it with the description of the interface.";
  const path = issue.path.map((part) => short(String(part)));
  const field = path.length === 0 ? "event" : path.join(".");
  let found: unknown = value;
  for (const part of issue.path) found = (found as Record<PropertyKey, unknown> | null | undefined)?.[part];
  switch (issue.code) {
    case "unrecognized_keys":
      return surplus([...path, short(issue.keys[0] ?? "")].join("."));
    case "invalid_type":
      return `${field}: ${lack(found)}; give ${issue.expected === "object" ? "a JSON object" : issue.expected === "string" ? "text" : "a whole number"}.`;
    case "invalid_value":
      return `${field}: ${found === undefined ? "is missing" : "is not allowed"}; use ${issue.values.map((allowed) => `"${String(allowed)}"`).join(", ")}.`;
    case "too_small":
    case "too_big":
      return issue.origin === "string"
        ? `${field}: ${issue.message}.`
        : `${field}: must be a whole number from ${field === "data.score" ? "1 to 5" : "1 on"}.`;
    default:
      return `${field}: ${found === undefined ? "is missing; " : ""}${issue.message}.`;
  }
}
