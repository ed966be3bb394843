import { Router } from "express";
import type { ComparedPeriods } from "../../shared/explore.ts";
import type { Day } from "../../shared/time.ts";
import { onlyMethods } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import { LONGEST_BY_MONTH } from "../http/statistics.ts";

/** `GET /`: what a period is compared with, and the working days of each. */
export function periodsRouter(compare: (from: Day, to: Day) => ComparedPeriods): Router {
  const router = Router();
  router
    .route("/")
    .get((request, response) => {
      const query = new Query(request, ["from", "to"]);
      const from = query.requiredDay("from");
      const to = query.requiredDay("to");
      if (from > to) throw query.conflict("from", "is later than `to`; give the earlier date first.");
      if (to - from >= LONGEST_BY_MONTH)
        throw query.conflict("to", `the period is longer than ${LONGEST_BY_MONTH} days; ask for a shorter one.`);
      response.set("Cache-Control", "no-store").json(compare(from, to));
    })
    .all(onlyMethods("GET"));
  return router;
}
