import { Router } from "express";
import type { Ready } from "../ports.ts";
import { onlyMethods, Problem } from "./problem.ts";

/** `GET /healthz`: the process lives. `GET /readyz`: it can do its work; 503 names what it lacks. */
export function healthRouter(ready: Ready): Router {
  const router = Router();
  router
    .route("/healthz")
    .get((_request, response) => {
      response.set("Cache-Control", "no-store").json({ status: "alive" });
    })
    .all(onlyMethods("GET"));
  router
    .route("/readyz")
    .get(async (_request, response) => {
      const checks = await ready.readiness();
      const lacking = Object.entries(checks).flatMap(([name, holds]) => (holds ? [] : [name]));
      if (lacking.length > 0)
        throw new Problem("not-ready", `Not ready yet: ${lacking.join(", ")}; ask again in some seconds.`, {
          headers: { "Retry-After": "5" },
          members: { checks },
        });
      response.set("Cache-Control", "no-store").json({ status: "ready", checks });
    })
    .all(onlyMethods("GET"));
  return router;
}
