import { randomUUID } from "node:crypto";
import { Router } from "express";
import { dayStart, localDay } from "../../shared/time.ts";
import type { Audit } from "../access/audit.ts";
import { type Guard, principalBehind } from "../access/guard.ts";
import { onlyMethods, Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import type { FloorParts } from "./floorAnswer.ts";
import { helpNow } from "./helpCall.ts";
import { askedOffice, askedOperator, placeOf } from "./place.ts";

type HelpParts = Pick<FloorParts, "index" | "clock" | "help" | "live"> & { readonly audit: Audit };

/**
 * `POST /?office=&operator=`: calls the supervisor. `POST /<id>/withdraw?office=&operator=`: no longer needed.
 * `POST /<id>/answer?office=`: somebody comes; also for a call that the desk's system told.
 */
export function helpRouter({ index, clock, help, live, audit }: HelpParts, guard: Guard): Router {
  const place = placeOf(index);
  const router = Router();
  const gone = () => new Problem("not-found", "There is no such call for help today; see /api/floor.");
  router
    .route("/")
    .post(guard("call-help", place), async (request, response) => {
      const query = new Query(request, ["office", "operator"]);
      const office = askedOffice(query, index);
      const operator = askedOperator(query);
      const { calls } = await help.list(office.id);
      const today = dayStart(localDay(clock.now(), office.zone), office.zone);
      const open = calls.find(
        (call) =>
          call.operator === operator && call.at >= today && call.answeredAt === null && call.withdrawnAt === null,
      );
      const id = open?.id ?? randomUUID();
      if (open === undefined) await help.say(office.id, { said: "called", id, operator, at: clock.now() });
      response.status(201).json({ id });
    })
    .all(onlyMethods("POST"));
  router
    .route("/:id/withdraw")
    .post(guard("call-help", place), async (request, response) => {
      const query = new Query(request, ["office", "operator"]);
      const office = askedOffice(query, index);
      const operator = askedOperator(query);
      const call = (await help.list(office.id)).calls.find(({ id }) => id === request.params.id);
      if (call === undefined || call.operator !== operator) throw gone();
      await help.say(office.id, { said: "withdrawn", id: call.id, at: clock.now() });
      response.json({ id: call.id });
    })
    .all(onlyMethods("POST"));
  router
    .route("/:id/answer")
    .post(guard("answer-help", place), async (request, response) => {
      const office = askedOffice(new Query(request, ["office"]), index);
      const people = live(office.id)?.people ?? new Map();
      const today = dayStart(localDay(clock.now(), office.zone), office.zone);
      const call = helpNow(await help.list(office.id), people, today).find(({ id }) => id === request.params.id);
      if (call === undefined) throw gone();
      const by = principalBehind(response);
      await help.say(office.id, { said: "answered", id: call.id, at: clock.now(), by: by.name });
      await audit.record({ by, act: "answer-help", what: "help", office: office.id, operator: call.operator });
      response.json({ id: call.id });
    })
    .all(onlyMethods("POST"));
  return router;
}
