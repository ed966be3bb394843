import type { Request } from "express";
import type { Where } from "../../shared/access.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import type { ReportPlace } from "../../shared/report.ts";
import { type Month, parseMonth } from "../core/reportMonth.ts";
import { FILE_FORMATS, FILE_LANGUAGES, type FileFormat, type Language } from "../export/fileFormat.ts";
import { Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import { placeOf } from "./places.ts";

/** The place that a request for reports is about, as the rules of access need it: an office with its region. */
export function whereOf(index: ReferenceIndex): (request: Request) => Where {
  return (request) => {
    const { region, office } = request.query;
    if (typeof office === "string") return { office, region: index.offices.get(office)?.region ?? null };
    return { region: typeof region === "string" ? region : null, office: null };
  };
}

/** The place of a request's parameters. @throws Problem that names the parameter */
export function placeIn(index: ReferenceIndex, query: Query): ReportPlace {
  const region = query.known("region", (id) => index.regions.has(id));
  const office = query.known("office", (id) => index.offices.has(id));
  if (region !== null && office !== null)
    throw query.conflict("region", "goes without `office`: an office has its region already.");
  return placeOf(index, region, office);
}

/** The month of an address. @throws Problem */
export function monthIn(text: string): Month {
  const month = parseMonth(text);
  if (month !== null) return month;
  throw new Problem("invalid-parameter", "month: is no month; write it as 2026-11.", {
    members: { parameter: "month" },
  });
}

/** What a report's address asks for. */
export interface ReportAddress {
  readonly month: Month;
  readonly format: FileFormat;
  /** The dictionary that goes beside the CSV is asked for, not the report. */
  readonly dictionary: boolean;
  readonly language: Language;
  readonly place: ReportPlace;
  /** Null: the latest; 0: the figures of now. */
  readonly version: number | null;
}

/** The address of a report: `2026-11.pdf?office=KZ-71-01&language=kk&version=2`, or `2026-11-dictionary.csv`. @throws Problem */
export function reportAddress(index: ReferenceIndex, request: Request): ReportAddress {
  const [, month = "", beside, ending = ""] = /^(.*?)(-dictionary)?\.([a-z]+)$/.exec(`${request.params.file}`) ?? [];
  const dictionary = beside !== undefined;
  const format = FILE_FORMATS.find((each) => each === ending && (!dictionary || each === "csv"));
  if (format === undefined)
    throw new Problem(
      "not-found",
      `A report is a file: write the month and ${FILE_FORMATS.join(", ")}, as 2026-11.pdf.`,
    );
  const query = new Query(request, ["region", "office", "language", "version"]);
  return {
    month: monthIn(month),
    format,
    dictionary,
    language: query.oneOf("language", FILE_LANGUAGES) ?? "ru",
    place: placeIn(index, query),
    version: query.text("version") === null ? null : query.wholeNumber("version", 0, 0, 9_999),
  };
}

/** The name of a report's file: `report-2026-11-KZ-71-v1-kk.pdf`, with `provisional` while the month is open. */
export function fileNameOf(
  { place, month, version }: { readonly place: ReportPlace; readonly month: string; readonly version: number },
  format: FileFormat,
  language: Language,
): string {
  const state = version === 0 ? "provisional" : `v${version}`;
  return `report-${month}-${place.id || "KZ"}-${state}${format === "json" ? "" : `-${language}`}.${format}`;
}
