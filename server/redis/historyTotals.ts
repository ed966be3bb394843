import type { ImportedMonth, ImportedRow } from "../../shared/importedTotals.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import type { StatisticsQuery } from "../../shared/statistics.ts";
import { type Day, formatMonth } from "../../shared/time.ts";
import { monthWith } from "../core/reportMonth.ts";
import type { ReadImported } from "../reports/makeReport.ts";
import { command, type RedisNodes } from "./connection.ts";
import { IMPORTED_TOTALS_KEY } from "./keys.ts";

/** Monthly totals that were taken over from an old system, apart from all that is made of events. */
export interface HistoryTotals {
  /** Keeps months of places; the same month of the same place again replaces it. @throws RedisAwayError */
  keep(months: readonly ImportedMonth[], source: string, at: number): Promise<void>;
  /** The months from `from` to `to` (`2024-03`, both included) in the order of month and place. @throws RedisAwayError */
  between(from: string, to: string): Promise<ImportedRow[]>;
  /** What there is of some months of some offices and regions. @throws RedisAwayError */
  of: ReadImported;
}

const fieldOf = ({ office, region, month }: ImportedMonth) =>
  `${month}|${office === undefined ? "r" : "o"}|${office ?? region}`;

type Kept = readonly [figures: ImportedMonth["figures"], source: string, at: number];

function rowOf(field: string, kept: string): ImportedRow {
  const [month, kind, place] = field.split("|") as [string, string, string];
  const [figures, source, moment] = JSON.parse(kept) as Kept;
  const of = kind === "o" ? { office: place } : { region: place };
  return {
    ...of,
    ...{ month, figures, imported: true, reproducible: false, source },
    importedAt: new Date(moment).toISOString(),
  };
}

/** Keeps them in a hash of their own. */
export function historyTotals(nodes: RedisNodes): HistoryTotals {
  return {
    async keep(months, source, at) {
      if (months.length === 0) return;
      const pairs = months.flatMap((of) => [fieldOf(of), JSON.stringify([of.figures, source, at])]);
      await command(await nodes.at(0), ["HSET", IMPORTED_TOTALS_KEY, ...pairs]);
    },
    async between(from, to) {
      const reply = await command<string[]>(await nodes.at(0), ["HGETALL", IMPORTED_TOTALS_KEY]);
      const rows: [string, ImportedRow][] = [];
      for (let at = 0; at < reply.length; at += 2) {
        const field = reply[at] as string;
        const month = field.slice(0, field.indexOf("|"));
        if (month >= from && month <= to) rows.push([field, rowOf(field, reply[at + 1] as string)]);
      }
      return rows.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    },
    async of(months, { offices, regions }) {
      const places = [...[...offices].map((id) => `o|${id}`), ...[...regions].map((id) => `r|${id}`)];
      const fields = months.flatMap((month) => places.map((place) => `${month}|${place}`));
      if (fields.length === 0) return [];
      const kept = await command<(string | null)[]>(await nodes.at(0), ["HMGET", IMPORTED_TOTALS_KEY, ...fields]);
      return fields.flatMap((field, at) => (kept[at] == null ? [] : [rowOf(field, kept[at])]));
    },
  };
}

/** The first and the last month that lie wholly within a period; null when none does. */
function wholeMonths(from: Day, to: Day): readonly [first: string, last: string] | null {
  const first = monthWith(from).from === from ? from : monthWith(from).to + 1;
  const last = monthWith(to).to === to ? to : monthWith(to).from - 1;
  return first > last ? null : [formatMonth(first), formatMonth(last)];
}

/** What an old system told of the whole months of a question, of its place; nothing of operators or services. @throws RedisAwayError */
export async function readImported(
  nodes: RedisNodes,
  index: ReferenceIndex,
  { from, to, filter }: StatisticsQuery,
): Promise<readonly ImportedRow[]> {
  const months = wholeMonths(from, to);
  if (
    months === null ||
    filter.operator !== undefined ||
    filter.service !== undefined ||
    filter.authority !== undefined
  )
    return [];
  const regionOf = ({ office, region }: ImportedRow) =>
    office === undefined ? region : index.offices.get(office)?.region;
  return (await historyTotals(nodes).between(...months)).filter(
    (row) =>
      (filter.office === undefined || row.office === filter.office) &&
      (filter.region === undefined || regionOf(row) === filter.region),
  );
}
