import { Router } from "express";
import { may, type Principal } from "../../../shared/access.ts";
import type { Office } from "../../../shared/reference.ts";
import type { ReportTable } from "../../../shared/report.ts";
import { type Day, formatDay } from "../../../shared/time.ts";
import type { Audit } from "../../access/audit.ts";
import type { RegionOf } from "../../access/bounds.ts";
import { principalBehind } from "../../access/guard.ts";
import { onlyMethods } from "../../http/problem.ts";
import { Query } from "../../http/query.ts";
import { type KnownPlaces, LONGEST_PERIOD } from "../../http/statistics.ts";
import { languageOf } from "../fileQuery.ts";
import { boundPlace, type FilePlace } from "../place.ts";
import { sendFile } from "../sendFile.ts";
import { type CaseColumn, caseCsv, type ReadCases } from "./caseFile.ts";

/** What a file of single cases stands on. */
export interface Cases<T> {
  /** What the file is called: `applications`, `tickets`. */
  readonly name: string;
  readonly read: ReadCases<T>;
  columns(now: number, operators: boolean): readonly CaseColumn<T>[];
  /** Days that a record is kept. */
  readonly kept: number;
}

/** What all of them stand on. */
export interface CaseGrounds {
  readonly audit: Audit;
  readonly places: KnownPlaces;
  readonly regionOf: RegionOf;
  readonly names: ReportTable["names"];
  /** The offices of a place, in the order of their ids. */
  officesOf(place: FilePlace): readonly Office[];
  /** Epoch ms. */
  now(): number;
  /** The date of now on the clocks of the capital. */
  today(): Day;
}

const PARAMETERS = ["from", "to", "office", "region", "language"];

function periodOf(query: Query) {
  const from = query.requiredDay("from");
  const to = query.requiredDay("to");
  if (from > to) throw query.conflict("from", "is later than `to`; give the earlier date first.");
  if (to - from >= LONGEST_PERIOD) throw query.conflict("to", `the period is longer than ${LONGEST_PERIOD} days.`);
  return { from, to };
}

/** Single operators are named to those who may see them at the place, and that they were is taken down. */
async function maySeeOperators(by: Principal, place: FilePlace, what: string, audit: Audit): Promise<boolean> {
  if (!may(by, "see-operators", place)) return false;
  await audit.record({ by, act: "see-operators", what, ...place });
  return true;
}

/** `GET /`: single cases of a period and a place as CSV. */
export function caseRouter<T>(cases: Cases<T>, grounds: CaseGrounds): Router {
  const router = Router();
  router
    .route("/")
    .get(async (request, response) => {
      const query = new Query(request, PARAMETERS);
      const period = periodOf(query);
      const { knownOffice, knownRegion } = grounds.places;
      const asked = { office: query.known("office", knownOffice), region: query.known("region", knownRegion) };
      if (asked.office !== null && asked.region !== null)
        throw query.conflict("region", "goes not together with `office`; give one of them.");
      const by = principalBehind(response);
      const place = boundPlace(by, ["export", "see-applications"], asked, grounds.regionOf);
      const what = `${request.baseUrl} ${formatDay(period.from)} – ${formatDay(period.to)}`;
      await grounds.audit.record({ by, act: "export", what, ...place });
      const operators = await maySeeOperators(by, place, what, grounds.audit);
      const since = grounds.today() - cases.kept;
      const bytes = caseCsv({
        portions: cases.read(grounds.officesOf(place), period),
        columns: cases.columns(grounds.now(), operators),
        names: grounds.names,
        language: languageOf(request, query),
        keptSince: period.from < since ? since : null,
        kept: cases.kept,
      });
      const parts = [cases.name, place.office ?? place.region, formatDay(period.from), formatDay(period.to)];
      await sendFile(response, { bytes, format: "csv", name: parts.filter((part) => part !== null).join("_") });
    })
    .all(onlyMethods("GET"));
  return router;
}
