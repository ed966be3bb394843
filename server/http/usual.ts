import { Router } from "express";
import type { Bounds } from "../access/statisticsBounds.ts";
import type { Figures } from "../ports.ts";
import { onlyMethods } from "./problem.ts";
import { Query } from "./query.ts";
import type { KnownPlaces } from "./statistics.ts";

/** `GET /?region=|office=&day=`: what is usual on such a day, for the country, a region or an office. */
export function usualRouter(port: Pick<Figures, "usual">, places: KnownPlaces, bounds: Pick<Bounds, "usual">): Router {
  const router = Router();
  router
    .route("/")
    .get(async (request, response) => {
      const query = new Query(request, ["region", "office", "day"]);
      const region = query.known("region", places.knownRegion);
      const office = query.known("office", places.knownOffice);
      if (region !== null && office !== null)
        throw query.conflict(
          "region",
          "does not go together with `office`; give one of them, or none for the country.",
        );
      const answer = await port.usual(await bounds.usual({ day: query.day("day"), region, office }, response));
      response.set("Cache-Control", "no-store").json(answer);
    })
    .all(onlyMethods("GET"));
  return router;
}
