import type { Request, RequestHandler, Response } from "express";
import { type Act, may, type Principal, type Where } from "../../shared/access.ts";
import { Problem } from "../http/problem.ts";
import type { Audit } from "./audit.ts";
import { type Caller, callerBehind } from "./caller.ts";
import { foreignPage } from "./identity.ts";

/** Why a caller is not let through. */
export function refusal({ way, principal, mustChange }: Caller): Problem {
  if (way === "foreign") return foreignPage();
  if (way === "sender")
    return new Problem("forbidden", "The token is known but does not allow this; use the one for reading.");
  if (principal !== null && mustChange)
    return new Problem("password-change-needed", "Choose a password of your own first: POST /api/password.");
  if (principal !== null)
    return new Problem("forbidden", "Your role does not allow this at this place; ask for your own place.");
  const detail =
    way === "stranger"
      ? "The token is not known; send the token for reading as `Authorization: Bearer <token>`."
      : "Sign in, or send `Authorization: Bearer <token>` with the token for reading.";
  return new Problem("unauthorised", detail, { headers: { "WWW-Authenticate": 'Bearer realm="situational-centre"' } });
}

/** The one who is known and may do it there. @throws Problem */
export function admit(caller: Caller, act: Act, where: Where): Principal {
  const { principal, mustChange } = caller;
  if (principal === null || mustChange || !may(principal, act, where)) throw refusal(caller);
  return principal;
}

/** Whether a deed is taken down: looks at single operators by others, exports, and all that a script reads. */
function counts(principal: Principal, act: Act, where: Where): boolean {
  if (principal.role === "reader" || act === "export" || act === "see-operators") return true;
  return act === "see-own" && (principal.operator === null || principal.operator !== where.operator);
}

/** Makes the handler that lets through who may do this there; `where` reads the place out of the request. */
export type Guard = (act: Act, where?: (request: Request) => Where) => RequestHandler;

/** Who asks, behind a guard. */
export function principalBehind(response: Response): Principal {
  return response.locals.principal as Principal;
}

/** The guard of the centre: lets through, and has it taken down where somebody's figures are looked at or taken away. */
export function createGuard(audit: Audit): Guard {
  return (act, where = () => ({})) =>
    async (request, response, next) => {
      const place = where(request);
      const principal = admit(callerBehind(response), act, place);
      response.locals.principal = principal;
      if (counts(principal, act, place))
        await audit.record({ by: principal, act, what: `${request.baseUrl}${request.path}`, ...place });
      next();
    };
}

/** Lets through whoever is known, whatever they may. */
export const guardKnown: RequestHandler = (_request, response, next) => {
  const caller = callerBehind(response);
  if (caller.principal === null) throw refusal(caller);
  response.locals.principal = caller.principal;
  next();
};
