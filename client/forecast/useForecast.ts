import type { ForecastAnswer } from "../../shared/forecast.ts";
import type { Scope } from "../../shared/wire.ts";
import { useFetched } from "../store/fetched.ts";
import { useNow } from "../store/hooks.ts";

const EVERY_MS = 10_000;
/** What is older than this is not shown as a forecast of now. */
const STALE_MS = 120_000;

/** The rest of an office's day; null for other scopes, before it is known, and once it is too old. */
export function useForecast(scope: Scope): ForecastAnswer | null {
  const office = scope.startsWith("office:") ? scope.slice("office:".length) : null;
  const { data } = useFetched<ForecastAnswer>(
    office === null ? null : `/api/forecast?office=${encodeURIComponent(office)}`,
    EVERY_MS,
  );
  const now = useNow(15_000);
  if (data === null || (now !== null && now - Date.parse(data.asOf) > STALE_MS)) return null;
  return data;
}
