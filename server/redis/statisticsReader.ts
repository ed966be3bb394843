import type { Office } from "../../shared/reference.ts";
import { type ReferenceIndex, regionOn } from "../../shared/referenceIndex.ts";
import type { StatisticsAnswer, StatisticsQuery } from "../../shared/statistics.ts";
import { formatDay } from "../../shared/time.ts";
import { Grouping } from "../core/grouping.ts";
import type { Clock } from "../ports.ts";
import type { RedisNodes } from "./connection.ts";
import { readCoverage } from "./coverageReader.ts";
import { groupOffice } from "./officeRows.ts";
import { readPeriodStatus } from "./periodStatus.ts";

/** What the readers of figures work with. */
export interface ReaderParts {
  readonly nodes: RedisNodes;
  readonly partitions: number;
  readonly index: ReferenceIndex;
  readonly clock: Clock;
}

/** Whether an office may have rows that a question asks for. */
export function inScope(office: Office, { from, to, filter }: StatisticsQuery): boolean {
  if (filter.office !== undefined && office.id !== filter.office) return false;
  if (filter.region === undefined) return true;
  return (
    regionOn(office, from) === filter.region ||
    regionOn(office, to) === filter.region ||
    office.formerRegions.some(({ region }) => region === filter.region)
  );
}

/** Offices that are read at once: enough to keep Redis busy, few enough that their rows fit into little memory. */
const AT_ONCE = 32;

/** The figures of a question, straight from the stored rows. @throws RedisAwayError */
export async function readStatistics(parts: ReaderParts, query: StatisticsQuery): Promise<StatisticsAnswer> {
  const { index, clock } = parts;
  const now = clock.now();
  const grouping = new Grouping(query, now);
  const offices = [...index.offices.values()].filter((office) => inScope(office, query));
  const reporting = new Set<string>();
  const readOffice = (office: Office) =>
    groupOffice(parts, query, office, grouping, now, () => void reporting.add(office.id));
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
