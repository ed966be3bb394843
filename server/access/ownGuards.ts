import type { RequestHandler } from "express";
import { may } from "../../shared/access.ts";
import type { Audit } from "./audit.ts";
import { callerBehind } from "./caller.ts";
import { refusal } from "./guard.ts";

/** Measurements of the centre itself: for the machine it runs on, for scripts, and for who may see how it is doing. */
export const guardMetrics: RequestHandler = (_request, response, next) => {
  const caller = callerBehind(response);
  const { way, principal, mustChange } = caller;
  if (way !== "machine" && (principal === null || mustChange || !may(principal, "see-status"))) throw refusal(caller);
  next();
};

/** Dead letters: for who may post for every office, and for who may see how the place's events are doing. */
export function guardDeadLetters(audit: Audit, regionOf: (office: string) => string | null): RequestHandler {
  return async (request, response, next) => {
    const caller = callerBehind(response);
    const { office: asked } = request.query;
    const office = typeof asked === "string" ? asked : null;
    const where = office === null ? {} : { office, region: regionOf(office) };
    const { way, principal, mustChange } = caller;
    if (way !== "sender" && (principal === null || mustChange || !may(principal, "see-status", where)))
      throw refusal(caller);
    response.locals.mayReadText = way === "sender" || (principal !== null && may(principal, "see-operators", where));
    if (principal !== null && response.locals.mayReadText)
      await audit.record({ by: principal, act: "see-operators", what: request.baseUrl, ...where });
    next();
  };
}

/** Sending dead letters in again: for who may post for every office, for coordinators, and in the demonstration. */
export function guardReplay(audit: Audit): RequestHandler {
  return async (_request, response, next) => {
    const caller = callerBehind(response);
    const { way, principal, mustChange } = caller;
    const allowed = principal !== null && !mustChange && (way === "visitor" || may(principal, "replay"));
    if (way !== "sender" && !allowed) throw refusal(caller);
    if (principal !== null) await audit.record({ by: principal, act: "replay", what: "dead letters" });
    next();
  };
}
