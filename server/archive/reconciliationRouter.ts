import { type Request, Router } from "express";
import type { ReconciliationJob } from "../../shared/reconciliation.ts";
import { type Day, formatDay } from "../../shared/time.ts";
import type { Guard } from "../access/guard.ts";
import { onlyMethods, Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import type { ReconcileQuestion } from "./reconcile.ts";
import type { RecountJobs } from "./recountJobs.ts";

/** Days that may be counted anew at once: a year and a day. */
const MOST_DAYS = 367;

export interface ReconciliationPlaces {
  readonly knownOffice: (id: string) => boolean;
  readonly knownRegion: (id: string) => boolean;
  regionOf(office: string): string | null;
  /** The offices of a region, or all. */
  officesOf(region: string | null): readonly string[];
}

interface Asked extends ReconcileQuestion {
  readonly key: string;
}

function questionOf(request: Request, places: ReconciliationPlaces): Asked {
  const query = new Query(request, ["from", "to", "office", "region"]);
  const from: Day = query.requiredDay("from");
  const to: Day = query.requiredDay("to");
  const wrong = (parameter: string, remedy: string) =>
    new Problem("invalid-parameter", `${parameter}: ${remedy}`, { members: { parameter } });
  if (from > to) throw wrong("to", "lies before `from`; exchange them.");
  if (to - from >= MOST_DAYS) throw wrong("to", "is more than a year after `from`; ask for a year at most.");
  const office = query.known("office", places.knownOffice);
  const region = query.known("region", places.knownRegion);
  if (office !== null && region !== null) throw wrong("region", "goes without `office`; leave one of them out.");
  const offices = office === null ? places.officesOf(region) : [office];
  return { from, to, offices, key: `${formatDay(from)}|${formatDay(to)}|${region ?? ""}|${office ?? ""}` };
}

/** `GET` begins a recount of a period or tells how it stands; `DELETE` ends it, or forgets its result. */
export function reconciliationRouter(jobs: RecountJobs, places: ReconciliationPlaces, guard: Guard): Router {
  const router = Router();
  const guarded = guard("see-status", ({ query: { office, region } }) => {
    const of = typeof office === "string" ? office : null;
    return { office: of, region: of === null ? (typeof region === "string" ? region : null) : places.regionOf(of) };
  });
  router
    .route("/")
    .get(guarded, (request, response) => {
      const question = questionOf(request, places);
      const job = jobs.ask(question.key, question);
      if (job === null) throw new Problem("too-fast", "Too many recounts wait already; ask again when some are done.");
      const { state, progress, result, problem } = job;
      const told: ReconciliationJob = { state, progress: Math.round(progress * 1000) / 1000, result, problem };
      response
        .status(state === "waiting" || state === "running" ? 202 : 200)
        .set("Cache-Control", "no-store")
        .json(told);
    })
    .delete(guarded, (request, response) => {
      jobs.cancel(questionOf(request, places).key);
      response.status(204).end();
    })
    .all(onlyMethods("GET", "DELETE"));
  return router;
}
