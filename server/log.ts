import type { RequestHandler } from "express";
import { destination, type Logger, pino } from "pino";

/** The log of one process: JSON lines on standard error, so that standard output says one thing, where it serves. */
export function createLog(level = "info"): Logger {
  return pino({ level, base: null }, destination(2));
}

const QUIET = new Set(["/healthz", "/readyz", "/metrics"]);

/**
 * One line a request: method, route, status, ms. The route is logged as it is written in the program, never with its
 * values, and no query, body, token or address of a person ever is.
 */
export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now();
    response.once("finish", () => {
      const route = routeOf(request);
      const line = {
        method: request.method,
        route,
        status: response.statusCode,
        ms: Math.round(performance.now() - begun),
      };
      if (response.statusCode >= 500) log.warn(line, "request");
      else if (QUIET.has(route) || route === "page") log.debug(line, "request");
      else log.info(line, "request");
    });
    next();
  };
}

/** The route that took a request, as it is written in the program; `page` for all else. */
export function routeOf(request: { readonly baseUrl: string; readonly route?: { readonly path: unknown } }): string {
  const path = request.route?.path;
  if (typeof path !== "string" || path.includes("splat")) return "page";
  return path === "/" ? request.baseUrl || "page" : `${request.baseUrl}${path}`;
}
