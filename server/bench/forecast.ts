import { type Day, parseDay } from "../../shared/time.ts";
import { evaluate } from "../forecast/evaluate.ts";
import type { Bench } from "./bench.ts";
import type { Figure, Result } from "./result.ts";

/** The week that is forecast ends with this Sunday. */
const LAST = parseDay("2026-11-22") as Day;

function held(what: string, value: number): Figure {
  return { what, value: value * 100, unit: "%", aim: "70 to 90 %", reached: value >= 0.7 && value <= 0.9 };
}

/** How well the rest of the day and the waits are foretold, on a simulated country that the forecasts know nothing of. */
export async function measureForecast(bench: Bench): Promise<Result> {
  const regions = bench.quick ? 5 : 20;
  const size = { seed: "bench", last: LAST, weeks: 6, regions, kinds: ["city", "rayon"], scale: 1 } as const;
  const before = performance.now();
  const { tickets, accepted, waits } = evaluate(bench.index, size, ({ id }) => bench.say(`forecast: ${id}`));
  const percent = (share: number | null) => (share === null ? null : share * 100);
  return {
    line: "forecast",
    title: "forecast",
    how: `a week in one city and one district office of each of ${regions} regions after five weeks of history, every day forecast at four of its hours; ${Math.round((performance.now() - before) / 1000)} s`,
    events: tickets.totals,
    figures: [
      held("tickets: the day's end within its band", tickets.totalCoverage),
      held("tickets: quarters of an hour within their bands", tickets.quarterCoverage),
      held("applications: the day's end within its band", accepted.totalCoverage),
      held("applications: quarters of an hour within their bands", accepted.quarterCoverage),
      {
        what: "tickets: the day's end off by, median",
        value: percent(tickets.medianOff),
        unit: "%",
        note: `the usual day alone: ${((tickets.usualMedianOff ?? 0) * 100).toFixed(1)} %`,
      },
      held("waits within their range", waits.coverage),
      {
        what: "waits off by, median",
        value: waits.medianAbsolute,
        unit: "s",
        note: `${waits.n} tickets of ${waits.offices} offices; the worst office ${Math.round(waits.worst)} s`,
      },
    ],
  };
}
