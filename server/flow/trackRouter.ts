import { Router } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import type { ApplicationAnswer } from "../../shared/statistics.ts";
import type { TrackAnswer } from "../../shared/stock.ts";
import { onlyMethods, Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";

/** What the tracker asks for. */
export interface Tracked {
  knownOffice(id: string): boolean;
  /** Null when no such application is kept. @throws RedisAwayError */
  application(office: string, application: string): Promise<Pick<ApplicationAnswer, "status" | "deadline"> | null>;
  /** Epoch ms. */
  now(): number;
}

/** Questions that one address may ask in a minute. */
const TRACKED_PER_MINUTE = 20;
/** Every answer takes so long, ms: how long one took says nothing of what was found. */
const ANSWER_MS = 150;

const WORDS = { "under review": "under-review" } as const;

function answerOf(found: Pick<ApplicationAnswer, "status" | "deadline"> | null, now: number): TrackAnswer {
  const status = found === null ? null : found.status === "under review" ? WORDS[found.status] : found.status;
  return { status, deadline: found?.deadline ?? null, asOf: new Date(now).toISOString() };
}

/**
 * `GET /?office=&application=`, for everybody: how far an application is and by when it is decided, nothing else. A number
 * that is not known is answered in the same shape and after the same time as one that is.
 */
export function trackRouter(tracked: Tracked, perMinute = TRACKED_PER_MINUTE): Router {
  const router = Router();
  const brake = rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: "draft-7",
    legacyHeaders: false,
    keyGenerator: ({ ip }) => ipKeyGenerator(ip ?? ""),
    handler: (_request, response) => {
      const seconds = `${response.getHeader("Retry-After") ?? "60"}`;
      throw new Problem("too-fast", `Wait ${seconds} seconds before you ask again.`, {
        headers: { "Retry-After": seconds },
      });
    },
    validate: { xForwardedForHeader: false },
  });
  router
    .route("/")
    .get(brake, async (request, response) => {
      const query = new Query(request, ["office", "application"]);
      const office = query.known("office", (id) => tracked.knownOffice(id));
      const application = query.identifier("application");
      if (office === null) throw query.conflict("office", "is missing; give the office that took the application.");
      if (application === null) throw query.conflict("application", "is missing; give the number of the application.");
      const [found] = await Promise.all([
        tracked.application(office, application),
        new Promise((done) => setTimeout(done, ANSWER_MS)),
      ]);
      response.set("Cache-Control", "no-store").json(answerOf(found, tracked.now()));
    })
    .all(onlyMethods("GET"));
  return router;
}
