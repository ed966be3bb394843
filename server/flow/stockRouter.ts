import { type Request, type RequestHandler, type Response, Router } from "express";
import type { Act, Where } from "../../shared/access.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import { BUCKETS, STAGES, type StockAnswer, type StockListAnswer } from "../../shared/stock.ts";
import { callerBehind } from "../access/caller.ts";
import { type Guard, principalBehind } from "../access/guard.ts";
import { onlyMethods } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import type { ListQuery } from "./dueList.ts";
import type { StockScope } from "./stocks.ts";

/** What the routes ask for. Each @throws RedisAwayError */
export interface Stock {
  of(scope: StockScope): Promise<StockAnswer>;
  list(query: ListQuery): Promise<StockListAnswer>;
}

const MOST = 500;
const USUAL = 100;

function scopeOf(query: Query, response: Response, index: ReferenceIndex): StockScope {
  const region = query.known("region", (id) => index.regions.has(id));
  const office = query.known("office", (id) => index.offices.has(id));
  if (region !== null && office !== null)
    throw query.conflict("region", "does not go with `office`, which lies in one region only; give one of the two.");
  if (region !== null || office !== null) return { region, office };
  const own = principalBehind(response);
  return own.office === null ? { region: own.region, office: null } : { region: null, office: own.office };
}

/** The place that is asked for; without one it is the own place of who asks. */
function placeOf({ query: { region, office } }: Request, response: Response, index: ReferenceIndex): Where {
  if (typeof office === "string") return { office, region: index.offices.get(office)?.region ?? null };
  if (typeof region === "string") return { office: null, region };
  const { principal } = callerBehind(response);
  return { office: principal?.office ?? null, region: principal?.region ?? null };
}

function guardPlace(guard: Guard, act: Act, index: ReferenceIndex): RequestHandler {
  return (request, response, next) => guard(act, () => placeOf(request, response, index))(request, response, next);
}

/**
 * `GET /?region=|office=`: what is in hand, by authority, stage and age; without a place, that of who asks.
 * `GET /list?region=|office=&authority=&stage=&bucket=&limit=&after=`: the applications themselves, the earliest deadline
 * first.
 */
export function stockRouter(stock: Stock, index: ReferenceIndex, guard: Guard): Router {
  const router = Router();
  router
    .route("/")
    .get(guardPlace(guard, "see-totals", index), async (request, response) => {
      const scope = scopeOf(new Query(request, ["region", "office"]), response, index);
      response.set("Cache-Control", "no-store").json(await stock.of(scope));
    })
    .all(onlyMethods("GET"));
  router
    .route("/list")
    .get(guardPlace(guard, "see-applications", index), async (request, response) => {
      const query = new Query(request, ["region", "office", "authority", "stage", "bucket", "limit", "after"]);
      const answer = await stock.list({
        ...scopeOf(query, response, index),
        authority: query.identifier("authority"),
        stage: query.oneOf("stage", STAGES),
        buckets: query.someOf("bucket", BUCKETS, BUCKETS.length),
        limit: query.wholeNumber("limit", USUAL, 1, MOST),
        after: query.text("after"),
      });
      response.set("Cache-Control", "no-store").json(answer);
    })
    .all(onlyMethods("GET"));
  return router;
}
