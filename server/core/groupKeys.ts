import type { Dimension, StatisticsQuery } from "../../shared/statistics.ts";
import { type Day, formatDay, formatMonth } from "../../shared/time.ts";
import type { SlotKind } from "./book.ts";

/** What a stored row is about; empty where its kind does not tell. */
export interface About {
  readonly operator: string;
  readonly service: string;
  readonly authority: string;
}

const NOTHING: About = { operator: "", service: "", authority: "" };

/** What the key of a row of a kind says. */
export function aboutOf(kind: SlotKind, key: string): About {
  if (kind === "operator") return { ...NOTHING, operator: key };
  const [first = "", second = "", third = ""] = key.split("|");
  switch (kind) {
    case "matter":
      return { ...NOTHING, service: first, authority: second };
    case "pair":
      return { operator: first, service: second, authority: third };
    default:
      return NOTHING;
  }
}

/** Whether a stored row counts for the same group on whichever day it is. */
export function isLasting({ by, filter }: StatisticsQuery): boolean {
  return !by.includes("day") && !by.includes("month") && !by.includes("region") && filter.region === undefined;
}

/** What a stored row is under a dimension; empty where it is not about one. */
export function underDimension(
  dimension: Dimension,
  day: Day,
  region: string,
  office: string,
  operator: string,
  service: string,
  authority: string,
): string {
  switch (dimension) {
    case "day":
      return formatDay(day);
    case "month":
      return formatMonth(day);
    case "region":
      return region;
    case "office":
      return office;
    case "operator":
      return operator;
    case "service":
      return service;
    case "authority":
      return authority;
  }
}
