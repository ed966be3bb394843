import { type Request, type Response, Router } from "express";
import type { ImportedRow } from "../../../shared/importedTotals.ts";
import type { ReportTable } from "../../../shared/report.ts";
import type { StatisticsQuery } from "../../../shared/statistics.ts";
import { formatDay } from "../../../shared/time.ts";
import { onlyMethods } from "../../http/problem.ts";
import { Query } from "../../http/query.ts";
import { asksImported, type KnownPlaces, parseStatisticsQuery } from "../../http/statistics.ts";
import { languageOf, listOf } from "../fileQuery.ts";
import { sendFile } from "../sendFile.ts";
import { FIGURE_COLUMNS } from "./figureColumns.ts";
import { renderStatistics, renderStatisticsDictionary, type StatisticsFormat } from "./statisticsFile.ts";
import type { OpenStatistics } from "./statisticsSource.ts";

/** What the files of figures stand on. */
export interface StatisticsFiles {
  readonly open: OpenStatistics;
  readonly places: KnownPlaces;
  readonly names: ReportTable["names"];
  /** What an old system told of a question's whole months. @throws RedisAwayError */
  imported(query: StatisticsQuery): Promise<readonly ImportedRow[]>;
  /** Cuts a question to what its asker may take away, and takes the export down. @throws Problem, RedisAwayError */
  bound(query: StatisticsQuery, request: Request, response: Response): Promise<StatisticsQuery>;
}

/** Parameters of a file beside those of the question. */
const OF_FILE = ["language", "figures", "imported"] as const;
const FIGURES = [...new Set(FIGURE_COLUMNS.map(({ figure }) => figure))];

function nameOf({ from, to, by, filter }: StatisticsQuery): string {
  const parts = [
    "statistics",
    formatDay(from),
    formatDay(to),
    ...Object.values(filter),
    ...(by.length > 0 ? ["by"] : []),
    ...by,
  ];
  return parts.join("_").replace(/[^A-Za-z0-9._-]/g, "-");
}

/** `GET /`: the figures of `/api/statistics` as a file, asked for with the same parameters. */
export function statisticsFileRouter(format: StatisticsFormat | "dictionary", parts: StatisticsFiles): Router {
  const router = Router();
  router
    .route("/")
    .get(async (request, response) => {
      const withImported = asksImported(request, OF_FILE);
      const asked = parseStatisticsQuery(request, parts.places, OF_FILE);
      const own = new Query(request, Object.keys(request.query));
      const query = await parts.bound(asked, request, response);
      const figures = listOf(own, "figures", FIGURES);
      const imported = withImported ? await parts.imported(query) : null;
      const file = { query, figures, imported, names: parts.names, language: languageOf(request, own) };
      const name = nameOf(query);
      if (format === "dictionary") {
        const bytes = renderStatisticsDictionary(file);
        await sendFile(response, { bytes, format: "csv", name: `${name}_dictionary` });
        return;
      }
      const bytes = renderStatistics(await parts.open(query), format, file);
      await sendFile(response, { bytes, format, name });
    })
    .all(onlyMethods("GET"));
  return router;
}
