import { regionOn } from "../../shared/referenceIndex.ts";
import type { UsualQuery } from "../../shared/statistics.ts";
import { type Day, formatDay, localDay } from "../../shared/time.ts";
import { QUARTER_FIELDS, type QuarterField } from "../../shared/wire.ts";
import { emptySeries, mergeSeries, quarterOf, type Series, unpackSeries } from "../core/series.ts";
import { command } from "./connection.ts";
import { partitionOf, rowsKey } from "./keys.ts";
import type { ReaderParts } from "./statisticsReader.ts";
import { monthOf } from "./storedRows.ts";

/** A quarter of an hour of the usual day: `[quarter, low, middle, high]`. */
export type UsualQuarter = readonly [number, number, number, number];

/** The curve of the same weekday in the weeks before. */
export interface UsualDay {
  readonly day: string;
  /** How many such days there are figures of. */
  readonly weekdays: number;
  readonly quarters: Readonly<Record<QuarterField, readonly UsualQuarter[]>>;
}

/** How many weeks back are looked at. */
const WEEKS = 8;

function median(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** Lowest, middle and highest of each quarter among the days' curves. */
function bandOf(day: Day, curves: readonly Series[]): UsualDay {
  const quarters = Object.fromEntries(
    QUARTER_FIELDS.map((field) => [field, [] as UsualQuarter[]]),
  ) as unknown as Record<QuarterField, UsualQuarter[]>;
  for (let quarter = 0; quarter < 96; quarter += 1) {
    const figures = curves.map((curve) => quarterOf(curve, quarter));
    if (figures.every((each) => each === null)) continue;
    QUARTER_FIELDS.forEach((field, at) => {
      const sorted = figures.map((each) => each?.[at] ?? 0).sort((a, b) => a - b);
      quarters[field].push([quarter, sorted[0] as number, median(sorted), sorted.at(-1) as number]);
    });
  }
  return { day: formatDay(day), weekdays: curves.length, quarters };
}

/** What is usual on the weekday of `query.day` (null: today) in the country, a region or an office. @throws RedisAwayError */
export async function readUsual(
  { nodes, partitions, index, clock }: ReaderParts,
  query: UsualQuery,
): Promise<UsualDay> {
  const now = clock.now();
  const day = query.day ?? localDay(now, "Asia/Almaty");
  const days = Array.from({ length: WEEKS }, (_, week) => day - 7 * (week + 1));
  const offices = [...index.offices.values()].filter(
    (office) =>
      (query.office === null || office.id === query.office) &&
      (query.region === null || regionOn(office, day) === query.region),
  );
  const sums = new Map<Day, Series>();
  await Promise.all(
    offices.map(async ({ id }) => {
      const partition = partitionOf(id, partitions);
      const at = await nodes.at(partition);
      await Promise.all(
        [...new Set(days.map(monthOf))].map(async (month) => {
          const fields = days.filter((each) => monthOf(each) === month);
          const texts = await command<(string | null)[]>(at, [
            "HMGET",
            rowsKey(partition, id, month, "series"),
            ...fields.map(String),
          ]);
          texts.forEach((text, position) => {
            if (text === null || text === "") return;
            const of = fields[position] as Day;
            const sum = sums.get(of) ?? emptySeries();
            mergeSeries(sum, unpackSeries(text));
            sums.set(of, sum);
          });
        }),
      );
    }),
  );
  return bandOf(day, [...sums.values()]);
}
