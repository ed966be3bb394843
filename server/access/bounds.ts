import { may, type Principal, type Where } from "../../shared/access.ts";
import type { StatisticsQuery, UsualQuery } from "../../shared/statistics.ts";
import { Problem } from "../http/problem.ts";

/** The region of an office today, null when there is no such office. */
export type RegionOf = (office: string) => string | null;

function refuse(what: string, remedy: string): Problem {
  return new Problem("forbidden", `${what}: ${remedy}`, { members: { parameter: what } });
}

/** The place that a question is about, with the asker's own in place of none. */
function placeOf(
  { region, office }: Principal,
  asked: { readonly region?: string | null; readonly office?: string | null },
  regionOf: RegionOf,
): { readonly region: string | null; readonly office: string | null } {
  if (office !== null && (asked.office ?? office) === office && (asked.region ?? region) === region)
    return { region: region ?? regionOf(office), office };
  if (asked.office) return { region: regionOf(asked.office), office: asked.office };
  if (asked.region) return { region: asked.region, office: null };
  return { region, office: null };
}

/**
 * A question for figures as far as its asker may have the answer: without a place it is about the own one, a foreign
 * place is refused, single operators are for those who may see them there, an operator has the own figures alone.
 * @throws Problem that names the parameter
 */
export function boundStatistics(
  principal: Principal,
  query: StatisticsQuery,
  regionOf: RegionOf,
): { readonly query: StatisticsQuery; readonly about: Where; readonly individual: boolean } {
  const { by, filter } = query;
  const place = placeOf(principal, filter, regionOf);
  const own = principal.role === "operator" ? principal.operator : null;
  const operator = filter.operator ?? own;
  const about: Where = { ...place, operator };
  const individual = operator !== null || by.includes("operator");
  if (individual ? own === null && !may(principal, "see-operators", about) : !may(principal, "see-totals", about)) {
    if (individual && may(principal, "see-totals", place))
      throw refuse(
        operator === null ? "by" : "operator",
        "single operators are for their own office and region; ask without.",
      );
    throw refuse(filter.office === undefined ? "region" : "office", "is not your place; leave it out for your own.");
  }
  if (own !== null && !may(principal, "see-own", about))
    throw refuse(filter.operator === undefined ? "office" : "operator", "you see your own figures; leave it out.");
  const bounds = {
    ...(place.office === null ? {} : { office: place.office }),
    ...(principal.region !== null && place.office === null ? { region: principal.region } : {}),
    ...(operator === null ? {} : { operator }),
  };
  return { query: { ...query, filter: { ...filter, ...bounds } }, about, individual: individual && own === null };
}

/** A question for the usual day as far as its asker may have the answer. @throws Problem that names the parameter */
export function boundUsual(principal: Principal, query: UsualQuery, regionOf: RegionOf): UsualQuery {
  const { region, office } = placeOf(principal, query, regionOf);
  if (!may(principal, "see-totals", { region, office }))
    throw refuse(query.office === null ? "region" : "office", "is not your place; leave it out for your own.");
  return { ...query, office, region: office === null ? region : null };
}
