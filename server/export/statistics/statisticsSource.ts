import type { Coverage, PeriodStatus, StatisticsQuery, StatisticsRow } from "../../../shared/statistics.ts";

/** What the figures of a file rest on. */
export interface Rests {
  readonly asOf: string;
  readonly status: PeriodStatus;
  readonly coverage: Coverage;
}

/** Figures of a period portion by portion: an answer of any size that is never whole in memory. */
export interface StatisticsSource extends Rests {
  /** To be read once. @throws RedisAwayError */
  readonly rows: AsyncIterable<readonly StatisticsRow[]>;
}

/** Opens the figures that a question asks for. @throws RedisAwayError */
export type OpenStatistics = (query: StatisticsQuery) => Promise<StatisticsSource>;
