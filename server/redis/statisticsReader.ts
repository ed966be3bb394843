import type { Office } from "../../shared/reference.ts";
import { validOn } from "../../shared/reference.ts";
import { type ReferenceIndex, regionOn } from "../../shared/referenceIndex.ts";
import type { Coverage, StatisticsAnswer, StatisticsQuery } from "../../shared/statistics.ts";
import { type Day, formatDay, localDay } from "../../shared/time.ts";
import type { SlotKind } from "../core/book.ts";
import type { DenseTally } from "../core/denseTally.ts";
import { Grouping, kindFor } from "../core/grouping.ts";
import { packedCount } from "../core/row.ts";
import { silentSince } from "../core/silence.ts";
import type { Clock } from "../ports.ts";
import { command, type RedisNodes } from "./connection.ts";
import { officesKey, partitionOf, rowsKey } from "./keys.ts";
import { readPeriodStatus } from "./periodStatus.ts";
import { isMonthly, periodOf } from "./storedRows.ts";

/** What the readers of figures work with. */
export interface ReaderParts {
  readonly nodes: RedisNodes;
  readonly partitions: number;
  readonly index: ReferenceIndex;
  readonly clock: Clock;
}

function existed(office: Office, { from, to }: StatisticsQuery): boolean {
  return office.validFrom <= to && (office.validTo === null || office.validTo >= from);
}

function inScope(office: Office, { from, to, filter }: StatisticsQuery): boolean {
  if (filter.office !== undefined && office.id !== filter.office) return false;
  if (filter.region === undefined) return true;
  return (
    regionOn(office, from) === filter.region ||
    regionOn(office, to) === filter.region ||
    office.formerRegions.some(({ region }) => region === filter.region)
  );
}

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

/** Offices that are read at once: enough to keep Redis busy, few enough that their rows fit into little memory. */
const AT_ONCE = 32;

/**
 * The figures of a question, straight from the stored rows; questions that follow each other may share `spare` tallies.
 * @throws RedisAwayError
 */
export async function readStatistics(
  parts: ReaderParts,
  query: StatisticsQuery,
  spare: DenseTally[] = [],
): Promise<StatisticsAnswer> {
  const { index, clock, nodes, partitions } = parts;
  const now = clock.now();
  const grouping = new Grouping(query, now, spare);
  const kind = kindFor(query);
  const offices = [...index.offices.values()].filter((office) => inScope(office, query));
  const reporting = new Set<string>();
  const readOffice = async (office: Office) => {
    const partition = partitionOf(office.id, partitions);
    const at = await nodes.at(partition);
    const grouped = {
      id: office.id,
      today: localDay(now, office.zone),
      regionOn: (day: Day) => regionOn(office, day),
    };
    const read = (which: SlotKind, each: (day: Day, key: string, packed: string) => void) =>
      Promise.all(
        periodsOf(which, query).map(async ({ period, day }) => {
          const reply = await command<string[]>(at, ["HGETALL", rowsKey(partition, office.id, period, which)]);
          for (let field = 0; field < reply.length; field += 2) {
            const name = reply[field] as string;
            each(day ?? Number(name), day === null ? "" : name, reply[field + 1] as string);
          }
        }),
      );
    const reports = (day: Day, _key: string, packed: string) => {
      if (day >= query.from && day <= query.to && packedCount(packed, "events") > 0) reporting.add(office.id);
    };
    if (kind !== "office") await read("office", reports);
    await read(kind, (day, key, packed) => {
      if (kind === "office") reports(day, key, packed);
      grouping.add(grouped, day, key, packed);
    });
    grouping.done(office.id);
  };
  for (let from = 0; from < offices.length; from += AT_ONCE)
    await Promise.all(offices.slice(from, from + AT_ONCE).map(readOffice));
  return {
    from: formatDay(query.from),
    to: formatDay(query.to),
    by: query.by,
    asOf: new Date(now).toISOString(),
    status: await readPeriodStatus(parts, query, offices),
    coverage: await readCoverage(parts, offices, reporting, query, now),
    rows: grouping.rows(),
  };
}

async function readCoverage(
  { nodes, partitions, index }: ReaderParts,
  offices: readonly Office[],
  reporting: ReadonlySet<string>,
  query: StatisticsQuery,
  now: number,
): Promise<Coverage> {
  const stored = new Map<string, string>();
  const replies = await Promise.all(
    Array.from({ length: partitions }, async (_, partition) =>
      command<string[]>(await nodes.at(partition), ["HGETALL", officesKey(partition)]),
    ),
  );
  for (const reply of replies)
    for (let at = 0; at < reply.length; at += 2) stored.set(reply[at] as string, reply[at + 1] as string);
  const silent: string[] = [];
  let oldest = Number.POSITIVE_INFINITY;
  let missingEvents = 0;
  for (const office of offices) {
    const [lastEvent, lastArrival, missing] = (stored.get(office.id) ?? "0|0|0").split("|").map(Number) as [
      number,
      number,
      number,
    ];
    missingEvents += missing;
    if (lastEvent > 0) oldest = Math.min(oldest, lastEvent);
    const running = query.to >= localDay(now, office.zone) && validOn(office, localDay(now, office.zone));
    if (running && silentSince(office, lastArrival, now, index) !== null) silent.push(office.id);
  }
  return {
    expected: offices.filter((office) => existed(office, query) || reporting.has(office.id)).length,
    reporting: reporting.size,
    silent: silent.sort(),
    oldestEvent: Number.isFinite(oldest) ? new Date(oldest).toISOString() : null,
    missingEvents,
  };
}
