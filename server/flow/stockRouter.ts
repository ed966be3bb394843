import { type Request, Router } from "express";
import type { Where } from "../../shared/access.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import { BUCKETS, STAGES, type StockAnswer, type StockListAnswer } from "../../shared/stock.ts";
import type { Guard } from "../access/guard.ts";
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

function scopeOf(query: Query, index: ReferenceIndex): StockScope {
  const region = query.known("region", (id) => index.regions.has(id));
  const office = query.known("office", (id) => index.offices.has(id));
  if (region !== null && office !== null)
    throw query.conflict("region", "does not go with `office`, which lies in one region only; give one of the two.");
  return { region, office };
}

function placeIn(index: ReferenceIndex): (request: Request) => Where {
  return ({ query: { region, office } }) => {
    if (typeof office === "string") return { office, region: index.offices.get(office)?.region ?? null };
    return { office: null, region: typeof region === "string" ? region : null };
  };
}

/**
 * `GET /?region=|office=`: what is in hand, by authority, stage and age. `GET /list?region=|office=&authority=&stage=&
 * bucket=&limit=&after=`: the applications themselves, the earliest deadline first.
 */
export function stockRouter(stock: Stock, index: ReferenceIndex, guard: Guard): Router {
  const router = Router();
  const where = placeIn(index);
  router
    .route("/")
    .get(guard("see-totals", where), async (request, response) => {
      const scope = scopeOf(new Query(request, ["region", "office"]), index);
      response.set("Cache-Control", "no-store").json(await stock.of(scope));
    })
    .all(onlyMethods("GET"));
  router
    .route("/list")
    .get(guard("see-applications", where), async (request, response) => {
      const query = new Query(request, ["region", "office", "authority", "stage", "bucket", "limit", "after"]);
      const answer = await stock.list({
        ...scopeOf(query, index),
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
