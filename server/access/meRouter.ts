import { type Response, Router } from "express";
import type { Me, Way } from "../../shared/accessAnswers.ts";
import { onlyMethods } from "../http/problem.ts";
import { type Caller, callerBehind } from "./caller.ts";
import { guardKnown, principalBehind } from "./guard.ts";

/** What somebody is told of themselves. */
function meOf({ way, mustChange, ownPassword }: Caller, response: Response): Me {
  return { principal: principalBehind(response), way: way as Way, mustChange, ownPassword };
}

/** `GET /`: who asks, as the centre knows them. */
export function meRouter(): Router {
  const router = Router();
  router
    .route("/")
    .get(guardKnown, (_request, response) => {
      response.set("Cache-Control", "no-store").json(meOf(callerBehind(response), response));
    })
    .all(onlyMethods("GET"));
  return router;
}
