import { Router } from "express";
import {
  ALERT_RULES,
  type AlertRulesAnswer,
  effectiveRule,
  faultOf,
  MOST_MINUTES,
  type RuleChange,
  settingKey,
} from "../../shared/alertRules.ts";
import { ALERT_KINDS } from "../../shared/alerts.ts";
import { writeMoments } from "../../shared/writtenMoments.ts";
import type { Audit } from "../access/audit.ts";
import { type Guard, principalBehind } from "../access/guard.ts";
import { onlyMethods, Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import type { Clock } from "../ports.ts";
import { bodyOf, jsonBody, settingSchema } from "./bodies.ts";
import { authorOf } from "./explanations.ts";
import { type Place, type Places, whereOf } from "./places.ts";
import type { RuleStore } from "./ports.ts";

export interface RulesRouterParts {
  readonly guard: Guard;
  readonly audit: Audit;
  readonly places: Places;
  readonly clock: Pick<Clock, "now">;
  readonly store: RuleStore;
}

const nameOf = ({ region, office }: Place) => office ?? region ?? "country";

function bodyPlace(places: Places, body: unknown): Place {
  const { region, office } = (body ?? {}) as { region?: unknown; office?: unknown };
  return places.named(typeof region === "string" ? region : null, typeof office === "string" ? office : null);
}

/** `GET /`: the rules as they hold at a place and how they came about; `PUT /` sets one, or takes the place's own one back. */
export function rulesRouter({ guard, audit, places, clock, store }: RulesRouterParts): Router {
  const router = Router();
  const answerFor = async (place: Place): Promise<AlertRulesAnswer> => {
    const [set, changes] = await Promise.all([store.all(), store.changes()]);
    const settings = new Map(set.map((each) => [settingKey(each.place, each.kind), each]));
    const concerned = new Set([place.office, place.region, "country"]);
    return {
      place: nameOf(place),
      rules: ALERT_KINDS.map((kind) => effectiveRule(settings, kind, place.region, place.office)),
      changes: changes.filter((change) => concerned.has(change.place)).slice(0, 50),
    };
  };
  router
    .route("/")
    .get(
      guard("see-totals", (request) => whereOf(places.asked(request))),
      async (request, response) => {
        new Query(request, ["region", "office"]);
        response.set("Cache-Control", "no-cache").json(writeMoments(await answerFor(places.asked(request))));
      },
    )
    .put(
      ...jsonBody,
      guard("set-targets", ({ body }) => whereOf(bodyPlace(places, body))),
      async (request, response) => {
        const { kind, setting } = bodyOf(request, settingSchema);
        const place = bodyPlace(places, request.body);
        const fault = setting === null ? null : faultOf(kind, setting);
        if (fault !== null) {
          const [lowest, highest] = ALERT_RULES[kind].range;
          const remedy = {
            range: `must lie from ${lowest} to ${highest}.`,
            "below-raise": "must be 0 or more and below `raise`, or the alert would flutter.",
            minutes: `must be a whole number of minutes from 0 to ${MOST_MINUTES}.`,
          }[fault.remedy];
          throw new Problem("invalid-parameter", `${fault.field}: ${remedy}`, { members: { parameter: fault.field } });
        }
        const by = principalBehind(response);
        const name = nameOf(place);
        const known = (await store.all()).find((each) => each.place === name && each.kind === kind);
        const before =
          known === undefined ? null : { on: known.on, raise: known.raise, clear: known.clear, minutes: known.minutes };
        const change: RuleChange = { place: name, kind, before, after: setting, at: clock.now(), by: authorOf(by) };
        await store.put(change, setting);
        const what = `alert rule ${kind} of ${name}: ${JSON.stringify(before)} -> ${JSON.stringify(setting)}`;
        await audit.record({ by, act: "set-targets", what, ...place });
        response.json(writeMoments(await answerFor(place)));
      },
    )
    .all(onlyMethods("GET", "PUT"));
  return router;
}
