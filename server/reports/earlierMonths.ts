import type { PeriodStatus, StatisticsAnswer, StatisticsQuery } from "../../shared/statistics.ts";
import { formatMonth } from "../../shared/time.ts";
import type { Month } from "../core/reportMonth.ts";
import { closedDays, daysOfSnapshot } from "./closedFigures.ts";
import type { Closings } from "./closings.ts";
import type { MonthSnapshot } from "./monthSnapshot.ts";

interface Earlier {
  readonly snapshot: MonthSnapshot;
  /** Offices of which events came after the month's latest version; null: the month is open. */
  readonly late: ReadonlySet<string> | null;
  readonly version: number;
}

/**
 * The months that a month is compared with, each read once for the reports of all places. It answers questions for the
 * total of a whole month as the statistics do.
 */
export class EarlierMonths {
  readonly #months: ReadonlyMap<string, Earlier>;

  private constructor(months: ReadonlyMap<string, Earlier>) {
    this.#months = months;
  }

  /** Reads the months. @throws RedisAwayError */
  static async read(
    closings: Closings,
    months: readonly Month[],
    read: (month: Month) => Promise<MonthSnapshot>,
  ): Promise<EarlierMonths> {
    const versions = await closings.versions();
    const found = new Map<string, Earlier>();
    for (const month of months) {
      const snapshot = await read(month);
      const latest = versions.filter((version) => version.month === month.id).at(-1);
      const closed = latest === undefined ? null : await closedDays(closings, latest);
      const now = daysOfSnapshot(snapshot);
      const differs = (office: string) =>
        (now.get(office) ?? []).some((n, day) => n > (closed?.get(office)?.[day] ?? 0));
      const late = closed === null ? null : new Set([...now.keys()].filter(differs));
      found.set(month.id, { snapshot, late, version: latest?.version ?? 0 });
    }
    return new EarlierMonths(found);
  }

  /** The answer to a question for the total of one of the months. @throws RangeError for another month */
  async statistics(query: StatisticsQuery): Promise<StatisticsAnswer> {
    const earlier = this.#months.get(formatMonth(query.from));
    if (earlier === undefined) throw new RangeError(`${formatMonth(query.from)} was not read`);
    return { ...(await earlier.snapshot.statistics(query)), status: this.#status(earlier, query) };
  }

  #status({ snapshot, late, version }: Earlier, query: StatisticsQuery): PeriodStatus {
    if (late === null) return "provisional";
    return version > 1 || snapshot.officesOf(query).some((office) => late.has(office)) ? "revised" : "final";
  }
}
