import { createHash } from "node:crypto";
import { Router } from "express";
import { onlyMethods } from "./problem.ts";
import { Query } from "./query.ts";

/** `GET /`: the reference data as loaded. It is written out once, and a reader that has it is told so (304). */
export function referenceRouter(reference: unknown): Router {
  const body = JSON.stringify(reference);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const router = Router();
  router
    .route("/")
    .get((request, response) => {
      new Query(request, []);
      response.set({ ETag: etag, "Cache-Control": "no-cache" }).type("application/json");
      const known = request.headers["if-none-match"]?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
      if (known.includes(etag) || known.includes("*")) response.status(304).end();
      else response.send(body);
    })
    .all(onlyMethods("GET"));
  return router;
}
