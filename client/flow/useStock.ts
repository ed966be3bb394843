import type { Bucket, Stage, StockAnswer, StockListAnswer } from "../../shared/stock.ts";
import type { Scope } from "../../shared/wire.ts";
import { type Fetched, useFetched } from "../store/fetched.ts";

/** The stock of an office is asked for more often than that of many, ms. */
const OFFICE_MS = 4_000;
const MANY_MS = 10_000;
const LIST_MS = 15_000;

/** The part of an address that names a scope. */
export function placeQuery(scope: Scope): Record<string, string> {
  const [kind, id] = scope.split(":") as [string, string?];
  return id === undefined ? {} : { [kind]: id };
}

/** What is in hand in a scope. */
export function useStock(scope: Scope): Fetched<StockAnswer> {
  const query = new URLSearchParams(placeQuery(scope));
  return useFetched<StockAnswer>(`/api/stock?${query}`, scope.startsWith("office:") ? OFFICE_MS : MANY_MS);
}

/** Which applications of a scope are listed. */
export interface Chosen {
  readonly authority: string | null;
  readonly stage: Stage | null;
  readonly buckets: readonly Bucket[];
}

/** The applications of a scope, the nearest deadline first; null asks for none. */
export function useList(scope: Scope, chosen: Chosen | null, limit: number): Fetched<StockListAnswer> {
  const query = new URLSearchParams({ ...placeQuery(scope), limit: `${limit}` });
  if (chosen?.authority) query.set("authority", chosen.authority);
  if (chosen?.stage) query.set("stage", chosen.stage);
  if (chosen !== null && chosen.buckets.length > 0) query.set("bucket", chosen.buckets.join(","));
  return useFetched<StockListAnswer>(chosen === null ? null : `/api/stock/list?${query}`, LIST_MS);
}
