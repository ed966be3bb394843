import express, { type Express, type RequestHandler } from "express";
import type { Logger } from "pino";
import type { GateConfig } from "./access/gate.ts";
import { type Audit, guardReading, guardReplay } from "./access/guard.ts";
import type { Feature } from "./feature.ts";
import { applicationsRouter } from "./http/applications.ts";
import { clientRouter } from "./http/client.ts";
import { deadLettersRouter } from "./http/deadLetters.ts";
import { securityHeaders } from "./http/headers.ts";
import { healthRouter } from "./http/health.ts";
import { type Metrics, timeRequests } from "./http/metrics.ts";
import { openApiRouter } from "./http/openapi.ts";
import { notFound, onlyMethods, problemHandler } from "./http/problem.ts";
import { referenceRouter } from "./http/reference.ts";
import { type KnownPlaces, statisticsRouter } from "./http/statistics.ts";
import { usualRouter } from "./http/usual.ts";
import { doorRouter } from "./ingest/door.ts";
import { logRequests } from "./log.ts";
import type { Clock, DeadLetters, EventLog, Figures, Ready, RefusalCounter, TokenStore } from "./ports.ts";

/** Everything that the HTTP side stands on. */
export interface AppDeps {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly gate: GateConfig;
  readonly clock: Pick<Clock, "now">;
  readonly places: KnownPlaces;
  /** What `/api/reference` tells. */
  readonly reference: unknown;
  readonly eventLog: EventLog;
  readonly refusals: RefusalCounter;
  readonly tokens: TokenStore;
  readonly deadLetters: DeadLetters;
  readonly figures: Figures;
  readonly ready: Ready;
  readonly features: readonly Feature[];
  /** Folder of the built client; null: none is served. */
  readonly clientFolder: string | null;
  /** Requests that one token may post in a minute. */
  readonly requestsPerMinute?: number;
}

function metricsRoute(metrics: Metrics): RequestHandler {
  return async (_request, response) => {
    const text = await metrics.registry.metrics();
    response.set({ "Content-Type": metrics.registry.contentType, "Cache-Control": "no-store" }).send(text);
  };
}

/** The HTTP side of the centre, composed of its parts; it listens nowhere and starts nothing. */
export function createApp(deps: AppDeps): Express {
  const audit: Audit = (entry) => deps.log.info(entry, "read or replayed with a token");
  const reading = {
    statistics: guardReading("statistics", deps.gate, audit),
    applications: guardReading("applications", deps.gate, audit),
    deadLetters: guardReading("dead-letters", deps.gate, audit),
    metrics: guardReading("metrics", deps.gate, () => {}),
  };
  const app = express();
  app.disable("x-powered-by");
  app.use(logRequests(deps.log), timeRequests(deps.metrics), securityHeaders());
  app.use("/api/events", doorRouter({ ...deps, knownOffice: deps.places.knownOffice }));
  app.use("/api/statistics", reading.statistics, statisticsRouter(deps.figures, deps.places));
  app.use("/api/usual", reading.statistics, usualRouter(deps.figures, deps.places));
  app.use("/api/applications", reading.applications, applicationsRouter(deps.figures, deps.places));
  app.use("/api/reference", referenceRouter(deps.reference));
  app.use(
    "/api/dead-letters",
    deadLettersRouter(deps.deadLetters, { reading: reading.deadLetters, replaying: guardReplay(deps.gate, audit) }),
  );
  for (const { routes } of deps.features) for (const [path, handler] of routes) app.use(path, handler);
  app.use("/api/openapi.json", openApiRouter());
  app.use(healthRouter(deps.ready));
  app.route("/metrics").get(reading.metrics, metricsRoute(deps.metrics)).all(onlyMethods("GET"));
  app.use("/api", notFound);
  if (deps.clientFolder !== null) app.use(clientRouter(deps.clientFolder));
  app.use(notFound);
  app.use(problemHandler(deps.log));
  return app;
}
