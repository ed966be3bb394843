import { Router } from "express";
import { may } from "../../shared/access.ts";
import { CASE_FIGURES, type CaseFigure, type CountedCases } from "../../shared/explore.ts";
import type { Office } from "../../shared/reference.ts";
import { FILTERS, type StatisticsQuery } from "../../shared/statistics.ts";
import type { Day } from "../../shared/time.ts";
import type { Audit } from "../access/audit.ts";
import type { RegionOf } from "../access/bounds.ts";
import { boundStatistics } from "../access/bounds.ts";
import { principalBehind } from "../access/guard.ts";
import { onlyMethods, Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import { type KnownPlaces, parseStatisticsQuery } from "../http/statistics.ts";

/** Which cases are looked for. */
export interface AskedCases {
  readonly figure: CaseFigure;
  readonly from: Day;
  readonly to: Day;
  readonly filter: StatisticsQuery["filter"];
  readonly offices: readonly Office[];
  /** Whether the operators of the cases are told. */
  readonly operators: boolean;
  readonly limit: number;
}

export interface CasesGrounds {
  find(asked: AskedCases): Promise<CountedCases>;
  readonly places: KnownPlaces;
  readonly regionOf: RegionOf;
  officesIn(filter: StatisticsQuery["filter"]): readonly Office[];
  readonly audit: Audit;
}

const LIMIT = 200;

/** `GET /`: the applications or tickets that a figure counts, of the same question as `/api/statistics`. */
export function casesRouter({ find, places, regionOf, officesIn, audit }: CasesGrounds): Router {
  const router = Router();
  router
    .route("/")
    .get(async (request, response) => {
      const by = principalBehind(response);
      const own = new Query(request, ["figure", "from", "to", "by", ...FILTERS]);
      const figure = own.oneOf("figure", CASE_FIGURES);
      if (figure === null)
        throw new Problem("invalid-parameter", `figure: is missing; give one of ${CASE_FIGURES.join(", ")}.`, {
          members: { parameter: "figure" },
        });
      const asked = parseStatisticsQuery(request, places, ["figure"]);
      const { query, about, individual } = boundStatistics(by, asked, regionOf);
      if (!may(by, "see-applications", about))
        throw new Problem("forbidden", "Single applications are for those who work with them; ask for the figures.");
      const operators = may(by, "see-operators", about);
      if (individual) await audit.record({ by, act: "see-operators", what: request.baseUrl, ...about });
      const { from, to, filter } = query;
      const answer = await find({ figure, from, to, filter, offices: officesIn(filter), operators, limit: LIMIT });
      response.set("Cache-Control", "no-store").json(answer);
    })
    .all(onlyMethods("GET"));
  return router;
}
