import express, { type Request, type RequestHandler } from "express";
import { z } from "zod";
import type { ExplanationText } from "../../shared/alerts.ts";
import { ALERT_CAUSES, ALERT_KINDS, LONGEST_EXPLANATION_MS, MOST_WORDS } from "../../shared/alerts.ts";
import { parseInstant } from "../../shared/events.ts";
import { Problem } from "../http/problem.ts";

/** Reads a small JSON body. */
export const jsonBody: readonly RequestHandler[] = [
  (request, _response, next) => {
    if (!request.is("application/json")) throw new Problem("unsupported-content", "Send the body as application/json.");
    next();
  },
  express.json({ limit: "16kb" }),
];

function invalid(field: string, remedy: string): Problem {
  return new Problem("invalid-parameter", `${field}: ${remedy}`, { members: { parameter: field } });
}

/** The body as it must be; the messages of the schema are the remedies. @throws Problem that names the field */
export function bodyOf<T extends z.ZodType>(request: Request, schema: T): z.infer<T> {
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue?.code === "unrecognized_keys")
    throw invalid(issue.keys[0] ?? "body", "is no field of this body; leave it out.");
  throw invalid(issue?.path.join(".") || "body", issue?.message ?? "is not what it must be.");
}

const line = z
  .string({ error: "must be a text." })
  .transform((text) => text.replaceAll(/\s+/g, " ").trim())
  .refine((text) => text.length <= MOST_WORDS && !/\p{Surrogate}/u.test(text), {
    error: `takes at most ${MOST_WORDS} characters.`,
  });

const moment = z.string({ error: "must be a moment such as 2026-11-23T15:00:00+05:00." }).transform((text, of) => {
  const read = parseInstant(text);
  if (!Number.isNaN(read)) return read;
  of.issues.push({ code: "custom", input: text, message: "is no moment; write it as 2026-11-23T15:00:00+05:00." });
  return z.NEVER;
});

/** What somebody says: `from` is now when it is absent. */
export const saidSchema = z.strictObject({
  cause: z.enum(ALERT_CAUSES, { error: `must be one of ${ALERT_CAUSES.join(", ")}.` }),
  words: line.default(""),
  action: line.default(""),
  from: moment.optional(),
  until: moment,
});

/** What somebody says of a place beforehand: of a region, or of one of its offices. */
export const foreseenSchema = saidSchema.extend({
  region: z.string().optional(),
  office: z.string().optional(),
  kind: z.enum(ALERT_KINDS, { error: `must be one of ${ALERT_KINDS.join(", ")}, or left out for all.` }).optional(),
});

/** What was said as it is kept. @throws Problem when its times or its words do not hold together. */
export function textOf(said: z.infer<typeof saidSchema>, now: number, started: number | null = null): ExplanationText {
  const from = said.from ?? started ?? now;
  if (said.until <= from || said.until <= now) throw invalid("until", "must lie ahead, and after `from`.");
  if (said.until - from > LONGEST_EXPLANATION_MS)
    throw invalid("until", "lies more than 92 days after `from`; give a nearer moment.");
  if (from > now + LONGEST_EXPLANATION_MS) throw invalid("from", "lies more than 92 days ahead; give a nearer moment.");
  if (said.cause === "other" && said.words === "")
    throw invalid("words", "say in your own words what it is when the cause is `other`.");
  const { cause, words, action, until } = said;
  return { cause, words, action, from, until };
}

const figure = z.number({ error: "must be a number." });

/** A setting of a rule; null takes the place's own one back. */
export const settingSchema = z.strictObject({
  region: z.string().optional(),
  office: z.string().optional(),
  kind: z.enum(ALERT_KINDS, { error: `must be one of ${ALERT_KINDS.join(", ")}.` }),
  setting: z
    .strictObject({
      on: z.boolean({ error: "must be true or false." }),
      raise: figure,
      clear: figure,
      minutes: figure,
    })
    .nullable(),
});

/** A webhook; without a secret one is made. */
export const webhookSchema = z.strictObject({
  region: z.string().optional(),
  url: z.string({ error: "must be an address such as https://messages.example.kz/alerts." }),
  secret: z
    .string()
    .regex(/^[\x21-\x7e]{16,200}$/, { error: "needs 16 to 200 visible ASCII characters without spaces." })
    .optional(),
  on: z.boolean({ error: "must be true or false." }).default(true),
});
