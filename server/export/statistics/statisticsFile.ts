import type { FigureSet, StatisticsRow } from "../../../shared/statistics.ts";
import { formatDay } from "../../../shared/time.ts";
import { canonicalJson } from "../canonicalJson.ts";
import { dictionaryCsv } from "../csv/dictionaryCsv.ts";
import { BYTE_ORDER_MARK, csvRecord } from "../csv/record.ts";
import { REST_KEYS, restCells } from "../csv/rests.ts";
import { encodeText, type FileBytes } from "../fileFormat.ts";
import { IMPORTED_COLUMNS, importedCells } from "./importedPart.ts";
import { cellsOf, layoutOf, NAMED, type StatisticsFile } from "./statisticsLayout.ts";
import type { StatisticsSource } from "./statisticsSource.ts";
import { writeWorkbook } from "./workbookThread.ts";

/** Formats of files of figures. */
const STATISTICS_FORMATS = ["csv", "xlsx", "json"] as const;
export type StatisticsFormat = (typeof STATISTICS_FORMATS)[number];

async function* csv(source: StatisticsSource, file: StatisticsFile): AsyncGenerator<string> {
  const layout = layoutOf(file);
  const keys = layout.keys.flatMap(({ field }) => (NAMED.includes(field) ? [field, `${field}.name`] : [field]));
  const own = [...keys, ...layout.figures.map(({ field }) => field), ...REST_KEYS];
  const columns = file.imported === null ? [] : IMPORTED_COLUMNS.map(({ field }) => field);
  yield BYTE_ORDER_MARK + csvRecord([...own, ...columns]);
  const rest = [...restCells(source), ...columns.map(() => null)];
  for await (const rows of source.rows)
    yield rows.map((row) => csvRecord([...cellsOf(layout, row, file), ...rest])).join("");
  for (const row of file.imported ?? []) yield csvRecord([...own.map(() => null), ...importedCells(row, file)]);
}

async function* json(source: StatisticsSource, { query, figures, imported }: StatisticsFile): AsyncGenerator<string> {
  const { from, to, by } = query;
  const { asOf, status, coverage } = source;
  const beside = imported === null ? "" : `"imported":${canonicalJson(imported)},`;
  yield `{"asOf":"${asOf}","by":${JSON.stringify(by)},"coverage":${canonicalJson(coverage)},"from":"${formatDay(from)}",${beside}"rows":[`;
  let first = true;
  for await (const rows of source.rows) {
    for (const row of rows) {
      yield `${first ? "" : ","}\n${canonicalJson(figures.length === 0 ? row : chosen(row, figures))}`;
      first = false;
    }
  }
  yield `\n],"status":"${status}","to":"${formatDay(to)}"}\n`;
}

function chosen(row: StatisticsRow, figures: readonly (keyof FigureSet)[]): Partial<StatisticsRow> {
  const { day, month, region, office, operator, service, authority } = row;
  const picked = Object.fromEntries(figures.map((figure) => [figure, row[figure]]));
  return { ...picked, ...{ day, month, region, office, operator, service, authority } } as Partial<StatisticsRow>;
}

/** Figures as a file: the same rows as the answer of `/api/statistics`, each written as soon as it is read. */
export function renderStatistics(source: StatisticsSource, format: StatisticsFormat, file: StatisticsFile): FileBytes {
  switch (format) {
    case "csv":
      return encodeText(csv(source, file));
    case "json":
      return encodeText(json(source, file));
    case "xlsx":
      return writeWorkbook(source, file);
  }
}

/** The dictionary beside a CSV of figures. */
export function renderStatisticsDictionary(file: StatisticsFile): FileBytes {
  const { keys, figures } = layoutOf(file);
  const columns = [...keys, ...figures, ...(file.imported === null ? [] : IMPORTED_COLUMNS)];
  return encodeText(dictionaryCsv({ keys: REST_KEYS, columns, tables: [] }, file.language));
}
