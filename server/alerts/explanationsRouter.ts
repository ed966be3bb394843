import { type RequestHandler, Router } from "express";
import type { Explanation, ExplanationsAnswer } from "../../shared/alerts.ts";
import { dayStart } from "../../shared/time.ts";
import { writeMoments } from "../../shared/writtenMoments.ts";
import { guardKnown, principalBehind } from "../access/guard.ts";
import { onlyMethods, Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import { type AlertsRouterParts, ZONE } from "./alertsRouter.ts";
import { bodyOf, foreseenSchema, jsonBody, saidSchema, textOf } from "./bodies.ts";
import { authorOf } from "./explanations.ts";
import { type Place, whereOf } from "./places.ts";

/** `GET /` lists explanations of a period; `POST /` gives one beforehand; `PUT` and `DELETE /:id` change it and take it back. */
export function explanationsRouter(parts: Omit<AlertsRouterParts, "store" | "book">): Router {
  const { guard, audit, places, clock, explanations } = parts;
  const router = Router();
  const about = (place: Place) => whereOf(place);
  const bodyPlace = (body: unknown): Place => {
    const { region, office } = (body ?? {}) as { region?: unknown; office?: unknown };
    return places.named(typeof region === "string" ? region : null, typeof office === "string" ? office : null);
  };
  const find: RequestHandler = async (request, response, next) => {
    const found = await explanations.one(`${request.params.id}`);
    if (found === null)
      throw new Problem("not-found", "There is no such explanation; take an id from GET /api/explanations.");
    response.locals.explanation = found;
    request.body = { ...request.body, ofPlace: { region: found.region, office: found.office } };
    next();
  };
  const own = guard("explain", ({ body }) => about((body as { ofPlace: Place }).ofPlace));

  router
    .route("/")
    .get(
      guard("see-totals", (request) => about(places.asked(request))),
      async (request, response) => {
        const query = new Query(request, ["region", "office", "from", "to"]);
        const now = clock.now();
        const [first, last] = [query.day("from"), query.day("to")];
        const from = first === null ? now : dayStart(first, ZONE);
        const to = last === null ? Number.MAX_SAFE_INTEGER : dayStart(last + 1, ZONE);
        if (to <= from) throw query.conflict("to", "lies before `from`; exchange them.");
        const found = await explanations.explanationsOf(places.asked(request), from, to);
        const answer: ExplanationsAnswer = { asOf: now, explanations: found };
        response.set("Cache-Control", "no-cache").json(writeMoments(answer));
      },
    )
    .post(
      ...jsonBody,
      guard("explain", ({ body }) => about(bodyPlace(body))),
      async (request, response) => {
        const { region: _, office: __, kind = null, ...said } = bodyOf(request, foreseenSchema);
        const place = bodyPlace(request.body);
        if (place.region === null)
          throw new Problem("invalid-parameter", "office: give the office, or the region, that it is about.", {
            members: { parameter: "office" },
          });
        const by = principalBehind(response);
        const text = textOf(said, clock.now());
        const of = { region: place.region, office: place.office, kind, alert: null };
        const explanation = await explanations.say(of, text, authorOf(by));
        await audit.record({ by, act: "explain", what: `${explanation.id}: ${text.cause}`, ...place });
        response.status(201).json(writeMoments(explanation));
      },
    )
    .all(onlyMethods("GET", "POST"));

  router
    .route("/:id")
    .put(guardKnown, ...jsonBody, find, own, async (request, response) => {
      const before = response.locals.explanation as Explanation;
      const { ofPlace: _, ...body } = request.body as Record<string, unknown>;
      request.body = body;
      const text = textOf(bodyOf(request, saidSchema), clock.now(), before.from);
      const by = principalBehind(response);
      const after = await explanations.change(before.id, text, authorOf(by));
      const { region, office } = before;
      await audit.record({
        by,
        act: "explain",
        what: `${before.id}: ${before.cause} -> ${text.cause}`,
        region,
        office,
      });
      response.json(writeMoments(after));
    })
    .delete(guardKnown, find, own, async (_request, response) => {
      const before = response.locals.explanation as Explanation;
      const after = await explanations.withdraw(before.id);
      const { region, office } = before;
      const by = principalBehind(response);
      await audit.record({ by, act: "explain", what: `${before.id}: taken back`, region, office });
      response.json(writeMoments(after));
    })
    .all(onlyMethods("PUT", "DELETE"));
  return router;
}
