import express, { type Request, type RequestHandler, type Response, Router } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import type { Logger } from "pino";
import { bearerOf, hashToken } from "../access/tokens.ts";
import { RedisAwayError } from "../errors.ts";
import type { Metrics } from "../http/metrics.ts";
import { onlyMethods, Problem } from "../http/problem.ts";
import type { Clock, EventLog, RefusalCounter, TokenStore } from "../ports.ts";
import { checkAgainst, decodeParsed, type Refusal } from "./decode.ts";

/** What the door opens to. */
export interface DoorDeps {
  readonly log: Logger;
  readonly eventLog: EventLog;
  readonly refusals: RefusalCounter;
  readonly tokens: TokenStore;
  readonly clock: Pick<Clock, "now">;
  readonly metrics: Pick<Metrics, "eventsAccepted" | "eventsRefused">;
  knownOffice(id: string): boolean;
  /** Requests that one token may make in a minute. */
  readonly requestsPerMinute?: number;
}

/** The most events of one request, and the most bytes of its body once unpacked. */
export const MOST_EVENTS = 1_000;
export const MOST_BYTES = 4 * 1024 * 1024;
/** Requests in a minute: of one token, and of one address without a valid one. */
export const REQUESTS_PER_MINUTE = 12_000;
const FAILURES_PER_MINUTE = 600;

const CONTENT_TYPES = ["application/json", "application/cloudevents+json", "application/cloudevents-batch+json"];

/** An event that was not taken, as the sender is told. */
export interface RefusedEvent {
  readonly index: number;
  readonly id: string | null;
  readonly error: string;
}

interface Sender {
  /** The office, or `*` for every office. */
  readonly office: string;
  readonly key: string;
}

function unauthorised(detail: string): Problem {
  return new Problem("unauthorised", detail, { headers: { "WWW-Authenticate": 'Bearer realm="events"' } });
}

function tooFast(_request: Request, response: Response): never {
  const seconds = response.getHeader("Retry-After") ?? "60";
  throw new Problem("too-fast", `Wait ${seconds} seconds, and send up to ${MOST_EVENTS} events in one request.`, {
    headers: { "Retry-After": `${seconds}` },
  });
}

function limiter(limit: number, keyOf: (request: Request, response: Response) => string): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    standardHeaders: "draft-7",
    legacyHeaders: false,
    keyGenerator: keyOf,
    handler: tooFast,
    validate: { xForwardedForHeader: false, keyGeneratorIpFallback: false },
  });
}

function identify(tokens: TokenStore, failures: RequestHandler): RequestHandler {
  return async (request, response, next) => {
    const token = bearerOf(request.headers.authorization);
    const office = token === null ? null : await tokens.officeOf(token);
    if (token !== null && office !== null) {
      response.locals.sender = { office, key: hashToken(token) } satisfies Sender;
      next();
      return;
    }
    const detail =
      token === null
        ? "Send `Authorization: Bearer <token>` with the token of the office."
        : "The token is not known; ask the centre for a new token of the office.";
    await failures(request, response, (error?: unknown) => next(error ?? unauthorised(detail)));
  };
}

const knownContent: RequestHandler = (request, _response, next) => {
  if (request.is(CONTENT_TYPES) === false)
    throw new Problem("unsupported-content", `Send JSON as ${CONTENT_TYPES.join(", ")}.`, {
      headers: { Accept: CONTENT_TYPES.join(", ") },
    });
  next();
};

function parseBody(body: unknown): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body as Uint8Array));
  } catch {
    throw new Problem("unreadable-body", "The body is not JSON in UTF-8; send one event, or an array of events.");
  }
  if (typeof value !== "object" || value === null)
    throw new Problem("unreadable-body", "The body is neither an event nor an array of events; send one of them.");
  if (!Array.isArray(value)) return [value];
  if (value.length > MOST_EVENTS)
    throw new Problem("too-large", `The array has ${value.length} events; send at most ${MOST_EVENTS} in one request.`);
  return value;
}

function otherOffice(index: number): Problem {
  const detail = `The event at index ${index} is of another office than the token; nothing of the request is stored. Send each office's events with its own token.`;
  return new Problem("other-office", detail, { members: { index } });
}

/** The body once unpacked, whatever its type: that was looked at before. */
const readBody = express.raw({ type: () => true, limit: MOST_BYTES });

/**
 * `POST /`: one event or an array of them. 202 is answered only when every accepted event is stored; the refused ones
 * are listed beside with the remedy, and are counted. Sending the same again is always safe.
 */
export function doorRouter(deps: DoorDeps): Router {
  const perToken = limiter(
    deps.requestsPerMinute ?? REQUESTS_PER_MINUTE,
    (_request, response) => (response.locals.sender as Sender).key,
  );
  const failures = limiter(FAILURES_PER_MINUTE, (request) => ipKeyGenerator(request.ip ?? ""));

  const receive: RequestHandler = async (request, response) => {
    const { office: allowed } = response.locals.sender as Sender;
    const values = parseBody(request.body ?? new Uint8Array());
    const centre = { knownOffice: deps.knownOffice, arrival: deps.clock.now() };
    const accepted: { office: string; json: string }[] = [];
    const refused: RefusedEvent[] = [];
    const reasons: Refusal[] = [];
    values.forEach((value, index) => {
      const decoded = decodeParsed(value);
      if (allowed !== "*" && decoded.office !== undefined && decoded.office !== allowed) throw otherOffice(index);
      const refusal = decoded.ok ? checkAgainst(decoded, centre) : decoded;
      if (refusal === null && decoded.ok)
        accepted.push({ office: decoded.office, json: JSON.stringify(decoded.event) });
      else if (refusal !== null) {
        refused.push({ index, id: refusal.id ?? null, error: refusal.message });
        reasons.push(refusal);
      }
    });
    if (accepted.length > 0) await store(accepted);
    deps.metrics.eventsAccepted.inc(accepted.length);
    for (const { office, reason } of reasons) {
      deps.refusals.count(office ?? null, reason);
      deps.metrics.eventsRefused.inc({ reason });
    }
    const answer = JSON.stringify({ accepted: accepted.length, refused });
    response
      .writeHead(202, { "Cache-Control": "no-store", "Content-Type": "application/json; charset=utf-8" })
      .end(answer);
  };

  async function store(events: readonly { readonly office: string; readonly json: string }[]): Promise<void> {
    try {
      await deps.eventLog.append(events);
    } catch (error) {
      if (!(error instanceof RedisAwayError)) deps.log.error({ err: error }, "the store does not take events");
      throw new RedisAwayError("the events are not known to be stored", { cause: error });
    }
  }

  const router = Router();
  router
    .route("/")
    .post(identify(deps.tokens, failures), perToken, knownContent, readBody, receive)
    .all(onlyMethods("POST"));
  return router;
}
