import type { RequestHandler } from "express";
import type { Act } from "../../shared/access.ts";
import { callerBehind } from "./caller.ts";
import { admit } from "./guard.ts";

/** Lets through who may do this at their own place, whatever place that is; the route cuts what it gives to it. */
export function ownPlace(act: Act): RequestHandler {
  return (_request, response, next) => {
    const caller = callerBehind(response);
    const { region = null, office = null } = caller.principal ?? {};
    response.locals.principal = admit(caller, act, { region, office });
    next();
  };
}

/** Lets through who may see figures of their own place, or their own ones; the route cuts what it gives to them. */
export const ownFigures: RequestHandler = (_request, response, next) => {
  const caller = callerBehind(response);
  const { role, region = null, office = null, operator = null } = caller.principal ?? {};
  response.locals.principal = admit(caller, role === "operator" ? "see-own" : "see-totals", {
    region,
    office,
    operator,
  });
  next();
};
