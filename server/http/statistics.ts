import { type Request, Router } from "express";
import { DIMENSIONS, FILTERS, type FilterName, type StatisticsQuery } from "../../shared/statistics.ts";
import type { Bounds } from "../access/statisticsBounds.ts";
import type { Figures } from "../ports.ts";
import { onlyMethods } from "./problem.ts";
import { Query } from "./query.ts";

/** Whether the reference data knows an id. */
export interface KnownPlaces {
  knownRegion(id: string): boolean;
  knownOffice(id: string): boolean;
}

/** The longest periods that are answered, days: in general, and of offices, regions or the country cut by month. */
export const LONGEST_PERIOD = 400;
export const LONGEST_BY_MONTH = 9_150;

const KNOWN = ["from", "to", "by", ...FILTERS];

function filterOf(query: Query, places: KnownPlaces): StatisticsQuery["filter"] {
  const filter: Partial<Record<FilterName, string>> = {};
  for (const name of FILTERS) {
    const id =
      name === "region"
        ? query.known(name, places.knownRegion)
        : name === "office"
          ? query.known(name, places.knownOffice)
          : query.identifier(name);
    if (id !== null) filter[name] = id;
  }
  return filter;
}

/**
 * The question for figures that an address asks; `also` are parameters that the address knows beside those of the
 * question. @throws Problem that names the parameter and the remedy.
 */
export function parseStatisticsQuery(
  request: Request,
  places: KnownPlaces,
  also: readonly string[] = [],
): StatisticsQuery {
  const query = new Query(request, [...KNOWN, ...also]);
  const from = query.requiredDay("from");
  const to = query.requiredDay("to");
  if (from > to) throw query.conflict("from", "is later than `to`; give the earlier date first.");
  const by = query.someOf("by", DIMENSIONS, 2);
  const longest = by.includes("month") ? LONGEST_BY_MONTH : LONGEST_PERIOD;
  if (to - from >= longest)
    throw query.conflict(
      "to",
      `the period is longer than ${longest} days; ask for a shorter one${by.includes("month") ? "" : ", or by=month"}.`,
    );
  return { from, to, by, filter: filterOf(query, places) };
}

/**
 * Whether the totals of an old system are asked for beside the figures; `also` as in `parseStatisticsQuery`.
 * @throws Problem where they can not be told
 */
export function asksImported(request: Request, also: readonly string[]): boolean {
  const query = new Query(request, [...KNOWN, ...also]);
  if (query.oneOf("imported", ["1", "0"]) !== "1") return false;
  const cut = query.someOf("by", DIMENSIONS, 2);
  const finer = (["operator", "service", "authority"] as const).find((of) => cut.includes(of) || query.text(of));
  if (finer !== undefined)
    throw query.conflict("imported", `an old system told months of offices and regions alone; ask without ${finer}.`);
  return true;
}

/** The parameter of an answer beside those of the question. */
const BESIDE = ["imported"] as const;

/**
 * `GET /`: figures of a period, cut and limited as the address says; with `imported=1` beside them, and never among them,
 * what an old system told of its whole months.
 */
export function statisticsRouter(
  port: Pick<Figures, "statistics" | "imported">,
  places: KnownPlaces,
  bounds: Pick<Bounds, "statistics">,
): Router {
  const router = Router();
  router
    .route("/")
    .get(async (request, response) => {
      const withImported = asksImported(request, BESIDE);
      const query = await bounds.statistics(parseStatisticsQuery(request, places, BESIDE), response);
      const answer = await port.statistics(query);
      const beside = withImported ? { imported: await port.imported(query) } : {};
      response.set("Cache-Control", "no-store").json({ ...answer, ...beside });
    })
    .all(onlyMethods("GET"));
  return router;
}
