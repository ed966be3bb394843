import { Router } from "express";
import type { Figures } from "../ports.ts";
import { onlyMethods, Problem } from "./problem.ts";
import { Query } from "./query.ts";
import type { KnownPlaces } from "./statistics.ts";

const IDENTIFIER = /^[A-Za-z0-9._/-]{1,64}$/;

/** `GET /<office>/<application>`: where an application stands. An identifier may have slashes in it. */
export function applicationsRouter(port: Pick<Figures, "application">, places: KnownPlaces): Router {
  const router = Router();
  router
    .route("/:office/*application")
    .get(async (request, response) => {
      new Query(request, []);
      const { office, application: parts } = request.params as unknown as { office: string; application: string[] };
      const application = parts.join("/");
      if (!places.knownOffice(office))
        throw new Problem("not-found", "The reference data has no such office; take an id from /api/reference.");
      if (!IDENTIFIER.test(application))
        throw new Problem("invalid-parameter", "application: use 1 to 64 characters of A-Z a-z 0-9 . _ / -.", {
          members: { parameter: "application" },
        });
      const answer = await port.application(office, application);
      if (answer === null)
        throw new Problem(
          "not-found",
          "The office has no such application, or its record is no longer kept: 90 days after the last news of it.",
        );
      response.set("Cache-Control", "no-store").json(answer);
    })
    .all(onlyMethods("GET"));
  return router;
}
