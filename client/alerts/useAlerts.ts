import { useCallback, useEffect, useMemo, useRef } from "react";
import type { AlertsAnswer, ExplanationsAnswer } from "../../shared/alerts.ts";
import { formatDay, localDay } from "../../shared/time.ts";
import type { Scope } from "../../shared/wire.ts";
import { readMoments, type Written } from "../../shared/writtenMoments.ts";
import { type Fetched, useFetched } from "../store/fetched.ts";
import { cellOf } from "../store/figures.ts";
import { useNow, useRows } from "../store/hooks.ts";

/** The list is asked for again this often, and at once when the live view tells of something new, ms. */
const REFRESH_MS = 20_000;
const ZONE = "Asia/Almaty";

/** How a place of the list is asked for. */
export function placeQuery(scope: Scope): string {
  if (scope === "country" || scope === "status") return "";
  const colon = scope.indexOf(":");
  return `${scope.slice(0, colon)}=${encodeURIComponent(scope.slice(colon + 1))}`;
}

/** What stands and what was said to it, as one word that changes when either does. */
function useStanding(scope: Scope): string {
  const rows = useRows(scope, "alert");
  return useMemo(
    () =>
      rows
        .map(
          ({ row }) =>
            `${cellOf("alert", row, "id")}/${cellOf("alert", row, "explanation")}/${cellOf("alert", row, "until")}`,
        )
        .join(),
    [rows],
  );
}

function useRead<T>({ data, problem, retry }: Fetched<Written<T>>): Fetched<T> {
  const read = useMemo(() => (data === null ? null : readMoments<T>(data)), [data]);
  return { data: read, problem, retry };
}

/** Alerts of a place within so many days, and what was said in advance of the days to come. */
export function useAlerts(scope: Scope, days: number) {
  const today = localDay(useNow(60_000) ?? 0, ZONE);
  const known = today > 0;
  const query = [placeQuery(scope)].filter(Boolean);
  const from = `from=${formatDay(today - days + 1)}`;
  const alerts = useRead<AlertsAnswer>(
    useFetched(known ? `/api/alerts?${[...query, from].join("&")}` : null, REFRESH_MS),
  );
  const said = useRead<ExplanationsAnswer>(
    useFetched(known ? `/api/explanations?${query.join("&")}` : null, REFRESH_MS),
  );
  const standing = useStanding(scope);
  const again = useRef(() => {});
  again.current = () => {
    alerts.retry();
    said.retry();
  };
  const before = useRef(standing);
  useEffect(() => {
    if (before.current === standing) return;
    before.current = standing;
    again.current();
  }, [standing]);
  return { alerts, said, again: useCallback(() => again.current(), []) };
}
