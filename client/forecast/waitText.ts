import type { PredictedWait } from "../../shared/forecast.ts";
import { DASH, type Format } from "../format.ts";
import type { ForecastWords } from "./words.ts";

/** A range of waits in whole minutes, rounded outwards; a dash when it is not known. */
export function waitText(
  wait: Pick<PredictedWait, "low" | "high"> | undefined,
  words: Pick<ForecastWords, "underMinute" | "upToMinutes" | "minutes">,
  format: Pick<Format, "count">,
): string {
  if (wait === undefined || wait.low === null || wait.high === null) return DASH;
  const low = Math.floor(wait.low / 60);
  const high = Math.max(low + 1, Math.ceil(wait.high / 60));
  if (high <= 1) return words.underMinute;
  return low === 0 ? words.upToMinutes(format.count(high)) : words.minutes(format.count(low), format.count(high));
}

/** A share of past cases in whole percent: a digit more would say more than is known. */
export function wholePercent(share: number, format: Pick<Format, "count" | "percent">): string {
  return format.count(Math.round(share * 100)) + format.percent(0).slice(1);
}
