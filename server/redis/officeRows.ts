import type { Office } from "../../shared/reference.ts";
import { regionOn } from "../../shared/referenceIndex.ts";
import type { StatisticsQuery } from "../../shared/statistics.ts";
import { type Day, localDay } from "../../shared/time.ts";
import type { SlotKind } from "../core/book.ts";
import { type Grouping, kindFor } from "../core/grouping.ts";
import { packedCount } from "../core/row.ts";
import { command } from "./connection.ts";
import { partitionOf, rowsKey } from "./keys.ts";
import type { ReaderParts } from "./statisticsReader.ts";
import { isMonthly, periodOf } from "./storedRows.ts";

/** The hashes of a kind that hold the rows of a question, with the day of those that hold one day's. */
function periodsOf(
  kind: SlotKind,
  { from, to }: StatisticsQuery,
): { readonly period: string; readonly day: Day | null }[] {
  const found: { period: string; day: Day | null }[] = [];
  for (let day = from; day <= to; day += 1) {
    const period = periodOf(kind, day);
    if (found.at(-1)?.period !== period) found.push({ period, day: isMonthly(kind) ? null : day });
  }
  return found;
}

type EachRow = (day: Day, key: string, packed: string) => void;

/** Reads the rows of an office of the periods of a question. @throws RedisAwayError */
async function readRows(
  { nodes, partitions }: ReaderParts,
  query: StatisticsQuery,
  office: string,
  kind: SlotKind,
  each: EachRow,
): Promise<void> {
  const partition = partitionOf(office, partitions);
  const at = await nodes.at(partition);
  await Promise.all(
    periodsOf(kind, query).map(async ({ period, day }) => {
      const reply = await command<string[]>(at, ["HGETALL", rowsKey(partition, office, period, kind)]);
      for (let field = 0; field < reply.length; field += 2) {
        const name = reply[field] as string;
        each(day ?? Number(name), day === null ? "" : name, reply[field + 1] as string);
      }
    }),
  );
}

/**
 * Adds the rows of an office that a question asks for, and closes it; with `reported` asks also whether anything was told
 * of the office in that time, and says so. @throws RedisAwayError
 */
export async function groupOffice(
  parts: ReaderParts,
  query: StatisticsQuery,
  office: Office,
  grouping: Grouping,
  now: number,
  reported: (() => void) | null = null,
): Promise<void> {
  const kind = kindFor(query);
  const grouped = {
    id: office.id,
    today: localDay(now, office.zone),
    regionOn: (day: Day) => regionOn(office, day),
  };
  const reports: EachRow = (day, _key, packed) => {
    if (day >= query.from && day <= query.to && packedCount(packed, "events") > 0) reported?.();
  };
  if (reported !== null && kind !== "office") await readRows(parts, query, office.id, "office", reports);
  await readRows(parts, query, office.id, kind, (day, key, packed) => {
    if (reported !== null && kind === "office") reports(day, key, packed);
    grouping.add(grouped, day, key, packed);
  });
  grouping.done(office.id);
}
