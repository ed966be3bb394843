import type { Office } from "../../shared/reference.ts";
import type { StatisticsQuery, StatisticsRow } from "../../shared/statistics.ts";
import type { DenseTally } from "../core/denseTally.ts";
import { Grouping } from "../core/grouping.ts";
import type { OpenStatistics } from "../export/statistics/statisticsSource.ts";
import { groupOffice } from "./officeRows.ts";
import { inScope, type ReaderParts, readStatistics } from "./statisticsReader.ts";

/** Offices that are read ahead while the rows of one are taken. */
const AHEAD = 1;

/** Rows of every office apart: they can be read, written and forgotten one office after the other. */
function isByOffice({ by, filter }: StatisticsQuery): boolean {
  return filter.office === undefined && (by.includes("office") || by.includes("operator"));
}

async function* officeByOffice(parts: ReaderParts, query: StatisticsQuery): AsyncGenerator<readonly StatisticsRow[]> {
  const offices = [...parts.index.offices.values()]
    .filter((office) => inScope(office, query))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const now = parts.clock.now();
  const spare: DenseTally[] = [];
  const read = async (office: Office) => {
    const grouping = new Grouping(query, now, spare);
    await groupOffice(parts, query, office, grouping, now);
    return grouping.rows();
  };
  const ahead: Promise<readonly StatisticsRow[]>[] = [];
  let next = 0;
  try {
    while (next < offices.length || ahead.length > 0) {
      while (ahead.length <= AHEAD && next < offices.length) {
        const reading = read(offices[next] as Office);
        reading.catch(() => undefined);
        ahead.push(reading);
        next += 1;
      }
      yield await (ahead.shift() as Promise<readonly StatisticsRow[]>);
    }
  } finally {
    await Promise.allSettled(ahead);
  }
}

/**
 * Opens figures to be read portion by portion, all at one moment: by office where the rows tell offices apart, else in one.
 * In the order of offices, then as `/api/statistics` has them. @throws RedisAwayError
 */
export function statisticsSource(parts: ReaderParts): OpenStatistics {
  return async (query) => {
    const now = parts.clock.now();
    const still = { ...parts, clock: { ...parts.clock, now: () => now } };
    if (!isByOffice(query)) {
      const { asOf, status, coverage, rows } = await readStatistics(still, query);
      return { asOf, status, coverage, rows: inOne(rows) };
    }
    const { asOf, status, coverage } = await readStatistics(still, { ...query, by: [] });
    return { asOf, status, coverage, rows: officeByOffice(still, query) };
  };
}

async function* inOne(rows: readonly StatisticsRow[]): AsyncGenerator<readonly StatisticsRow[]> {
  yield rows;
}
