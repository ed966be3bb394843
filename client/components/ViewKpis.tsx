import { useMemo } from "react";
import type { StatisticsAnswer } from "../../shared/statistics.ts";
import { DAY_MS, formatDay, localQuarter, QUARTER_MS, weekday } from "../../shared/time.ts";
import type { Scope } from "../../shared/wire.ts";
import { Sparkline, type SparkPoint } from "../charts/Sparkline.tsx";
import { useWords } from "../settings.ts";
import { useFetched } from "../store/fetched.ts";
import { figure, RATES, rateOf } from "../store/figures.ts";
import { useNow, useRow, useRows, useScope, useThrottled } from "../store/hooks.ts";
import { useBook } from "../store/reference.ts";
import { type Course, dayCourse, scopeQuery, useUsual, usualSoFar } from "../store/usual.ts";
import { Kpi, type Pair } from "./Kpi.tsx";
import { partsOf, shortName } from "./places.ts";

/** The quarter of the day that runs in a scope's zone, and what part of it has passed. */
export function useQuarter(zone: string): { readonly quarter: number; readonly part: number } {
  const now = useNow(60_000);
  return now === null
    ? { quarter: -1, part: 0 }
    : { quarter: localQuarter(now, zone), part: (now % QUARTER_MS) / QUARTER_MS };
}

/** The day and the zone that a scope's figures are of. */
export function useDayOf(scope: Scope): { readonly day: number | null; readonly zone: string } {
  const day = useScope(scope, ({ view }) => view?.day ?? null);
  const zone = useScope(scope, ({ view }) => view?.zone ?? "Asia/Almaty");
  return { day, zone };
}

/** The day's course without the running quarter, which would always seem to fall; the queue of now is whole. */
function useSpark(scope: Scope, course: Course): readonly SparkPoint[] {
  const { day, zone } = useDayOf(scope);
  const usual = useUsual(scope, day === null ? null : formatDay(day));
  const quarters = useThrottled(useRows(scope, "quarter"), 1000);
  const { quarter } = useQuarter(zone);
  return useMemo(
    () =>
      dayCourse(quarters, course, usual, quarter).map(({ quarter: at, value, low, high }) => ({
        at,
        value: at === quarter && course !== "queue" ? null : value,
        low,
        high,
      })),
    [quarters, course, usual, quarter],
  );
}

function DaySpark({ scope, course }: { scope: Scope; course: Course }) {
  const { words } = useWords();
  return <Sparkline points={useSpark(scope, course)} label={words.kpi.sparkDay} />;
}

/** The days of the month so far, from the statistics, each at its place in the month. */
function useMonth(scope: Scope): { readonly points: readonly SparkPoint[]; readonly share: number | null } {
  const { day } = useDayOf(scope);
  const from = day === null ? null : `${formatDay(day).slice(0, 7)}-01`;
  const url = day === null ? null : `/api/statistics?from=${from}&to=${formatDay(day)}&by=day${scopeQuery(scope)}`;
  const { data } = useFetched<StatisticsAnswer>(url, 60_000);
  return useMemo(() => {
    if (data === null) return { points: [], share: null };
    const delayed = data.rows.reduce((sum, row) => sum + (row.delayed ?? 0), 0);
    const due = data.rows.reduce((sum, row) => sum + (row.due ?? 0), 0);
    const points = data.rows.map((row) => ({
      at: Date.parse(`${row.day ?? data.from}T00:00:00Z`) / DAY_MS,
      value: row.delayedRate?.value ?? null,
    }));
    const [year = 0, month = 0] = data.from.split("-").map(Number);
    const begins = { at: Date.UTC(year, month - 1, 1) / DAY_MS, value: null };
    const ends = { at: Date.UTC(year, month, 0) / DAY_MS, value: null };
    return { points: [begins, ...points, ends], share: rateOf(delayed, due)?.value ?? null };
  }, [data]);
}

/** Applications accepted today, with the refusals at the desk beside them. */
export function AcceptedKpi({ scope }: { scope: Scope }) {
  const { words, format, language } = useWords();
  const total = useRow(scope, "total");
  const { day, zone } = useDayOf(scope);
  const { quarter, part } = useQuarter(zone);
  const usual = useUsual(scope, day === null ? null : formatDay(day));
  const usually = usualSoFar(usual, "accepted", quarter, part);
  const refused: Pair = {
    label: words.kpi.refused,
    value: format.count(figure(total, "rejected")),
    after: `· ${format.percent(RATES.rejectionRate(total)?.value ?? null)}`,
  };
  const pairs =
    usually === null
      ? [[refused]]
      : [[refused], [{ label: words.kpi.usually, value: format.count(Math.round(usually)) }]];
  return (
    <Kpi key={language} id="accepted" figure={format.count(figure(total, "accepted"))} pairs={pairs}>
      <DaySpark scope={scope} course="accepted" />
    </Kpi>
  );
}

/** Applications delayed today of those due, with the share of the month. */
export function DelayedKpi({ scope }: { scope: Scope }) {
  const { words, format } = useWords();
  const total = useRow(scope, "total");
  const { day } = useDayOf(scope);
  const month = useMonth(scope);
  const due = figure(total, "due");
  return (
    <Kpi
      id="delayed"
      figure={format.count(figure(total, "delayed"))}
      unit={due === null ? "" : `/\u00a0${format.count(due)}`}
      pairs={[
        [{ label: words.kpi.share, value: format.percent(RATES.delayedRate(total)?.value ?? null) }],
        ...(day === null
          ? []
          : [[{ label: words.kpi.monthShare(format.month(day)), value: format.percent(month.share) }]]),
      ]}
    >
      <Sparkline points={month.points} label={words.kpi.sparkMonth} />
    </Kpi>
  );
}

/** Time at the desk: mean and nine of ten, with what the authorities sent back. */
export function ServiceKpi({ scope }: { scope: Scope }) {
  const { words, format } = useWords();
  const total = useRow(scope, "total");
  const mean = format.measured(figure(total, "serviceMean"));
  return (
    <Kpi
      id="serviceTime"
      title={words.kpi.service}
      figure={mean.figure}
      unit={mean.unit}
      pairs={[
        [{ label: words.kpi.p90, value: format.duration(figure(total, "serviceP90")) }],
        [{ label: words.kpi.returned, value: format.percent(RATES.returnedRate(total)?.value ?? null) }],
      ]}
    >
      <DaySpark scope={scope} course="serviceMean" />
    </Kpi>
  );
}

/** Who waits now, and where somebody waits longest. */
export function WaitingKpi({ scope }: { scope: Scope }) {
  const { words, format, language } = useWords();
  const total = useRow(scope, "total");
  const parts = useRows(scope, partsOf(scope));
  const attention = useRows(scope, "attention");
  const book = useBook();
  const now = useNow(5000);
  const since = figure(total, "longestWaitSince");
  const where = useMemo(() => {
    if (since === null) return undefined;
    const place = attention.find(({ row }) => row[0] === "longest-wait" && row[4] === since)?.row[1];
    const part = place ?? parts.find(({ row }) => figure(row, "longestWaitSince") === since)?.id;
    return typeof part === "string" ? shortName(book, part, language) : undefined;
  }, [attention, parts, since, book, language]);
  const longest = since === null || now === null ? null : Math.max(0, now - since) / 1000;
  return (
    <Kpi
      id="waitingNow"
      figure={format.count(figure(total, "waitingNow"))}
      pairs={
        since === null
          ? figure(total, "waitingNow") === 0
            ? [[{ label: words.kpi.nobody, value: "" }]]
            : []
          : [
              [{ label: words.kpi.longest, value: format.duration(longest) }],
              ...(where === undefined ? [] : [[{ label: where, value: "" }]]),
            ]
      }
    >
      <DaySpark scope={scope} course="queue" />
    </Kpi>
  );
}

/** The share called within the norm, with those who gave up beside it. */
export function WithinNormKpi({ scope }: { scope: Scope }) {
  const { words, format } = useWords();
  const total = useRow(scope, "total");
  const book = useBook();
  const norm = useMemo(() => {
    const norms = new Set(book.offices.map((office) => office.waitNormSeconds));
    return norms.size === 1 ? [...norms][0] : undefined;
  }, [book]);
  const share = RATES.withinNormRate(total)?.value ?? null;
  return (
    <Kpi
      id="withinNormRate"
      {...(norm === undefined ? {} : { title: words.kpi.withinMinutes(format.count(Math.round(norm / 60))) })}
      figure={
        share === null ? format.percentFigure(null) : format.decimal(share * 100, share > 0.995 || share < 0.1 ? 1 : 0)
      }
      unit={share === null ? "" : "%"}
      pairs={[
        [{ label: words.kpi.left, value: format.percent(RATES.leftRate(total)?.value ?? null) }],
        [{ label: words.kpi.meanWait, value: format.duration(figure(total, "waitingMean")) }],
      ]}
    >
      <DaySpark scope={scope} course="waitingMean" />
    </Kpi>
  );
}

/** The weekday of a scope's day in the words of its usual band. */
export function useUsualName(day: number | null): string {
  const { words } = useWords();
  return day === null ? "" : (words.curve.usualDay[weekday(day)] ?? "");
}
