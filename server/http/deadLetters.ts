import express, { type RequestHandler, Router } from "express";
import { z } from "zod";
import { REFUSAL_REASONS, type RefusalReason } from "../ingest/decode.ts";
import type { DeadLetter, DeadLetterFilter, DeadLetters } from "../ports.ts";
import { onlyMethods, Problem } from "./problem.ts";
import { Query } from "./query.ts";

/** The most entries of one page, and of one replay by ids. */
export const LONGEST_PAGE = 500;
const MOST_IDS = 1_000;

const CURSOR = /^[A-Za-z0-9:.,_-]{1,512}$/;
const ID = /^\d{1,5}:\d{1,20}-\d{1,20}$/;

const byIds = z.strictObject({ ids: z.array(z.string().regex(ID)).min(1).max(MOST_IDS) });
const byFilter = z.strictObject({
  all: z.literal(true),
  office: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,64}$/)
    .optional(),
  reason: z.enum(REFUSAL_REASONS).optional(),
});

function which(body: unknown): { readonly ids: readonly string[] } | DeadLetterFilter {
  const ids = byIds.safeParse(body);
  if (ids.success) return ids.data;
  const all = byFilter.safeParse(body);
  if (all.success) return { office: all.data.office ?? null, reason: all.data.reason ?? null };
  throw new Problem(
    "unreadable-body",
    `Send { "ids": [1 to ${MOST_IDS} ids of /api/dead-letters] } or { "all": true }, the latter with "office" and "reason" (${REFUSAL_REASONS.join(", ")}) if not all shall go.`,
  );
}

const jsonOnly: RequestHandler = (request, _response, next) => {
  if (request.is("application/json") === false || request.headers["content-type"] === undefined)
    throw new Problem("unsupported-content", "Send the body as application/json.");
  next();
};

/** Refused for these, an event has the fields of its kind and no others. */
const WELL_FORMED: readonly RefusalReason[] = ["unknown-office", "future"];

/** A dead letter for those who see no single operators: nobody is named in it; a text that could name one is left out. */
function withoutOperators(letter: DeadLetter): DeadLetter {
  if (!WELL_FORMED.includes(letter.reason)) return { ...letter, text: "" };
  const event = JSON.parse(letter.text) as { data?: { operator?: unknown } };
  if (event.data?.operator !== undefined) event.data.operator = "…";
  return { ...letter, text: JSON.stringify(event) };
}

/** What guards reading and replaying. */
export interface DeadLetterGuards {
  readonly reading: RequestHandler;
  readonly replaying: RequestHandler;
}

/** `GET /`: entries that were not taken, page by page. `POST /replay`: sends them through the check again. */
export function deadLettersRouter(port: DeadLetters, guards: DeadLetterGuards): Router {
  const router = Router();
  router
    .route("/")
    .get(guards.reading, async (request, response) => {
      const query = new Query(request, ["office", "reason", "after", "limit"]);
      const after = query.text("after");
      if (after !== null && !CURSOR.test(after))
        throw query.conflict("after", "is not the `next` of an earlier page; leave it out to begin at the oldest.");
      const page = await port.list({
        office: query.identifier("office"),
        reason: query.oneOf("reason", REFUSAL_REASONS),
        after,
        limit: query.wholeNumber("limit", 100, 1, LONGEST_PAGE),
      });
      const items = response.locals.mayReadText === true ? page.items : page.items.map(withoutOperators);
      response.set("Cache-Control", "no-store").json({ ...page, items });
    })
    .all(onlyMethods("GET"));
  router
    .route("/replay")
    .post(guards.replaying, jsonOnly, express.json({ limit: "256kb", strict: false }), async (request, response) => {
      new Query(request, []);
      response.set("Cache-Control", "no-store").json(await port.replay(which(request.body)));
    })
    .all(onlyMethods("POST"));
  return router;
}
