import { randomUUID } from "node:crypto";
import { type Request, Router } from "express";
import { z } from "zod";
import { DISPUTE_ANSWERS, DISPUTE_REASONS, type Dispute } from "../../shared/floor.ts";
import type { Office } from "../../shared/reference.ts";
import { formatDay, localDay, parseDay } from "../../shared/time.ts";
import type { Audit } from "../access/audit.ts";
import { bodyOf, jsonBody } from "../access/body.ts";
import { type Guard, principalBehind } from "../access/guard.ts";
import { onlyMethods, Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import type { FloorParts } from "./floorAnswer.ts";
import { TICKET_DAYS } from "./officeDays.ts";
import { askedOffice, askedOperator, placeOf } from "./place.ts";

type DisputesParts = Pick<FloorParts, "index" | "clock" | "disputes"> & { readonly audit: Audit };

/** A note is short, and holds no number by which somebody could be found: that of a person has twelve digits. */
const note = z
  .string()
  .max(200)
  .regex(/^(?!.*\d(?:[\s-]?\d){8})/s)
  .default("");
const dispute = z.strictObject({
  day: z.string(),
  subject: z.string().regex(/^(ticket:[A-Za-z0-9._/-]{1,64}|act:\d{10,15})$/),
  reason: z.enum(DISPUTE_REASONS),
  note,
});
const answer = z.strictObject({ answer: z.enum(DISPUTE_ANSWERS), note });

function wrong(parameter: string, remedy: string): Problem {
  return new Problem("invalid-parameter", `${parameter}: ${remedy}`, { members: { parameter } });
}

/**
 * `POST /?office=&operator=`: a timing of one's own is wrong. `POST /<id>/withdraw?office=&operator=`: it is not, after all.
 * `POST /<id>/answer?office=`: what the supervisor says.
 */
export function disputesRouter({ index, clock, disputes, audit }: DisputesParts, guard: Guard): Router {
  const place = placeOf(index);
  const router = Router();
  const known = async (office: Office, request: Request): Promise<Dispute> => {
    const found = (await disputes.list(office.id)).find(({ id }) => id === request.params.id);
    if (found === undefined || found.withdrawnAt !== null)
      throw new Problem("not-found", "There is no such dispute of this office, or it was withdrawn; see /api/floor.");
    return found;
  };
  router
    .route("/")
    .post(guard("dispute", place), ...jsonBody, async (request, response) => {
      const query = new Query(request, ["office", "operator"]);
      const office = askedOffice(query, index);
      const operator = askedOperator(query);
      const { day, subject, reason, note: text } = bodyOf(request, dispute);
      const now = clock.now();
      const today = localDay(now, office.zone);
      const of = parseDay(day);
      if (of === null || of > today || of <= today - TICKET_DAYS)
        throw wrong("day", `give a date of the last ${TICKET_DAYS} days, such as ${formatDay(today)}.`);
      const standing = (await disputes.list(office.id)).find(
        (each) =>
          each.operator === operator && each.day === day && each.subject === subject && each.withdrawnAt === null,
      );
      if (standing !== undefined) throw wrong("subject", "is disputed already; withdraw that dispute first.");
      const id = randomUUID();
      await disputes.say(office.id, { said: "disputed", id, operator, day, subject, reason, note: text, at: now });
      const by = principalBehind(response);
      await audit.record({ by, act: "dispute", what: `${day} ${subject}: ${reason}`, office: office.id, operator });
      response.status(201).json({ id });
    })
    .all(onlyMethods("POST"));
  router
    .route("/:id/withdraw")
    .post(guard("dispute", place), async (request, response) => {
      const query = new Query(request, ["office", "operator"]);
      const office = askedOffice(query, index);
      const found = await known(office, request);
      if (found.operator !== askedOperator(query)) throw wrong("operator", "is not the one who raised the dispute.");
      await disputes.say(office.id, { said: "withdrawn", id: found.id, at: clock.now() });
      response.json({ id: found.id });
    })
    .all(onlyMethods("POST"));
  router
    .route("/:id/answer")
    .post(guard("answer-help", place), ...jsonBody, async (request, response) => {
      const office = askedOffice(new Query(request, ["office"]), index);
      const { answer: said, note: text } = bodyOf(request, answer);
      const { id, operator, day, subject } = await known(office, request);
      const by = principalBehind(response);
      await disputes.say(office.id, { said: "answered", id, answer: said, note: text, at: clock.now(), by: by.name });
      const what = `dispute ${day} ${subject}: ${said}`;
      await audit.record({ by, act: "answer-help", what, office: office.id, operator });
      response.json({ id });
    })
    .all(onlyMethods("POST"));
  return router;
}
