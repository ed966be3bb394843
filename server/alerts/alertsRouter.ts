import { Router } from "express";
import { ALERT_KINDS, type Alert, type AlertsAnswer } from "../../shared/alerts.ts";
import { DAY_MS, dayStart } from "../../shared/time.ts";
import { writeMoments } from "../../shared/writtenMoments.ts";
import type { Audit } from "../access/audit.ts";
import { type Guard, principalBehind } from "../access/guard.ts";
import { onlyMethods, Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import type { Clock } from "../ports.ts";
import { bodyOf, jsonBody, saidSchema, textOf } from "./bodies.ts";
import type { AlertBook } from "./book.ts";
import { aboutAlert, authorOf, type Explanations } from "./explanations.ts";
import { type Places, whereOf } from "./places.ts";
import type { AlertStore } from "./ports.ts";

export interface AlertsRouterParts {
  readonly guard: Guard;
  readonly audit: Audit;
  readonly places: Places;
  readonly clock: Pick<Clock, "now">;
  readonly store: AlertStore;
  readonly book: AlertBook;
  readonly explanations: Explanations;
}

/** The country's zone: the days of a list. */
export const ZONE = "Asia/Almaty";
/** How much history is shown when no period is asked for, and the longest that can be, days. */
const USUAL_DAYS = 7;
const MOST_DAYS = 100;

function period(query: Query, now: number): { readonly from: number; readonly to: number } {
  const [first, last] = [query.day("from"), query.day("to")];
  const to = last === null ? now + 1 : dayStart(last + 1, ZONE);
  const from = first === null ? to - USUAL_DAYS * DAY_MS : dayStart(first, ZONE);
  if (to <= from) throw query.conflict("to", "lies before `from`; exchange them.");
  if (to - from > MOST_DAYS * DAY_MS)
    throw query.conflict("from", `a period has at most ${MOST_DAYS} days; ask twice.`);
  return { from, to };
}

const officeOf = (id: unknown) => `${id}`.slice(0, Math.max(0, `${id}`.indexOf("~")));

/** `GET /` lists alerts; `POST /:id/explanation` acknowledges one with cause, action and until when. */
export function alertsRouter(parts: AlertsRouterParts): Router {
  const { guard, places, clock, store, book, explanations } = parts;
  const router = Router();
  router
    .route("/")
    .get(
      guard("see-totals", (request) => whereOf(places.asked(request))),
      async (request, response) => {
        const query = new Query(request, ["region", "office", "open", "kind", "from", "to", "limit"]);
        const now = clock.now();
        const place = places.asked(request);
        const kind = query.oneOf("kind", ALERT_KINDS);
        const open = query.oneOf("open", ["true", "false"]);
        const limit = query.wholeNumber("limit", 500, 1, 5_000);
        const { from, to } = period(query, now);
        const here = (alert: Alert): boolean =>
          (kind === null || alert.kind === kind) &&
          (place.office === null
            ? place.region === null || alert.region === place.region
            : alert.office === place.office);
        const standing = open === "false" ? [] : book.open(now).filter(here);
        const past =
          open === "true"
            ? []
            : (await store.raisedBetween(from, to)).filter((each) => each.cleared !== null && here(each));
        const said = past.length === 0 ? [] : await explanations.explanationsOf(place, from, now);
        const ended = past
          .sort((a, b) => b.raised - a.raised)
          .slice(0, limit)
          .map((alert) => book.shown(alert, said, now));
        const alerts = [...standing, ...ended];
        const answer: AlertsAnswer = {
          asOf: now,
          alerts: alerts.slice(0, limit),
          more: standing.length + past.length > limit,
        };
        response.set("Cache-Control", "no-cache").json(writeMoments(answer));
      },
    )
    .all(onlyMethods("GET"));
  router
    .route("/:id/explanation")
    .post(
      ...jsonBody,
      guard("explain", ({ params }) => whereOf(places.named(null, officeOf(params.id)))),
      async (request, response) => {
        const alert = await store.one(`${request.params.id}`);
        if (alert === null) throw new Problem("not-found", "There is no such alert; take an id from GET /api/alerts.");
        const said = textOf(bodyOf(request, saidSchema), clock.now());
        const by = principalBehind(response);
        const explanation = await explanations.say(aboutAlert(alert), said, authorOf(by));
        const { region, office, cause } = explanation;
        await parts.audit.record({ by, act: "explain", what: `${alert.id}: ${cause}`, region, office });
        response.status(201).json(writeMoments(explanation));
      },
    )
    .all(onlyMethods("POST"));
  return router;
}
