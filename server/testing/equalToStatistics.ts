import type { Report, ReportTable } from "../../shared/report.ts";
import type { StatisticsAnswer, StatisticsRow } from "../../shared/statistics.ts";
import { formatDay } from "../../shared/time.ts";
import { figureAt } from "../core/reportColumns.ts";
import { parseMonth } from "../core/reportMonth.ts";

type Ask = (query: string) => Promise<StatisticsAnswer>;

const PART = /^(day|region|office|service|authority|operator)[A-Z]/;

function rowsDiffer(table: ReportTable, part: string, rows: readonly StatisticsRow[]): string[] {
  const wrong: string[] = [];
  const mine = new Map(table.rows.map((row) => [row[0], row]));
  if (mine.size !== table.rows.length) wrong.push(`${table.id}: two rows are about the same`);
  if (mine.size !== rows.length) wrong.push(`${table.id}: ${mine.size} rows, not ${rows.length}`);
  for (const row of rows) {
    const cells = mine.get(row[part as "office"] ?? null);
    if (cells === undefined) wrong.push(`${table.id}: no row of ${row[part as "office"]}`);
    else
      table.columns.forEach(({ field }, at) => {
        if (at === 0 || field.startsWith("term")) return;
        const wanted = figureAt(row, field);
        if (cells[at] !== wanted) wrong.push(`${table.id}: ${cells[0]} ${field} is ${cells[at]}, not ${wanted}`);
      });
  }
  return wrong;
}

function tallDiffer({ id, columns, rows }: ReportTable, total: StatisticsRow): string[] {
  const parts: Readonly<Record<string, string>> = { value: "", share: ".value" };
  return rows.flatMap((row) =>
    columns.flatMap(({ field }, at) => {
      const part =
        parts[field] ??
        (["numerator", "denominator", "n", "mean", "p50", "p90", "max"].includes(field) ? `.${field}` : null);
      if (part === null) return [];
      const wanted = figureAt(total, `${row[0]}${part}`);
      return row[at] === wanted ? [] : [`${id}: ${row[0]} ${field} is ${row[at]}, not ${wanted}`];
    }),
  );
}

/** Every cell of a report that the statistics would say otherwise, in words. */
export async function differencesFromStatistics(report: Report, ask: Ask): Promise<string[]> {
  const month = parseMonth(report.month);
  if (month === null) return ["no month"];
  const { kind, id } = report.place;
  const period = `from=${formatDay(month.from)}&to=${formatDay(month.to)}${kind === "country" ? "" : `&${kind}=${id}`}`;
  const total = (await ask(period)).rows[0] as StatisticsRow;
  const wrong: string[] = [];
  for (const table of report.tables) {
    const part = PART.exec(table.id)?.[1];
    if (part !== undefined) wrong.push(...rowsDiffer(table, part, (await ask(`${period}&by=${part}`)).rows));
    else if (["volumes", "rates", "times"].includes(table.id)) wrong.push(...tallDiffer(table, total));
  }
  return wrong;
}
