import { expect } from "vitest";
import type { StatisticsRow } from "../../../shared/statistics.ts";
import type { Expected } from "./receiptLog.ts";

const nearestRank = (sorted: readonly number[], share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? null;

function expectWithin(actual: number | null | undefined, wanted: number | null, name: string): void {
  if (wanted === null) expect(actual, name).toBeNull();
  else expect(Math.abs((actual ?? Number.NaN) - wanted), name).toBeLessThanOrEqual(Math.abs(wanted) * 0.01 + 0.001);
}

/** Holds a row of figures against what the file says; quantiles within 1 %, everything else exactly. */
export function expectRow(row: StatisticsRow | undefined, wanted: Expected, key: string): void {
  const { accepted, due, delayed, ready, open, sent, sentSeconds, decided, decidedSeconds } = wanted;
  expect(row, key).toMatchObject({ accepted, due, delayed, ready, open });
  const lead = [...wanted.lead].sort((one, other) => one - other);
  const mean = lead.length === 0 ? null : lead.reduce((sum, each) => sum + each, 0) / lead.length;
  expect(row?.leadTime?.n, key).toBe(lead.length);
  if (mean === null) expect(row?.leadTime?.mean, key).toBeNull();
  else expect(row?.leadTime?.mean, key).toBeCloseTo(mean, 3);
  expectWithin(row?.leadTime?.p50, nearestRank(lead, 0.5), `${key} p50`);
  expectWithin(row?.leadTime?.p90, nearestRank(lead, 0.9), `${key} p90`);
  expectWithin(row?.leadTime?.max, lead.at(-1) ?? null, `${key} max`);
  expect(row?.frontOfficeTime?.acceptedToSent.n, key).toBe(sent);
  expect(row?.frontOfficeTime?.acceptedToSent.seconds, key).toBeCloseTo(sentSeconds, 2);
  expect(row?.backOfficeTime?.n, key).toBe(decided);
  expect(row?.backOfficeTime?.seconds, key).toBeCloseTo(decidedSeconds, 2);
}
