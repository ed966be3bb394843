import type { Response } from "express";
import type { StatisticsQuery, UsualQuery } from "../../shared/statistics.ts";
import type { Audit } from "./audit.ts";
import { boundStatistics, boundUsual, type RegionOf } from "./bounds.ts";
import { principalBehind } from "./guard.ts";

/** Cuts questions for figures to what their askers may have. */
export interface Bounds {
  /** @throws Problem, RedisAwayError */
  statistics(query: StatisticsQuery, response: Response): Promise<StatisticsQuery>;
  /** @throws Problem, RedisAwayError */
  usual(query: UsualQuery, response: Response): Promise<UsualQuery>;
}

/** The bounds, with each look at single operators taken down. */
export function createBounds(audit: Audit, regionOf: RegionOf): Bounds {
  return {
    async statistics(asked, response) {
      const by = principalBehind(response);
      const { query, about, individual } = boundStatistics(by, asked, regionOf);
      if (individual || by.role === "reader")
        await audit.record({ by, act: individual ? "see-operators" : "see-totals", what: "/api/statistics", ...about });
      return query;
    },
    async usual(asked, response) {
      const by = principalBehind(response);
      const query = boundUsual(by, asked, regionOf);
      if (by.role === "reader") await audit.record({ by, act: "see-totals", what: "/api/usual", office: query.office });
      return query;
    },
  };
}
