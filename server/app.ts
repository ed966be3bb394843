import express, { type Express, type RequestHandler, Router } from "express";
import type { Logger } from "pino";
import type { Audit } from "./access/audit.ts";
import type { RegionOf } from "./access/bounds.ts";
import { frontDoor } from "./access/frontDoor.ts";
import type { Guard } from "./access/guard.ts";
import { guardDeadLetters, guardMetrics, guardReplay } from "./access/ownGuards.ts";
import { ownFigures, ownPlace } from "./access/ownPlace.ts";
import { createBounds } from "./access/statisticsBounds.ts";
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
  /** Who asks and what they may: found out once a request, before every route that asks. */
  readonly access: {
    readonly identify: readonly RequestHandler[];
    readonly guard: Guard;
    readonly audit: Audit;
    readonly regionOf: RegionOf;
  };
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
  /** How many proxies stand before the centre whose word on addresses is taken. */
  readonly proxies?: number;
  /** Requests that one token may post in a minute. */
  readonly requestsPerMinute?: number;
}

function metricsRoute(metrics: Metrics): RequestHandler {
  return async (_request, response) => {
    const text = await metrics.registry.metrics();
    response.set({ "Content-Type": metrics.registry.contentType, "Cache-Control": "no-store" }).send(text);
  };
}

/** A route or several below a path. */
export type Mount = readonly [path: string, ...handlers: RequestHandler[]];

/** What everybody may ask for, whoever they are; senders of events are asked for their token by the door itself. */
function openMounts(deps: AppDeps): readonly Mount[] {
  return [
    ["/api/events", doorRouter({ ...deps, knownOffice: deps.places.knownOffice })],
    ["/api/reference", referenceRouter(deps.reference)],
    ["/api/openapi.json", openApiRouter()],
    ["/", healthRouter(deps.ready)],
  ];
}

/** What is behind the gate: each route has a guard of its own. */
export function guardedMounts(deps: AppDeps): readonly Mount[] {
  const { guard, audit, regionOf } = deps.access;
  const bounds = createBounds(audit, regionOf);
  const inOffice = guard("see-applications", ({ path }) => {
    const office = path.split("/")[1] ?? "";
    return { office, region: regionOf(office) };
  });
  const deadLetters = { reading: guardDeadLetters(audit, regionOf), replaying: guardReplay(audit) };
  const metrics = Router();
  metrics.route("/").get(guardMetrics, metricsRoute(deps.metrics)).all(onlyMethods("GET"));
  return [
    ["/api/statistics", ownFigures, statisticsRouter(deps.figures, deps.places, bounds)],
    ["/api/usual", ownPlace("see-totals"), usualRouter(deps.figures, deps.places, bounds)],
    ["/api/applications", inOffice, applicationsRouter(deps.figures, deps.places)],
    ["/api/dead-letters", deadLettersRouter(deps.deadLetters, deadLetters)],
    ["/metrics", metrics],
    ...deps.features.flatMap(({ routes }) => routes),
  ];
}

/** The HTTP side of the centre, composed of its parts; it listens nowhere and starts nothing. */
export function createApp(deps: AppDeps): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", deps.proxies ?? 0);
  app.use(logRequests(deps.log), timeRequests(deps.metrics), securityHeaders());
  for (const [path, ...handlers] of openMounts(deps)) app.use(path, ...handlers);
  app.use(["/api", "/metrics"], ...deps.access.identify);
  app.use("/api", frontDoor);
  for (const [path, ...handlers] of guardedMounts(deps)) app.use(path, ...handlers);
  app.use("/api", notFound);
  if (deps.clientFolder !== null) app.use(clientRouter(deps.clientFolder));
  app.use(notFound);
  app.use(problemHandler(deps.log));
  return app;
}
