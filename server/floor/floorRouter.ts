import { Router } from "express";
import { formatDay, localDay } from "../../shared/time.ts";
import type { Guard } from "../access/guard.ts";
import { onlyMethods } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import { type FloorParts, floorAnswer } from "./floorAnswer.ts";
import { type MyDayParts, myDayAnswer } from "./myDayAnswer.ts";
import { askedOffice, askedOperator, placeOf } from "./place.ts";

/** `GET /?office=`: the desks of an office beside what is live of them: targets, demand, calls for help, disputes. */
export function floorRouter(parts: FloorParts, guard: Guard): Router {
  const router = Router();
  router
    .route("/")
    .get(guard("see-operators", placeOf(parts.index)), async (request, response) => {
      const office = askedOffice(new Query(request, ["office"]), parts.index);
      response.set("Cache-Control", "no-store").json(await floorAnswer(parts, office));
    })
    .all(onlyMethods("GET"));
  return router;
}

/** `GET /?office=&operator=&date=`: one operator's day; without a date the running one. */
export function myDayRouter(parts: MyDayParts, guard: Guard): Router {
  const router = Router();
  router
    .route("/")
    .get(guard("see-own", placeOf(parts.index)), async (request, response) => {
      const query = new Query(request, ["office", "operator", "date"]);
      const office = askedOffice(query, parts.index);
      const today = localDay(parts.clock.now(), office.zone);
      const day = query.day("date") ?? today;
      if (day > today) throw query.conflict("date", `has not come yet; the office's today is ${formatDay(today)}.`);
      response.set("Cache-Control", "no-store").json(await myDayAnswer(parts, office, askedOperator(query), day));
    })
    .all(onlyMethods("GET"));
  return router;
}
