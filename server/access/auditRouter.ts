import { Router } from "express";
import { onlyMethods } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import type { AuditLog } from "./audit.ts";
import { callerBehind } from "./caller.ts";
import { admit, principalBehind, refusal } from "./guard.ts";
import { ownPlace } from "./ownPlace.ts";

const CURSOR = /^\d{1,15}-\d{1,15}$/;
const LONGEST_PAGE = 200;

function pageOf(query: Query): { before: string | null; limit: number } {
  const before = query.text("before");
  if (before !== null && !CURSOR.test(before))
    throw query.conflict("before", "is no cursor; take it from `next` of the page before.");
  return { before, limit: query.wholeNumber("limit", 100, 1, LONGEST_PAGE) };
}

/**
 * `GET /`: who did what, the newest first, of the asker's own place; by `who`, `act`, `office`, `from` and `to` (dates).
 * `GET /about-me`: who looked at an operator's own figures.
 */
export function auditRouter(log: AuditLog, regionOf: (office: string) => string | null): Router {
  const router = Router();
  router
    .route("/about-me")
    .get(async (request, response) => {
      const caller = callerBehind(response);
      const { office = null, region = null, operator = null } = caller.principal ?? {};
      admit(caller, "see-own", { office, region, operator });
      if (operator === null) throw refusal(caller);
      const page = pageOf(new Query(request, ["before", "limit"]));
      const answer = await log.list({ ...page, about: { office, operator }, region: null, office });
      response.set("Cache-Control", "no-store").json(answer);
    })
    .all(onlyMethods("GET"));
  router
    .route("/")
    .get(ownPlace("see-audit"), async (request, response) => {
      const query = new Query(request, ["who", "act", "office", "from", "to", "before", "limit"]);
      const principal = principalBehind(response);
      const office = query.identifier("office") ?? principal.office;
      if (office !== null) admit(callerBehind(response), "see-audit", { office, region: regionOf(office) });
      const answer = await log.list({
        ...pageOf(query),
        about: null,
        office,
        region: principal.region,
        who: query.text("who"),
        act: query.text("act"),
        from: query.day("from"),
        to: query.day("to"),
      });
      response.set("Cache-Control", "no-store").json(answer);
    })
    .all(onlyMethods("GET"));
  return router;
}
