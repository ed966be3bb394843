import { useId } from "react";
import type { CountForecast, ForecastError } from "../../shared/forecast.ts";
import { Hatch } from "../charts/Hatch.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { Method } from "./Method.tsx";
import { wholePercent } from "./waitText.ts";
import { FORECAST_WORDS } from "./words.ts";

/** What the dashed line and the hatched band are, what the day will end with, and how such forecasts turned out. */
export function ForecastLegend({ count, error }: { count: CountForecast; error: ForecastError | null }) {
  const { format } = useWords();
  const words = useRoomWords(FORECAST_WORDS);
  const hatch = useId().replaceAll(/[^a-z0-9]/gi, "");
  const { expected, low, high } = count.total;
  const whole = (value: number) => format.count(Math.round(value));
  const share = (value: number) => wholePercent(value, format);
  return (
    <span className="legend__ahead">
      <svg viewBox="0 0 36 16" aria-hidden="true">
        <defs>
          <Hatch id={hatch} />
        </defs>
        <rect width="36" height="16" rx="3" fill={`url(#${hatch})`} />
        <path className="legend__line" d="M1 8h34" />
      </svg>
      <span>
        <Method name={words.forecast}>
          <p>{words.forecastMethod}</p>
          {error !== null && (
            <p className="about__pair">
              {words.forecastOff(share(error.medianShare), share(error.coverage), error.days)}
            </p>
          )}
        </Method>
        , {words.totalOf(whole(expected), whole(low), whole(high))}
      </span>
    </span>
  );
}
