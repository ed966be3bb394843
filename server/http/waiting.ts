import express, { type Express, type RequestHandler } from "express";
import type { Logger } from "pino";
import type { Reading } from "../../shared/reading.ts";
import { clientRouter } from "./client.ts";
import { securityHeaders } from "./headers.ts";
import { healthRouter } from "./health.ts";
import { notFound, Problem, problemHandler } from "./problem.ts";
import { referenceRouter } from "./reference.ts";

/** What the centre can tell before its store serves. */
export interface WaitingParts {
  readonly log: Logger;
  /** What `/api/reference` tells. */
  readonly reference: unknown;
  /** Folder of the built client; null: none is served. */
  readonly clientFolder: string | null;
  /** How far the store is. */
  reading(): Reading;
}

const RETRY_AFTER = "1";

/** The whole sentence for a program that asks; the page says it in the language of who looks. */
function said({ share }: Reading): string {
  const far = share === null ? "" : `, ${Math.floor(share * 100)} % so far`;
  return `The centre has just been started and reads its stored data${far}; send the request again in a moment.`;
}

/**
 * What the centre answers while its store still reads its data: the page and what needs no store as ever, everything else
 * with 503 and how far the store is. Nothing is taken in, so nothing can be lost: who sends events keeps them and sends again.
 */
export function waitingApp({ log, reference, clientFolder, reading }: WaitingParts): Express {
  const notYet: RequestHandler = () => {
    const now = reading();
    throw new Problem("not-ready", said(now), { headers: { "Retry-After": RETRY_AFTER }, members: { reading: now } });
  };
  const app = express();
  app.disable("x-powered-by");
  app.use(securityHeaders());
  app.use("/api/reference", referenceRouter(reference));
  app.use(healthRouter({ readiness: async () => ({ redis: false, partitions: false, reference: true }) }));
  app.use(["/api", "/metrics", "/socket.io"], notYet);
  if (clientFolder !== null) app.use(clientRouter(clientFolder));
  app.use(notFound);
  app.use(problemHandler(log));
  return app;
}
