import { Router } from "express";
import type { ForecastAnswer } from "../../shared/forecast.ts";
import { onlyMethods } from "../http/problem.ts";
import { Query } from "../http/query.ts";

/** What the route asks for. */
export interface Forecasts {
  knownOffice(id: string): boolean;
  /** The rest of an office's day. @throws RedisAwayError */
  ofOffice(id: string): Promise<ForecastAnswer>;
}

/** `GET /?office=`: the rest of an office's day, its predicted waits, and how far such predictions were off. */
export function forecastRouter(forecasts: Forecasts): Router {
  const router = Router();
  router
    .route("/")
    .get(async (request, response) => {
      const query = new Query(request, ["office"]);
      const office = query.known("office", (id) => forecasts.knownOffice(id));
      if (office === null) throw query.conflict("office", "is missing; give an office such as KZ-71-01.");
      response.set("Cache-Control", "no-store").json(await forecasts.ofOffice(office));
    })
    .all(onlyMethods("GET"));
  return router;
}
