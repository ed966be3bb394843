import { useMemo } from "react";
import type { ComparedPeriod, ComparedPeriods } from "../../shared/explore.ts";
import type { Dimension, StatisticsAnswer, StatisticsRow } from "../../shared/statistics.ts";
import { parseDay } from "../../shared/time.ts";
import { useFetched } from "../store/fetched.ts";
import { type Question, serverQuery } from "./question.ts";

/** A row with the row of the compared period beside it. */
export interface AnsweredRow {
  readonly key: string;
  readonly row: StatisticsRow;
  readonly other: StatisticsRow | null;
}

/** What the explorer shows: the rows, the whole, and what both are compared with. */
export interface Answered {
  readonly rows: readonly AnsweredRow[];
  readonly total: AnsweredRow | null;
  readonly answer: StatisticsAnswer | null;
  readonly period: ComparedPeriod | null;
  readonly compared: ComparedPeriod | null;
  readonly problem: string | null;
}

const REFRESH_MS = 60_000;
const PERIODS_MS = 3_600_000;

function monthOf(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
}

/** The key of a row; days and months are counted from the beginning of the period, so that two periods can be laid side by side. */
export function keyOf(row: StatisticsRow, by: readonly Dimension[], from: string): string {
  return by
    .map((dimension) => {
      const value = row[dimension] ?? "";
      if (dimension === "day") return `${(parseDay(value) ?? 0) - (parseDay(from) ?? 0)}`;
      if (dimension === "month") return `${monthOf(value) - monthOf(from)}`;
      return dimension === "operator" ? `${row.office}/${value}` : value;
    })
    .join("|");
}

function useStatistics(query: string | null) {
  return useFetched<StatisticsAnswer>(query === null ? null : `/api/statistics?${query}`, REFRESH_MS);
}

/** Asks everything that a question needs: its rows, the whole computed as a whole, and the same of the compared period. */
export function useAnswer(question: Question): Answered {
  const { by, compare } = question;
  const rows = useStatistics(serverQuery(question));
  const whole = useStatistics(by.length === 0 ? null : serverQuery(question, { whole: true }));
  const dates = serverQuery({ ...question, by: [], filter: {} });
  const periods = useFetched<ComparedPeriods>(`/api/explore/periods?${dates}`, PERIODS_MS).data;
  const over = compare === "none" || periods === null ? null : periods[compare];
  const others = useStatistics(over === null ? null : serverQuery(question, { over }));
  const otherWhole = useStatistics(
    over === null || by.length === 0 ? null : serverQuery(question, { over, whole: true }),
  );
  return useMemo(() => {
    const known = new Map(
      over === null ? [] : (others.data?.rows ?? []).map((row) => [keyOf(row, by, over.from), row] as const),
    );
    const from = rows.data?.from ?? "";
    const laid = (rows.data?.rows ?? []).map((row): AnsweredRow => {
      const key = keyOf(row, by, from);
      return { key, row, other: known.get(key) ?? null };
    });
    const [only] = by.length === 0 ? laid : [];
    const [all] = whole.data?.rows ?? [];
    const total = only ?? (all === undefined ? null : { key: "", row: all, other: otherWhole.data?.rows[0] ?? null });
    return {
      rows: by.length === 0 ? [] : laid,
      total,
      answer: rows.data,
      period: periods?.asked ?? null,
      compared: over,
      problem: rows.problem,
    };
  }, [rows.data, rows.problem, whole.data, others.data, otherWhole.data, periods, over, by]);
}

/** By how much a value changed: counts and times in parts of what they were, shares in points. Null: not known. */
export function changeOf(
  now: number | null,
  before: number | null,
  { inPoints, factor = 1 }: { readonly inPoints: boolean; readonly factor?: number },
): number | null {
  if (now === null || before === null) return null;
  if (inPoints) return now - before;
  return before === 0 ? null : (now * factor) / before - 1;
}
