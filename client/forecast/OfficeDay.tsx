import { useMemo } from "react";
import type { Scope } from "../../shared/wire.ts";
import { DayPanel, type Outlook } from "../components/DayPanel.tsx";
import { useDayOf } from "../components/ViewKpis.tsx";
import { useRoomWords } from "../settings.ts";
import { CopingLine } from "./CopingLine.tsx";
import { ForecastLegend } from "./ForecastLegend.tsx";
import { useForecast } from "./useForecast.ts";
import { FORECAST_WORDS } from "./words.ts";
import "./forecast.css";

/** An office's day with the rest of it as forecast, and whether the desks will cope. */
export function OfficeDay({ scope }: { scope: Scope }) {
  const forecast = useForecast(scope);
  const words = useRoomWords(FORECAST_WORDS);
  const { zone } = useDayOf(scope);
  const outlook = useMemo((): Outlook | null => {
    if (forecast === null) return null;
    const { accepted, tickets, ticketsError } = forecast;
    return {
      name: words.forecast,
      line:
        forecast.none === "too-little-history" ? (
          <p className="coping">{words.noForecast}</p>
        ) : (
          <CopingLine forecast={forecast} zone={zone} />
        ),
      of(course) {
        const count = course === "accepted" ? accepted : course === "ticketsIssued" ? tickets : null;
        if (count === null) return null;
        const error = course === "ticketsIssued" ? ticketsError : null;
        return { ahead: count.quarters, legend: <ForecastLegend count={count} error={error} /> };
      },
    };
  }, [forecast, words, zone]);
  return <DayPanel scope={scope} outlook={outlook} />;
}
