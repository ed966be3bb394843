import { randomUUID } from "node:crypto";
import type { ErrorRequestHandler, RequestHandler, Response } from "express";
import type { Logger } from "pino";
import type { RedisAwayError } from "../errors.ts";

/** Every problem that this product can answer with: its id ends the `type`, which never changes. */
export const PROBLEMS = {
  "unreadable-body": { status: 400, title: "The body can not be read" },
  "invalid-parameter": { status: 400, title: "A parameter is missing or wrong" },
  "bad-request": { status: 400, title: "The request can not be understood" },
  unauthorised: { status: 401, title: "You are not signed in" },
  "wrong-credentials": { status: 401, title: "The account or the password is wrong" },
  "password-change-needed": { status: 403, title: "A password of your own is needed first" },
  "other-office": { status: 403, title: "The token belongs to another office" },
  forbidden: { status: 403, title: "This is not allowed to you" },
  "foreign-page": { status: 403, title: "The request comes from a foreign page" },
  "not-found": { status: 404, title: "There is no such thing here" },
  taken: { status: 409, title: "There is one of this name already" },
  "not-now": { status: 409, title: "This can not be done in the present state" },
  "wrong-method": { status: 405, title: "The address does not know this method" },
  "too-large": { status: 413, title: "The request is too large" },
  "unsupported-content": { status: 415, title: "The content type or encoding is not known here" },
  "too-fast": { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Something went wrong in the centre" },
  "redis-away": { status: 503, title: "The store can not be reached" },
  "not-ready": { status: 503, title: "The centre is not ready yet" },
} as const satisfies Record<string, { status: number; title: string }>;
export type ProblemId = keyof typeof PROBLEMS;

/** What goes with a problem: headers of the answer, and members beside those of RFC 9457. */
export interface ProblemExtras {
  readonly headers?: Readonly<Record<string, string>>;
  readonly members?: Readonly<Record<string, unknown>>;
}

/** Thrown by a handler to answer with a problem; `detail` is a sentence with the cause and the remedy. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly id: ProblemId;
  readonly extras: ProblemExtras;

  constructor(id: ProblemId, detail: string, extras: ProblemExtras = {}) {
    super(detail);
    this.id = id;
    this.extras = extras;
  }
}

/** The stable `type` of a problem. */
export function problemType(id: ProblemId): string {
  return `urn:oss:problem:${id}`;
}

/** Answers with `application/problem+json` as RFC 9457 has it. */
function sendProblem(response: Response, problem: Problem): void {
  const { status, title } = PROBLEMS[problem.id];
  response
    .status(status)
    .set({ "Cache-Control": "no-store", ...problem.extras.headers })
    .type("application/problem+json")
    .send(
      JSON.stringify({
        type: problemType(problem.id),
        title,
        status,
        detail: problem.message,
        ...problem.extras.members,
      }),
    );
}

/** Known by its name, so that an adapter of the store may bring a class of its own. */
const AWAY: RedisAwayError["name"] = "RedisAwayError";
/** Seconds after which a sender may try again when Redis was away. */
const RETRY_AFTER = "5";

function fromParser(kind: string, status: number): Problem | null {
  if (kind === "entity.too.large")
    return new Problem("too-large", "The body is larger than is taken; send it in smaller parts.");
  if (kind === "encoding.unsupported")
    return new Problem("unsupported-content", "Use gzip, deflate, br or no content encoding.");
  if (kind === "charset.unsupported") return new Problem("unsupported-content", "Send the body in UTF-8.");
  if (kind.startsWith("entity.") || kind.startsWith("request.") || kind.startsWith("stream."))
    return new Problem("unreadable-body", "The body is not complete or not what its headers say; send it again.");
  return status >= 400 && status < 500
    ? new Problem("bad-request", "The address or the headers are not well formed; see /api/openapi.json.")
    : null;
}

/** The problem that an error is for the one who asked; null when it is the centre's own fault. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof Error && error.name === AWAY)
    return new Problem("redis-away", "The store can not be reached just now; send the request again in some seconds.", {
      headers: { "Retry-After": RETRY_AFTER },
    });
  const { type, status, code } = (error ?? {}) as { type?: unknown; status?: unknown; code?: unknown };
  if (typeof code === "string" && code.startsWith("Z_"))
    return new Problem("unreadable-body", "The compressed body is damaged; compress it again with gzip.");
  return fromParser(typeof type === "string" ? type : "", typeof status === "number" ? status : 500);
}

/** The last handler: every error becomes a problem; what is the centre's own fault goes to the log under an id. */
export function problemHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const known = problemOf(error);
    if (known !== null) {
      sendProblem(response, known);
      return;
    }
    const incident = randomUUID();
    log.error({ incident, err: error }, "a request failed");
    const detail = "The centre made a mistake; try again, and tell its operators the incident if it stays.";
    sendProblem(response, new Problem("internal", detail, { members: { incident } }));
  };
}

/** Answers what no route took. */
export const notFound: RequestHandler = () => {
  throw new Problem("not-found", "This address does not exist; see /api/openapi.json for those that do.");
};

/** Answers a method that an address does not know; `allow` lists those it knows. */
export function onlyMethods(...allow: readonly string[]): RequestHandler {
  return () => {
    throw new Problem("wrong-method", `Use ${allow.join(" or ")}.`, { headers: { Allow: allow.join(", ") } });
  };
}
