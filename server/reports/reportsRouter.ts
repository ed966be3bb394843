import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { json, type RequestHandler, type Response, Router } from "express";
import { z } from "zod";
import { may } from "../../shared/access.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import type { Report } from "../../shared/report.ts";
import type { Day } from "../../shared/time.ts";
import type { Audit } from "../access/audit.ts";
import { bodyOf } from "../access/body.ts";
import { type Guard, principalBehind } from "../access/guard.ts";
import { CONTENT_TYPES } from "../export/fileFormat.ts";
import { onlyMethods, Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import { ClosingRefused } from "./closeMonth.ts";
import { withoutOperators } from "./makeReport.ts";
import type { MonthlyReports } from "./monthlyReports.ts";
import type { MonthQuestions } from "./monthQuestions.ts";
import type { Renderer } from "./renderer.ts";
import { fileNameOf, monthIn, placeIn, reportAddress, whereOf } from "./reportAddress.ts";

/** What the routes of the reports stand on. */
export interface ReportRoutes {
  readonly reports: MonthlyReports;
  readonly questions: MonthQuestions;
  /** The centre's date of now. */
  today(): Day;
  readonly index: ReferenceIndex;
  readonly renderer: Pick<Renderer, "render">;
  readonly guard: Guard;
  readonly audit: Audit;
}

const reasonBody = z.strictObject({ reason: z.string().trim().min(3).max(500) });
const nothing = z.strictObject({}).optional();

function missing(): Problem {
  return new Problem("not-found", "There is no such version of this month and place; see /api/reports/months.");
}

async function said<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ClosingRefused) throw new Problem("not-now", `month: ${error.message}.`);
    throw error;
  }
}

/** `/api/reports`: months with their versions, reports in every format, closing and revising. */
export function reportsRouter({ reports, questions, today, index, renderer, guard, audit }: ReportRoutes): Router {
  const router = Router();
  const where = whereOf(index);
  /** Checks the address before the place in it is trusted. */
  const wellFormed: RequestHandler = (request, _response, next) => {
    reportAddress(index, request);
    next();
  };
  const reading = guard("see-totals", where);
  const taking = guard("export", where);
  const closing = guard("close-months");

  /** The report as this reader may have it: operators only for those who may see them, and then it is taken down. */
  const allowed = async (report: Report, response: Response, what: string): Promise<Report> => {
    if (report.place.kind !== "office") return report;
    const by = principalBehind(response);
    const at = { office: report.place.id, region: index.offices.get(report.place.id)?.region ?? null };
    if (!may(by, "see-operators", at)) return withoutOperators(report);
    await audit.record({ by, act: "see-operators", what, ...at });
    return report;
  };

  router
    .route("/months")
    .get(
      (request, _response, next) => {
        placeIn(index, new Query(request, ["region", "office", "year"]));
        next();
      },
      reading,
      async (request, response) => {
        const query = new Query(request, ["region", "office", "year"]);
        const year = query.wholeNumber("year", Number(new Date(today() * 86_400_000).getUTCFullYear()), 1990, 2100);
        response.set("Cache-Control", "no-store").json(await questions.months(placeIn(index, query), year));
      },
    )
    .all(onlyMethods("GET"));

  router
    .route("/closing")
    .get(closing, async (_request, response) => {
      response.set("Cache-Control", "no-store").json({ closing: await questions.closing() });
    })
    .all(onlyMethods("GET"));

  router
    .route("/monthly/:month/readiness")
    .get(closing, async (request, response) => {
      response.set("Cache-Control", "no-store").json(await questions.readiness(monthIn(`${request.params.month}`)));
    })
    .all(onlyMethods("GET"));

  router
    .route("/monthly/:month/changes")
    .get(reading, async (request, response) => {
      const query = new Query(request, ["region", "office", "from", "to"]);
      const month = monthIn(`${request.params.month}`);
      const from = query.wholeNumber("from", 1, 1, 9_999);
      const changes = await questions.changes(placeIn(index, query), month, from, query.wholeNumber("to", 0, 0, 9_999));
      if (changes === null) throw missing();
      response.set("Cache-Control", "no-store").json(changes);
    })
    .all(onlyMethods("GET"));

  router
    .route("/monthly/:month/close")
    .post(closing, json(), async (request, response) => {
      bodyOf(request, nothing);
      const month = monthIn(`${request.params.month}`);
      const by = principalBehind(response);
      const version = await said(reports.close(month, { by: by.name || by.id, reason: null }));
      await audit.record({ by, act: "close-months", what: `${month.id} version ${version.version}` });
      response.status(201).json(version);
    })
    .all(onlyMethods("POST"));

  router
    .route("/monthly/:month/revise")
    .post(closing, json(), async (request, response) => {
      const { reason } = bodyOf(request, reasonBody);
      const month = monthIn(`${request.params.month}`);
      const by = principalBehind(response);
      const version = await said(reports.close(month, { by: by.name || by.id, reason }));
      await audit.record({ by, act: "close-months", what: `${month.id} version ${version.version}: ${reason}` });
      response.status(201).json(version);
    })
    .all(onlyMethods("POST"));

  router
    .route("/monthly/:file")
    .get(
      wellFormed,
      (request, response, next) =>
        (`${request.params.file}`.endsWith(".json") ? reading : taking)(request, response, next),
      async (request, response) => {
        const { month, format, dictionary, language, place, version } = reportAddress(index, request);
        const found = await reports.report(place, month, version);
        if (found === null) throw missing();
        const report = await allowed(found, response, request.originalUrl);
        const name = `${dictionary ? "dictionary-" : ""}${fileNameOf(report, format, language)}`;
        response.set({
          "Content-Type": CONTENT_TYPES[format],
          "Content-Disposition": `${format === "json" ? "inline" : "attachment"}; filename="${name}"`,
          "Cache-Control": "no-store",
          "X-Report-Status": report.status,
          "X-Report-Version": `${report.version}`,
          "X-Report-Checksum": report.checksum,
        });
        const bytes = renderer.render(report, format, language, dictionary);
        await pipeline(Readable.from(bytes), response).catch((error: unknown) => {
          // A reader who goes away in the middle of a file is no fault.
          if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
        });
      },
    )
    .all(onlyMethods("GET"));
  return router;
}
