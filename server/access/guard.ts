import type { Request, RequestHandler, Response } from "express";
import { type Act, may, type Principal, type Where } from "../../shared/access.ts";
import { Problem } from "../http/problem.ts";
import { type GateConfig, mayRead, mayReplay, principalOf, type Readable, type Subject, subjectOf } from "./gate.ts";

/** What the guard tells when a token was used to read: for the audit. */
export type Audit = (entry: { readonly subject: Subject["kind"]; readonly what: string }) => void;

function refusal(subject: Subject, request: Request): Problem {
  if (subject.kind === "foreign")
    return new Problem(
      "foreign-page",
      "Open the centre by its own address, such as http://localhost:3000, and ask from its own pages.",
    );
  if (subject.kind === "reader" || subject.kind === "ingest")
    return new Problem("forbidden", "The token is known but does not allow this; use one that does.");
  const given = request.headers.authorization === undefined;
  const detail = given
    ? "Send `Authorization: Bearer <token>` with the token for reading."
    : "The token is not known; send the token for reading as `Authorization: Bearer <token>`.";
  return new Problem("unauthorised", detail, { headers: { "WWW-Authenticate": 'Bearer realm="situational-centre"' } });
}

/** Lets only those pass who may read this; others get 401 or 403. */
export function guardReading(what: Readable, config: GateConfig, audit: Audit): RequestHandler {
  return (request, _response, next) => {
    const subject = subjectOf(request.headers, request.socket.remoteAddress, config);
    if (!mayRead(subject, what)) throw refusal(subject, request);
    if (subject.kind !== "local") audit({ subject: subject.kind, what });
    next();
  };
}

/** Lets only those pass who may replay dead letters; others get 401 or 403. */
export function guardReplay(config: GateConfig, audit: Audit): RequestHandler {
  return (request, _response, next) => {
    const subject = subjectOf(request.headers, request.socket.remoteAddress, config);
    if (!mayReplay(subject)) throw refusal(subject, request);
    audit({ subject: subject.kind, what: "replay" });
    next();
  };
}

/** Makes the handler that lets through who may do this there; `where` reads the place out of the request. */
export type Guard = (act: Act, where?: (request: Request) => Where) => RequestHandler;

/** Who asks, behind a guard. */
export function principalBehind(response: Response): Principal {
  return response.locals.principal as Principal;
}

/** The guard of this gate. */
export function createGuard(config: GateConfig, audit: Audit): Guard {
  return (act, where = () => ({})) =>
    (request, response, next) => {
      const subject = subjectOf(request.headers, request.socket.remoteAddress, config);
      const principal = principalOf(subject);
      if (principal === null || !may(principal, act, where(request))) throw refusal(subject, request);
      if (subject.kind !== "local") audit({ subject: subject.kind, what: act });
      response.locals.principal = principal;
      next();
    };
}
